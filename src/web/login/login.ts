import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Where sessions are kept over a restart. Both throw what the file system throws. */
export interface KeptSessions {
	/** Undefined where there are none. */
	read(): string | undefined;
	write(text: string): void;
}

/** The login of a page without an ingress. Provided by the composition. */
export interface Login {
	readonly username: string;
	/** Other than before once the password is another one: sessions and streams of the old one end. No secret can be read from it. */
	readonly mark: () => string;
	/** Whether this is the password. May take a second of another thread. */
	readonly isPassword: (password: string) => Promise<boolean>;
	/** Absent: sessions end with the process. */
	readonly sessions?: KeptSessions;
	/** Somebody has logged in by the form. */
	readonly entered?: () => void;
}

/** A login whose password is known to the process and kept nowhere. */
export function loginWith({ username, password }: { readonly username: string; readonly password: string }): Login {
	const secret = randomBytes(32);
	const digest = (text: string) => createHmac("sha256", secret).update(text.normalize("NFC")).digest();
	const right = digest(password);
	const mark = randomBytes(16).toString("base64url");
	return { username, mark: () => mark, isPassword: async (given) => timingSafeEqual(digest(given), right) };
}
