import { createHash, timingSafeEqual } from "node:crypto";

export interface Login {
	readonly username: string;
	readonly password: string;
}

/** `slow_down`: too many wrong logins from this address; the login was not checked. */
export type AuthResult = "open" | "login_required" | "wrong" | "slow_down";

/** Wrong logins that an address may send at once, and ms until it may send another. */
const AT_ONCE = 8;
const EVERY = 1000;
/** Most addresses that are remembered. Each is forgotten once it has its full allowance again. */
const ADDRESSES = 1000;

/**
 * The login of a page without an ingress: HTTP Basic (RFC 7617). Right and wrong logins are compared in the same way and
 * time. An address with too many wrong ones is not checked at all, so parallel requests gain nothing. Other addresses are
 * not delayed, so the owner cannot be locked out.
 */
export class BasicAuth {
	readonly #key: Buffer;
	/** When an address has its full allowance again, ms. */
	readonly #free = new Map<string, number>();

	constructor({ username, password }: Login) {
		this.#key = digest(`${username}:${password}`);
	}

	/**
	 * @param header the `Authorization` header
	 * @param from address of the sender
	 * @param now ms
	 */
	check(header: string | undefined, from: string, now: number): AuthResult {
		const given = /^basic +([a-z0-9+/=_-]{1,2000})$/i.exec(header ?? "")?.[1];
		if (given === undefined) return "login_required";
		const free = Math.max(now, this.#free.get(from) ?? 0);
		if (free > now + (AT_ONCE - 1) * EVERY) return "slow_down";
		// Digests have equal length, so the time reveals nothing.
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
