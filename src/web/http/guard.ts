import { fastifyCookie } from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { Cookies } from "../login/cookies.ts";
import { addressOf, limitsOn } from "../login/limits.ts";
import type { Login } from "../login/login.ts";
import { type Checked, givenIn, PasswordCheck } from "../login/password-check.ts";
import { nextOf } from "../login/return-path.ts";
import { Sessions } from "../login/sessions.ts";
import { ownHost } from "./host.ts";

export interface Guarding {
	readonly login?: Login;
	readonly names?: readonly string[];
	readonly now: () => Date;
	/** ms that only grow. */
	readonly steady?: () => number;
}

/** Milliseconds between two log entries about wrong logins of one address, and addresses that are told apart. */
const QUIET = 60_000;
const ADDRESSES = 100;
/** What a browser needs to log in. */
const OPEN = ["/login", "/page.css"];
/** Paths that another site may link to. */
const FRONT = ["/", "/login"];

/** The login of a page without an ingress, at work. */
export interface Gate {
	readonly login: Login;
	readonly passwords: PasswordCheck;
	readonly sessions: Sessions;
	readonly cookies: Cookies;
	/** Whether a session of this request goes on. */
	readonly hasSession: (request: FastifyRequest) => boolean;
	/** A wrong login is told, without what was given. */
	readonly wrong: (request: FastifyRequest) => void;
}

/**
 * Checks every request to a page without an ingress: 421 if the browser meant another machine, 403 for a request from another site.
 * A session or the login as HTTP Basic lets in. Who has neither gets the login page, a program 401; 429 after too many wrong ones.
 * Behind an ingress nothing is checked, and there is no gate.
 */
export async function guard(app: FastifyInstance, guarding: Guarding, tell: Tell): Promise<Gate | undefined> {
	const { login, names = [], now, steady = () => performance.now() } = guarding;
	if (login === undefined) return undefined;
	await app.register(fastifyCookie);
	const sessions = new Sessions({ login, tell, now, steady });
	const cookies = new Cookies(sessions.name);
	const gate: Gate = {
		login,
		sessions,
		cookies,
		passwords: new PasswordCheck(login, await limitsOn(app, steady), steady),
		hasSession: (request) => cookies.sessions(request).some((id) => sessions.isOpen(id)),
		wrong: tellsWrong(tell, steady),
	};
	app.addHook("onRequest", async (request, reply) => {
		const { headers } = request;
		if (!ownHost(headers.host, names))
			return refused(reply, 421, "Call this page by the address of its machine, or name this host with --http-names.");
		const { url } = request.routeOptions;
		if (headers["sec-fetch-site"] === "cross-site" && !FRONT.includes(url ?? ""))
			return refused(reply, 403, "Not for other sites.");
		if (OPEN.includes(url ?? "") || gate.hasSession(request)) return undefined;
		return byPassword(request, reply, gate);
	});
	app.addHook("onClose", async () => sessions.save());
	return gate;
}

/** Whether what let this request in still would. */
export function stillIn(gate: Gate | undefined, request: FastifyRequest): () => boolean {
	if (gate === undefined) return () => true;
	if (gate.hasSession(request)) return () => gate.hasSession(request);
	const mark = gate.login.mark();
	return () => gate.login.mark() === mark;
}

async function byPassword(request: FastifyRequest, reply: FastifyReply, gate: Gate): Promise<unknown> {
	const given = givenIn(request.headers.authorization);
	if (given === undefined) return closed(request, reply, "`solar-heating page` says how to log in.");
	const checked = await gate.passwords.check(request, given);
	if (checked.kind === "right") return undefined;
	if (checked.kind === "wrong") gate.wrong(request);
	// A proxy with a login of its own sends that along: it is no reason to keep a browser from the login page.
	if (wantsPage(request)) return closed(request, reply, "");
	return checked.kind === "wrong" || checked.kind === "wrong_again"
		? closed(request, reply, "This login is wrong.")
		: later(reply, checked);
}

/** A browser is led to the login page. A program is asked for its login; a browser would show a dialog of its own, also over the page. */
function closed(request: FastifyRequest, reply: FastifyReply, error: string): FastifyReply {
	if (wantsPage(request)) return reply.redirect(nextOf(request).toLogin, 303);
	return refused(isBrowser(request) ? reply : asking(reply), 401, error);
}

function later(reply: FastifyReply, checked: Checked): FastifyReply {
	const seconds = checked.kind === "wait" ? checked.seconds : 2;
	reply.header("retry-after", String(seconds));
	return checked.kind === "wait"
		? refused(reply, 429, `Too many wrong logins. Try again in ${seconds} s.`)
		: refused(reply, 503, "Too many logins at a time. Try again in a moment.");
}

/** Whether a person waits for a page. */
export const wantsPage = ({ headers }: FastifyRequest): boolean =>
	headers.accept?.includes("text/html") === true &&
	["navigate", undefined].includes(headers["sec-fetch-mode"]?.toString());

/** Every browser says one of these. */
const isBrowser = ({ headers }: FastifyRequest): boolean =>
	headers["sec-fetch-site"] !== undefined || /^Mozilla\//.test(headers["user-agent"] ?? "");

const refused = (reply: FastifyReply, status: number, error: string) => reply.code(status).send({ error });

/** RFC 7617, 2: with a charset, programs send UTF-8. */
const asking = (reply: FastifyReply) =>
	reply.header("www-authenticate", 'Basic realm="Solar Heating", charset="UTF-8"');

function tellsWrong(tell: Tell, steady: () => number): (request: FastifyRequest) => void {
	const told = new Map<string, number>();
	return ({ ip }) => {
		const from = addressOf(ip);
		const at = steady();
		if (at - (told.get(from) ?? Number.NEGATIVE_INFINITY) < QUIET) return;
		told.delete(from);
		told.set(from, at);
		const [first] = told.keys();
		if (told.size > ADDRESSES && first !== undefined) told.delete(first);
		tell(notice("warning", "page_login_refused", { from }));
	};
}
