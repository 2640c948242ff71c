import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "#model/findings/finding.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import { forbidden } from "../acts/option-routes.ts";
import { actorOf, type Person } from "../acts/person.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import { renderContext } from "../render-context.ts";
import { IS, type OptionGroup } from "./option-form.ts";
import { type OptionsShown, optionsPage } from "./options-page.ts";

type Refused = { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** The app's own options as forms. Provided by the composition. */
export interface OptionForms {
	/** As they are saved, secrets masked. */
	readonly groups: (language: Language) => Promise<
		| {
				readonly kind: "done";
				readonly value: {
					readonly groups: readonly OptionGroup[];
					readonly revision: string;
					readonly restart: boolean;
					readonly elsewhere: boolean;
				};
		  }
		| Refused
	>;
	/** @param sent the fields of the form of this group, as text */
	readonly save: (
		group: OptionGroup,
		sent: Readonly<Record<string, string>>,
		who: { readonly actor: string; readonly revision: string },
	) => Promise<{ readonly kind: "done" } | Refused>;
	readonly restart: (
		actor: string,
	) => Promise<
		{ readonly kind: "refused"; readonly problem: Problem } | { readonly kind: "begun"; readonly go: () => void }
	>;
}

/** ms in which a browser loads the page that survives the restart. */
const LOADED = 1500;
/** Bytes. A list has up to 64 entries. */
const LONGEST = 64 * 1024;

/** `GET options`: the page on which an administrator sets the app's own options. Its forms go to `POST options` and `POST options/restart`. */
export const optionPages =
	(forms: OptionForms): Routes =>
	(app, on) => {
		app.get("/options", async (request, reply) => {
			const person = await on.actorIn(request);
			if (person === undefined) return forbidden(request, reply, on, "act_not_allowed");
			return show(request, reply, { on, forms, person }, seenIn(request.query));
		});
		app.post("/options", { bodyLimit: LONGEST }, async (request, reply) => {
			const person = await on.permitted(request);
			if (typeof person === "string") return forbidden(request, reply, on, person);
			return saved(request, reply, { on, forms, person });
		});
		app.post("/options/restart", async (request, reply) => {
			const person = await on.permitted(request);
			if (typeof person === "string") return forbidden(request, reply, on, person);
			const restarting = await forms.restart(actorOf(person));
			if (restarting.kind === "refused")
				return show(
					request,
					reply,
					{ on, forms, person },
					{ problems: told([restarting.problem], on.languageOf(request)) },
				);
			reply.raw.once("close", () => setTimeout(restarting.go, LOADED));
			return reply.redirect("../#view-wall", 303);
		});
	};

interface At {
	readonly on: OnPage;
	readonly forms: OptionForms;
	readonly person: Person;
}

async function saved(request: FastifyRequest, reply: FastifyReply, at: At): Promise<FastifyReply> {
	const { on, forms, person } = at;
	const language = on.languageOf(request);
	const { group: key = "", revision = "", token: _, find = "", ...fields } = fieldsIn(request.body);
	const sent = plainly(fields);
	const read = await forms.groups(language);
	const group = read.kind === "done" ? read.value.groups.find((one) => one.key === key) : undefined;
	if (read.kind === "refused" || group === undefined) return show(request, reply, at);
	const answer = await forms.save(group, sent, { actor: actorOf(person), revision });
	const query = new URLSearchParams({ open: key, ...(find !== "" && { find }) });
	if (answer.kind === "done") return reply.redirect(`./options?${query}#option-${encodeURIComponent(key)}`, 303);
	reply.code(409);
	const problems = told(answer.problems, language);
	const { row } = sent;
	return show(request, reply, at, {
		find,
		open: { group: key, sent, problems, ...(row !== undefined && { row }) },
		problems,
	});
}

/** What cannot be read is said in place of the forms. */
async function show(
	request: FastifyRequest,
	reply: FastifyReply,
	{ on, forms, person }: At,
	more: Partial<Pick<OptionsShown, "open" | "find" | "problems">> = {},
): Promise<FastifyReply> {
	const language = on.languageOf(request);
	const blank = renderContext(language, (text) => on.clean.text(text), on.now);
	const context = { ...blank, may: true, setsUp: on.setsUp };
	const read = await forms.groups(language);
	const page =
		read.kind === "done"
			? optionsPage(context, { find: "", ...read.value, token: on.tokenOf(person), ...more })
			: optionsPage(context, {
					...{ groups: [], revision: "", token: "", find: "", restart: false, elsewhere: false },
					problems: told(read.problems, language),
				});
	return reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(page.text);
}

const told = (problems: readonly Problem[], language: Language) => problems.map((one) => toldProblem(language, one));

/** Characters of what is looked for. */
const FIND = 80;

/** What is looked for, and the group that was just saved. */
function seenIn(query: unknown): Pick<OptionsShown, "find" | "open"> {
	const { find = "", open } = fieldsIn(query);
	return { find: find.trim().slice(0, FIND), ...(open !== undefined && { open: { group: open } }) };
}

/** Fields by the names of their options. */
const plainly = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name.startsWith(IS) ? name.slice(IS.length) : name, value]),
	);

const fieldsIn = (body: unknown): Readonly<Record<string, string>> =>
	isRecord(body)
		? Object.fromEntries(
				Object.entries(body).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
			)
		: {};
