import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Person } from "./person.ts";

/**
 * Tokens against forged requests: a page of another site can make a browser send a request, but cannot read this. A page of
 * another app in Home Assistant shares the address of an ingress; such a page is trusted like Home Assistant itself. Each
 * person has one, which is valid as long as the process.
 */
export class Tokens {
	readonly #secret = randomBytes(32);

	of({ id, name }: Person): string {
		return createHmac("sha256", this.#secret)
			.update(JSON.stringify([id, name]))
			.digest("base64url");
	}

	isOf(person: Person, token: unknown): boolean {
		if (typeof token !== "string") return false;
		const [given, right] = [Buffer.from(token), Buffer.from(this.of(person))];
		return given.length === right.length && timingSafeEqual(given, right);
	}
}
