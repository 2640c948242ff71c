import { createHash, timingSafeEqual } from "node:crypto";

export interface Login {
	readonly username: string;
	readonly password: string;
}

/** `slow_down`: so many wrong ones are waiting already that this one was not even looked at. */
export type Knock = "open" | "login_required" | "wrong" | "slow_down";

/** Milliseconds until a wrong login is answered, and how many may wait for that at a time: so many guesses per second. */
const DELAY = 1000;
const WAITING = 8;

/**
 * The login of a page that no ingress stands before: HTTP Basic (RFC 7617). Wrong ones are answered late and few at a time;
 * the right one is let in at once, whatever others try.
 */
export class Door {
	readonly #key: Buffer;
	readonly #delay: number;
	#waiting = 0;

	constructor({ username, password }: Login, delay = DELAY) {
		this.#key = digest(`${username}:${password}`);
		this.#delay = delay;
	}

	/** @param header `Authorization` as it came */
	async knock(header: string | undefined): Promise<Knock> {
		const given = /^basic +([a-z0-9+/=_-]{1,2000})$/i.exec(header ?? "")?.[1];
		if (given === undefined) return "login_required";
		// Of equal length whatever was given, so that the time tells nothing.
		if (timingSafeEqual(digest(Buffer.from(given, "base64").toString("utf8")), this.#key)) return "open";
		if (this.#waiting >= WAITING) return "slow_down";
		this.#waiting += 1;
		await new Promise((resolve) => setTimeout(resolve, this.#delay));
		this.#waiting -= 1;
		return "wrong";
	}
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
