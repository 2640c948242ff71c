import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "#model/findings/finding.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Language, say, toldProblem } from "#texts/say.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import { actorOf, type Refusal } from "./person.ts";

type Refused = { readonly kind: "refused"; readonly problems: readonly Problem[] };
type Answer = { readonly kind: "done"; readonly value: unknown } | Refused;

/** The options of the app, for its administrators. Provided by the composition. */
export interface OptionActs {
	/** As they are saved, secrets masked: `{ own, page, merged, revision, place, restart }`. */
	readonly shown: () => Promise<Answer>;
	/** What the next start would refuse after this change. */
	readonly check: (wanted: unknown) => Promise<readonly Problem[]>;
	readonly save: (wanted: unknown, who: { readonly actor: string; readonly revision?: string }) => Promise<Answer>;
	/** Refused, or what begins the restart once the answer is out. */
	readonly restart: (
		actor: string,
	) => Promise<
		{ readonly kind: "refused"; readonly problem: Problem } | { readonly kind: "begun"; readonly go: () => void }
	>;
}

/** Bytes. All options of the largest plant are a fifth of it. */
const LONGEST = 128 * 1024;

/**
 * `GET api/options`, `POST api/options/check` with `{ options }`, `POST api/options` with `{ options, revision }`, and
 * `POST api/restart`. The header `x-solar-token` has the person's token. 403 without the right or the token; 409 with `problems`
 * in the reader's language, and then nothing was saved.
 */
export const optionRoutes =
	(acts: OptionActs): Routes =>
	(app, on) => {
		const limit = { bodyLimit: LONGEST };
		app.get("/api/options", async (request, reply) => {
			if ((await on.actorIn(request)) === undefined) return forbidden(request, reply, on, "act_not_allowed");
			return answered(request, reply, on, await acts.shown());
		});
		app.post("/api/options/check", limit, async (request, reply) => {
			const person = await on.permitted(request);
			if (typeof person === "string") return forbidden(request, reply, on, person);
			const problems = await acts.check(optionsIn(request));
			return reply.send({ problems: told(problems, on.languageOf(request), on) });
		});
		app.post("/api/options", limit, async (request, reply) => {
			const person = await on.permitted(request);
			if (typeof person === "string") return forbidden(request, reply, on, person);
			const saved = await acts.save(optionsIn(request), { actor: actorOf(person), ...revisionIn(request) });
			return answered(request, reply, on, saved.kind === "done" ? await acts.shown() : saved);
		});
		app.post("/api/restart", async (request, reply) => {
			const person = await on.permitted(request);
			if (typeof person === "string") return forbidden(request, reply, on, person);
			const restarting = await acts.restart(actorOf(person));
			if (restarting.kind === "refused")
				return answered(request, reply, on, { kind: "refused", problems: [restarting.problem] });
			reply.raw.once("close", restarting.go);
			return reply.code(202).send({ restarting: true });
		});
	};

const optionsIn = ({ body }: FastifyRequest): unknown => (isRecord(body) ? body["options"] : undefined);

function revisionIn({ body }: FastifyRequest): { readonly revision?: string } {
	const revision = isRecord(body) ? body["revision"] : undefined;
	return typeof revision === "string" ? { revision } : {};
}

const told = (problems: readonly Problem[], language: Language, { clean }: OnPage) =>
	clean.data(problems.map((one) => toldProblem(language, one)));

export const forbidden = (request: FastifyRequest, reply: FastifyReply, { languageOf }: OnPage, why: Refusal) =>
	reply.code(403).send({ error: say(languageOf(request), "page", why) });

function answered(request: FastifyRequest, reply: FastifyReply, on: OnPage, answer: Answer): FastifyReply {
	if (answer.kind === "done") return reply.send(cleaned(answer.value, on));
	return reply.code(409).send({ problems: told(answer.problems, on.languageOf(request), on) });
}

/** Keys stay as they are: a password may be a word of ours. */
function cleaned(value: unknown, on: OnPage): unknown {
	if (typeof value === "string") return on.clean.text(value);
	if (Array.isArray(value)) return value.map((one) => cleaned(one, on));
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, on)]));
}
