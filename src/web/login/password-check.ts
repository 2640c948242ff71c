import { createHmac, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { addressOf, type Limits, type Wait } from "./limits.ts";
import type { Login } from "./login.ts";

/** `wait`: too many guesses; this one was not looked at. `busy`: too many are being looked at. */
export type Checked =
	| { readonly kind: "right" | "wrong" | "wrong_again" | "busy" }
	| { readonly kind: "wait"; readonly seconds: Wait };

export interface Given {
	readonly username: string;
	readonly password: string;
}

/** ms for which an answer counts without computing it again: a program may ask every second. */
const COUNTS = 5 * 60_000;
/** Passwords that wait for their turn. Each is computed alone, so all of them take one processor at most. */
const IN_TURN = 8;
/** Wrong ones that are remembered. */
const WRONG = 200;

/**
 * Compares passwords. What was right or wrong a moment ago is not computed again, and the same wrong one again is no further
 * guess: a program with an old password locks nobody out.
 */
export class PasswordCheck {
	readonly #login: Login;
	readonly #limits: Limits;
	readonly #steady: () => number;
	readonly #secret = randomBytes(32);
	#right: { readonly print: string; readonly until: number } | undefined;
	readonly #wrong = new Map<string, number>();
	#inTurn = 0;
	#last: Promise<unknown> = Promise.resolve();

	/** @param steady ms that only grow */
	constructor(login: Login, limits: Limits, steady: () => number) {
		this.#login = login;
		this.#limits = limits;
		this.#steady = steady;
	}

	async check(request: FastifyRequest, given: Given): Promise<Checked> {
		const already = await this.#limits.waits(request);
		if (already > 0) return { kind: "wait", seconds: already };
		const print = this.#printOf(given);
		const now = this.#steady();
		if (this.#right?.print === print && now < this.#right.until) return { kind: "right" };
		const asWrong = `${addressOf(request.ip)} ${print}`;
		if (now < (this.#wrong.get(asWrong) ?? 0)) return { kind: "wrong_again" };
		if (this.#inTurn >= IN_TURN) return { kind: "busy" };
		const seconds = await this.#limits.guesses(request);
		if (seconds > 0) return { kind: "wait", seconds };
		return this.#computed(request, given, asWrong);
	}

	async #computed(request: FastifyRequest, given: Given, asWrong: string): Promise<Checked> {
		const isRight = await this.#alone(() => this.#isRight(given));
		const until = this.#steady() + COUNTS;
		if (!isRight) {
			this.#wrong.set(asWrong, until);
			const [first] = this.#wrong.keys();
			if (this.#wrong.size > WRONG && first !== undefined) this.#wrong.delete(first);
			return { kind: "wrong" };
		}
		this.#limits.forgive(request);
		this.#limits.isKnown(request);
		this.#right = { print: this.#printOf(given), until };
		return { kind: "right" };
	}

	/** Also a wrong name costs a comparison, so the time tells nothing of it. */
	async #isRight({ username, password }: Given): Promise<boolean> {
		const mark = this.#login.mark();
		const isPassword = await this.#login.isPassword(password);
		// Changed meanwhile: the answer is about the old one or the new one.
		if (this.#login.mark() !== mark)
			return (await this.#login.isPassword(password)) && username === this.#login.username;
		return isPassword && username === this.#login.username;
	}

	async #alone<T>(work: () => Promise<T>): Promise<T> {
		this.#inTurn += 1;
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		try {
			return await turn;
		} finally {
			this.#inTurn -= 1;
		}
	}

	#printOf({ username, password }: Given): string {
		const what = JSON.stringify([this.#login.mark(), username, password.normalize("NFC")]);
		return createHmac("sha256", this.#secret).update(what).digest("base64url");
	}
}

/** The login of an `Authorization` header (RFC 7617). Undefined where it is none, as of another kind. */
export function givenIn(header: string | undefined): Given | undefined {
	const given = /^basic +([a-z0-9+/=_-]{1,2000})$/i.exec(header ?? "")?.[1];
	if (given === undefined) return undefined;
	const text = Buffer.from(given, "base64").toString("utf8");
	const colon = text.indexOf(":");
	return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
