import type { FastifyReply, FastifyRequest } from "fastify";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { BasicAuth, type Login } from "./basic-auth.ts";
import { ownHost } from "./host.ts";

export type { Login } from "./basic-auth.ts";

export interface Guarding {
	readonly login?: Login;
	readonly names?: readonly string[];
	readonly now: () => Date;
}

/** Milliseconds between two log entries about wrong logins. */
const QUIET = 60_000;

/**
 * Checks every request to a page without an ingress: 421 if the browser meant another machine, 403 for a request from
 * another site, 401 without the login, 429 after too many wrong ones. Behind an ingress nothing is checked.
 */
export function guard({ login, names = [], now }: Guarding, tell: Tell) {
	if (login === undefined) return async () => undefined;
	const auth = new BasicAuth(login);
	let told = Number.NEGATIVE_INFINITY;
	return async ({ headers, ip, url }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
		if (!ownHost(headers.host, names))
			return refused(reply, 421, "Call this page by the address of its machine, or name this host with --http-names.");
		if (headers["sec-fetch-site"] === "cross-site" && url !== "/") return refused(reply, 403, "Not for other sites.");
		const result = auth.check(headers.authorization, ip, now().getTime());
		switch (result) {
			case "open":
				return undefined;
			case "slow_down":
				return refused(reply.header("retry-after", "2"), 429, "Too many wrong logins at a time.");
			case "wrong": {
				const at = now().getTime();
				if (at - told >= QUIET) tell(notice("warning", "page_login_refused", { from: ip }));
				if (at - told >= QUIET) told = at;
				return refused(asking(reply), 401, "This login is wrong.");
			}
			case "login_required":
				return refused(asking(reply), 401, "`solar-heating page` says how to log in.");
		}
	};
}

const refused = (reply: FastifyReply, status: number, error: string) => reply.code(status).send({ error });

/** RFC 7617, 2: with a charset, browsers send UTF-8. */
const asking = (reply: FastifyReply) =>
	reply.header("www-authenticate", 'Basic realm="Solar Heating", charset="UTF-8"');
