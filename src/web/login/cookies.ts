import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { STAY } from "./sessions.ts";

/**
 * The page's cookies. No script can read one, no other site has it sent, and one that was set by HTTPS is never sent without. That one
 * has another name, as a browser does not let a page without HTTPS replace it.
 */
export class Cookies {
	readonly #session: string;
	readonly #form: string;
	readonly #secret = randomBytes(32);

	/** @param name part of their names */
	constructor(name: string) {
		this.#session = `solar_session_${name}`;
		this.#form = `solar_form_${name}`;
	}

	/** The ids of sessions that the browser sends. */
	sessions({ cookies }: FastifyRequest): readonly string[] {
		return [cookies[`${this.#session}_s`], cookies[this.#session]].filter((id) => id !== undefined);
	}

	setSession(request: FastifyRequest, reply: FastifyReply, id: string, stays: boolean): void {
		const secure = isSecure(request);
		const lasting = stays ? { maxAge: STAY.all } : {};
		reply.setCookie(secure ? `${this.#session}_s` : this.#session, id, { ...STRICT, secure, ...lasting });
	}

	clearSession(reply: FastifyReply): void {
		reply.clearCookie(`${this.#session}_s`, { ...STRICT, secure: true });
		reply.clearCookie(this.#session, STRICT);
	}

	/** Of the browser that shows a form: the form alone is not enough to log in, so no other site can do it for somebody. */
	form({ cookies }: FastifyRequest): string | undefined {
		return cookies[this.#form] ?? cookies[`${this.#form}_s`];
	}

	/** @returns what the form has to send along */
	setForm(request: FastifyRequest, reply: FastifyReply): string {
		const known = this.form(request);
		const value = known ?? randomBytes(16).toString("base64url");
		const secure = isSecure(request);
		if (known === undefined) reply.setCookie(secure ? `${this.#form}_s` : this.#form, value, { ...STRICT, secure });
		return this.#proof(value);
	}

	isForm(request: FastifyRequest, sent: unknown): boolean {
		const value = this.form(request);
		if (value === undefined || typeof sent !== "string") return false;
		const [given, right] = [Buffer.from(sent), Buffer.from(this.#proof(value))];
		return given.length === right.length && timingSafeEqual(given, right);
	}

	#proof = (value: string): string => createHmac("sha256", this.#secret).update(value).digest("base64url");
}

const STRICT = { path: "/", httpOnly: true, sameSite: "strict" } as const;

/** By the browser's own word, or the proxy's. A sender who lies gets a cookie that its own browser does not send back. */
const isSecure = ({ headers }: FastifyRequest): boolean =>
	headers.origin?.startsWith("https://") === true ||
	headers["x-forwarded-proto"]?.toString().split(",")[0]?.trim().toLowerCase() === "https";

/**
 * Whether a request comes from a page of ours: as the browser says, or by the name in `Origin`. Its port does not count, as proxies leave
 * it out of `Host`.
 */
export function isFromHere({ headers }: FastifyRequest): boolean {
	const site = headers["sec-fetch-site"]?.toString();
	if (site !== undefined) return site === "same-origin" || site === "none";
	const { origin, host } = headers;
	// A page that sends no referrer sends `null` as well. Then the cookies decide, which no other site has sent.
	if (origin === undefined || origin === "null") return true;
	return URL.canParse(origin) && URL.canParse(`http://${host}`)
		? new URL(origin).hostname === new URL(`http://${host}`).hostname
		: false;
}
