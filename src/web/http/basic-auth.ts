import { createHash, timingSafeEqual } from "node:crypto";

export interface Login {
	readonly username: string;
	readonly password: string;
}

/** `slow_down`: so many wrong ones came from there that this one was not even looked at. */
export type AuthResult = "open" | "login_required" | "wrong" | "slow_down";

/** Wrong logins that one address may give at once, and how soon it may give one more (ms). */
const AT_ONCE = 8;
const EVERY = 1000;
/** Addresses that are remembered; each is forgotten as soon as it may guess as at first. */
const ADDRESSES = 1000;

/**
 * The login of a page that no ingress stands before: HTTP Basic (RFC 7617). The right and a wrong one are compared and
 * answered alike; an address that has guessed too often is not compared at all, so that it cannot try more by not
 * waiting for answers. Other addresses are not delayed, so the owner cannot be locked out from elsewhere.
 */
export class BasicAuth {
	readonly #key: Buffer;
	/** When an address may guess as at first again, ms. */
	readonly #free = new Map<string, number>();

	constructor({ username, password }: Login) {
		this.#key = digest(`${username}:${password}`);
	}

	/** @param header `Authorization` as it came; `from` the address it came from; `now` in ms */
	check(header: string | undefined, from: string, now: number): AuthResult {
		const given = /^basic +([a-z0-9+/=_-]{1,2000})$/i.exec(header ?? "")?.[1];
		if (given === undefined) return "login_required";
		const free = Math.max(now, this.#free.get(from) ?? 0);
		if (free > now + (AT_ONCE - 1) * EVERY) return "slow_down";
		// Always of equal length, so that the time tells nothing.
		if (timingSafeEqual(digest(Buffer.from(given, "base64").toString("utf8")), this.#key)) return "open";
		this.#remember(from, free + EVERY, now);
		return "wrong";
	}

	#remember(from: string, free: number, now: number): void {
		this.#free.delete(from);
		if (this.#free.size >= ADDRESSES) {
			for (const [address, until] of this.#free) if (until <= now) this.#free.delete(address);
			const [oldest] = this.#free.keys();
			if (this.#free.size >= ADDRESSES && oldest !== undefined) this.#free.delete(oldest);
		}
		this.#free.set(from, free);
	}
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
