import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Intent } from "#model/decision/intent.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Language, say, toldProblem } from "#texts/say.ts";
import { htmlFor } from "../html.ts";
import type { Clean } from "../http/clean.ts";
import { type Acts, actorOf, type Person, personIn, type Refusal } from "./person.ts";
import type { Refusals } from "./refusals.ts";
import type { Tokens } from "./tokens.ts";
import { intentIn, wishIn } from "./wish.ts";

export interface Acting {
	readonly acts: Acts | undefined;
	readonly tokens: Tokens;
	readonly refusals: Refusals;
	readonly clean: Clean;
	/** User name of the page's own login; absent behind an ingress. */
	readonly login: string | undefined;
	readonly languageOf: (request: FastifyRequest) => Language;
}

/** Who it is, if this person may change something. */
export async function actorIn({ headers }: FastifyRequest, { acts, login }: Acting): Promise<Person | undefined> {
	const person = acts === undefined ? undefined : personIn(headers, login);
	if (acts === undefined || person === undefined) return undefined;
	return person.id === undefined || (await acts.isAdmin(person.id)) ? person : undefined;
}

/**
 * `POST act` for the page's buttons, with and without a script, and `POST api/intents` for scripts, whose token is
 * `GET api/token`. 403 without the right or the token, 400 for what is no wish, 409 with control's reason.
 */
export function actRoutes(app: FastifyInstance, acting: Acting): void {
	app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
		done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
	app.post("/act", async (request, reply) => {
		const body = isRecord(request.body) ? request.body : {};
		return answered(request, reply, acting, { intent: wishIn(body["do"], body["value"]), page: true });
	});
	app.post("/api/intents", async (request, reply) =>
		answered(request, reply, acting, {
			intent: intentIn(request.body),
			page: false,
		}),
	);
	app.get("/api/token", async (request, reply) => {
		const person = await actorIn(request, acting);
		if (person === undefined) return reply.code(403).send({ error: "Only for administrators." });
		return reply.send({ token: acting.tokens.of(person) });
	});
}

interface Asked {
	readonly intent: Intent | undefined;
	/** A person waits for a page. */
	readonly page: boolean;
}

async function answered(
	request: FastifyRequest,
	reply: FastifyReply,
	acting: Acting,
	asked: Asked,
): Promise<FastifyReply> {
	const { acts, refusals, clean, languageOf } = acting;
	const language = languageOf(request);
	const says = { request, reply, clean, language, page: asked.page };
	const person = await permitted(request, acting);
	if (acts === undefined || typeof person === "string")
		return told(says, 403, say(language, "page", typeof person === "string" ? person : "act_not_allowed"));
	if (asked.intent === undefined) return told(says, 400, say(language, "page", "act_not_understood"));
	const actor = actorOf(person);
	const refused = await acts.ask(asked.intent, actor);
	if (refused !== undefined) {
		refusals.refused(actor, refused);
		return told(says, 409, toldProblem(language, refused).remedy);
	}
	if (!asked.page || wantsJson(request)) return reply.send({ done: true });
	return reply.redirect("./#view-today", 303);
}

/** Who asks for something that changes or costs something; or the key of the text that says why not. Who has no right is told. */
export async function permitted(request: FastifyRequest, acting: Acting): Promise<Person | Refusal> {
	const person = await actorIn(request, acting);
	if (person !== undefined) return isMeant(request, person, acting) ? person : "act_again";
	if (acting.acts !== undefined) acting.refusals.notAllowed(senderOf(request, acting));
	return "act_not_allowed";
}

/** Whether this request came from a page of ours, or from a script that has read the person's token. */
function isMeant(request: FastifyRequest, person: Person, { tokens }: Pick<Acting, "tokens">): boolean {
	const given = request.headers["x-solar-token"] ?? (isRecord(request.body) ? request.body["token"] : undefined);
	return isOwnSite(request) && tokens.isOf(person, given);
}

/** Who is refused: the person, or the address of somebody without a name. */
function senderOf({ headers, ip }: FastifyRequest, { login }: Acting): string {
	const person = personIn(headers, login);
	return person === undefined ? ip : actorOf(person);
}

/** A browser says where a request comes from. */
const isOwnSite = ({ headers }: FastifyRequest) =>
	["same-origin", undefined].includes(headers["sec-fetch-site"]?.toString());
export const wantsJson = ({ headers }: FastifyRequest) => headers.accept?.includes("application/json") === true;

interface Says {
	readonly request: FastifyRequest;
	readonly reply: FastifyReply;
	readonly clean: Clean;
	readonly language: Language;
	readonly page: boolean;
	/** Where a page of its own leads back to. */
	readonly back?: string;
}

export function told(
	{ request, reply, clean, language, page, back: to = "./#view-today" }: Says,
	status: number,
	text: string,
): FastifyReply {
	reply.code(status);
	if (!page || wantsJson(request)) return reply.send({ error: clean.text(text) });
	const html = htmlFor(clean.text);
	const back = say(language, "page", "act_back");
	const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Solar Heating</title><link rel="stylesheet" href="page.css"></head><body><main><div class="view" id="view-wall"><section class="part"><p>${text}</p><p><a href="${to}">${back}</a></p></section></div></main></body></html>
`;
	return reply.type("text/html; charset=utf-8").send(body.text);
}
