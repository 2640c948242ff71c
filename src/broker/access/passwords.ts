import { pbkdf2 as derive, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";

const pbkdf2 = promisify(derive);

/** One line of Mosquitto's password_file. */
export interface Entry {
	readonly user: string;
	/** `$7$ITERATIONS$SALT$KEY`, as mosquitto_passwd(1) writes it; never the password. */
	readonly hash: string;
}

/** Mosquitto 2.1 writes as many. The broker computes them in its only thread, so more of them is a way to stop it. */
const ITERATIONS = 1000;
/** Bytes that Mosquitto 2.0 insists on. */
const SALT = 12;
const KEY = 64;
/** A guess at one of 2^160 needs no more iterations. */
const SECRET_BYTES = 20;

/** Name, what is wrong with it. MQTT strings hold no control characters, and in the file a colon ends the name. */
export function nameFlaw(user: string): Sentence | undefined {
	if (user === "") return phrase("user_nameless");
	if (/[\p{Cc}\p{Bidi_Control}]/u.test(user)) return phrase("user_control");
	if (user.includes(":")) return phrase("user_colon");
	if (user.startsWith("#")) return phrase("user_hash");
	if (Buffer.byteLength(user) > 200) return phrase("user_long");
	return undefined;
}

/** 160 random bits, in letters, digits, - and _: no shell, no editor and no YAML minds them. */
export const newPassword = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** PBKDF2-HMAC-SHA-512, RFC 8018, in the form that Mosquitto 2.0 and 2.1 read. */
export async function hashOf(password: string): Promise<string> {
	const salt = randomBytes(SALT);
	const key = await pbkdf2(password, salt, ITERATIONS, KEY, "sha512");
	return `$7$${ITERATIONS}$${salt.toString("base64")}$${key.toString("base64")}`;
}

/** Whether this hash is of that password; undefined where it is of a kind that is not known here. */
export async function matches(hash: string, password: string): Promise<boolean | undefined> {
	const [, iterations, salt, key] = /^\$7\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(hash) ?? [];
	if (iterations === undefined || salt === undefined || key === undefined) return undefined;
	const wanted = Buffer.from(key, "base64");
	const made = await pbkdf2(password, Buffer.from(salt, "base64"), Number(iterations), wanted.length, "sha512");
	return timingSafeEqual(made, wanted);
}

/** What is in a password file, and lines that Mosquitto 2.1 would not start with. */
export function entriesIn(text: string): { readonly entries: readonly Entry[]; readonly bad: readonly number[] } {
	const entries: Entry[] = [];
	const bad: number[] = [];
	for (const [nth, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === "" || line.startsWith("#")) continue;
		const [, user, hash] = /^([^:]+):(\$\S+)\s*$/.exec(line) ?? [];
		if (user === undefined || hash === undefined || entries.some((entry) => entry.user === user)) bad.push(nth + 1);
		else entries.push({ user, hash });
	}
	return { entries, bad };
}

/** The file with this user's line as told; comments and the other lines stay. Without a hash the user is gone. */
export function withUser(text: string, user: string, hash: string | undefined): string {
	const lines: readonly string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	const others = lines.filter((line) => !line.startsWith(`${user}:`));
	const at = lines.findIndex((line) => line.startsWith(`${user}:`));
	const all =
		hash === undefined ? others : others.toSpliced(at === -1 ? others.length : at, 0, `${user}:${hash}${end}`);
	// The last line may have been without an end.
	return all.map((line, nth) => (nth < all.length - 1 && !line.endsWith("\n") ? `${line}${end}` : line)).join("");
}
