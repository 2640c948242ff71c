import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notice } from "#model/sentences/notice.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Gate, wantsPage } from "../http/guard.ts";
import type { OnPage } from "../http/routes.ts";
import { renderContext } from "../render-context.ts";
import { isFromHere } from "./cookies.ts";
import { addressOf } from "./limits.ts";
import { type LoginShown, loginPage, onceMore } from "./login-view.ts";
import { returnPath } from "./return-path.ts";

/** Bytes. A password of 200 characters, each as up to 12 bytes. */
const LONGEST = 4096;

/** `GET login`, `POST login` and `POST logout`, which all work without a script. */
export function loginRoutes(app: FastifyInstance, on: OnPage, gate: Gate): void {
	app.get("/login", async (request, reply) => {
		const { next, again } = isRecord(request.query) ? request.query : {};
		const back = returnPath(next);
		if (gate.hasSession(request)) return reply.redirect(`./${back}`, 303);
		const shows = gate.cookies.form(request) !== undefined || again !== undefined;
		return shows ? show(request, reply, { on, gate, back }) : bounce(request, reply, { on, gate, back });
	});
	app.post("/login", { bodyLimit: LONGEST }, async (request, reply) => {
		const body = isRecord(request.body) ? request.body : {};
		const at = { on, gate, back: returnPath(body["next"]) };
		const stays = body["stay"] !== undefined;
		if (!isFromHere(request) || !gate.cookies.isForm(request, body["form"]))
			return show(request, reply.code(403), at, { problem: "expired", stays });
		return answered(request, reply, at, { password: textIn(body["password"]), stays });
	});
	app.post("/logout", async (request, reply) => {
		if (!isFromHere(request)) return reply.code(403).send({ error: "Not for other sites." });
		for (const id of gate.cookies.sessions(request)) gate.sessions.close(id);
		gate.cookies.clearSession(reply);
		on.changed();
		return wantsPage(request) ? reply.redirect("./login", 303) : reply.code(204).send();
	});
}

interface At {
	readonly on: OnPage;
	readonly gate: Gate;
	readonly back: string;
}

interface Sent {
	readonly password: string;
	readonly stays: boolean;
}

async function answered(
	request: FastifyRequest,
	reply: FastifyReply,
	at: At,
	{ password, stays }: Sent,
): Promise<FastifyReply> {
	const { gate, on, back } = at;
	const checked = await gate.passwords.check(request, { username: gate.login.username, password });
	switch (checked.kind) {
		case "right":
			enter(request, reply, at, stays);
			on.tell(notice("info", "page_login", { from: addressOf(request.ip) }));
			return reply.redirect(`./${back}`, 303);
		case "wait":
			reply.code(429).header("retry-after", String(checked.seconds));
			return show(request, reply, at, { problem: "wait", seconds: checked.seconds, stays });
		case "busy":
			return show(request, reply.code(503).header("retry-after", "2"), at, { problem: "busy", stays });
		default:
			if (checked.kind === "wrong") gate.wrong(request);
			return show(request, reply.code(403), at, { problem: "wrong", stays });
	}
}

/** The session has an id that did not exist before; what the browser had is over. */
function enter(request: FastifyRequest, reply: FastifyReply, { gate }: At, stays: boolean): void {
	for (const id of gate.cookies.sessions(request)) gate.sessions.close(id);
	gate.cookies.clearSession(reply);
	gate.cookies.setSession(request, reply, gate.sessions.open(stays), stays);
	gate.login.entered?.();
}

/**
 * A browser that comes from another site sends no cookies yet; neither does one that keeps none. The page asks for itself once more, and
 * then it is known.
 */
function bounce(request: FastifyRequest, reply: FastifyReply, { on, gate, back }: At): FastifyReply {
	gate.cookies.setForm(request, reply);
	return html(reply, onceMore(contextOf(request, on), back).text);
}

function show(
	request: FastifyRequest,
	reply: FastifyReply,
	{ on, gate, back }: At,
	more: Partial<LoginShown> = {},
): FastifyReply {
	const blocked = gate.cookies.form(request) === undefined;
	const form = gate.cookies.setForm(request, reply);
	const shown = { ...more, ...(blocked && { problem: "cookies" as const }) };
	return html(reply, loginPage(contextOf(request, on), { back, form, username: gate.login.username, ...shown }).text);
}

const contextOf = (request: FastifyRequest, on: OnPage) =>
	renderContext(on.languageOf(request), (text) => on.clean.text(text), on.now);

/** With the address of this page a browser says whether it is HTTPS. */
const html = (reply: FastifyReply, text: string): FastifyReply =>
	reply
		.type("text/html; charset=utf-8")
		.header("vary", "accept-language")
		.header("referrer-policy", "same-origin")
		.send(text);

const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
