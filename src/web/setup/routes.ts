import type { FastifyReply, FastifyRequest } from "fastify";
import { isRecord } from "#model/untyped/untyped.ts";
import { say, toldProblem } from "#texts/say.ts";
import { actorOf } from "../acts/person.ts";
import { Refusals } from "../acts/refusals.ts";
import { told, wantsJson } from "../acts/routes.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import type { SetupPort } from "./setup-view.ts";

/** Bytes. A screen has a few fields for each of 64 sensors. */
const MOST = 65_536;
const HERE = "./#view-setup";

/**
 * `POST setup`: a button of the guided path, with the fields of its screen, with and without a script. 403 without the right or
 * the token, 409 with the reason of a refusal.
 */
export const setupRoutes =
	(setup: SetupPort): Routes =>
	(app, on) => {
		const refusals = new Refusals(on.tell, () => on.now().getTime());
		app.post("/setup", { bodyLimit: MOST }, (request, reply) => answered(request, reply, { setup, on, refusals }));
	};

interface Answering {
	readonly setup: SetupPort;
	readonly on: OnPage;
	readonly refusals: Refusals;
}

async function answered(
	request: FastifyRequest,
	reply: FastifyReply,
	{ setup, on, refusals }: Answering,
): Promise<FastifyReply> {
	const language = on.languageOf(request);
	const person = await on.permitted(request);
	const says = { request, reply, clean: on.clean, language, page: true, back: HERE };
	if (typeof person === "string") return told(says, 403, say(language, "page", person));
	const actor = actorOf(person);
	const refused = await setup.act(fieldsIn(request.body), actor);
	on.changed();
	if (refused !== undefined) {
		refusals.refused(actor, refused);
		return told(says, 409, toldProblem(language, refused).remedy);
	}
	return wantsJson(request) ? reply.send({ done: true }) : reply.redirect(HERE, 303);
}

const fieldsIn = (body: unknown): Readonly<Record<string, string>> =>
	isRecord(body)
		? Object.fromEntries(
				Object.entries(body).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
			)
		: {};
