import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Html } from "../html.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import { decisionsPage } from "./decisions.ts";
import type { DecisionsAsked } from "./decisions-view.ts";
import type { Engineer } from "./engineer.ts";
import { type EngineerContext, engineerContext, page, type ViewName } from "./frame.ts";

/** The views for an engineer. They only show, so they are links and forms that any browser can follow. */
export const engineerRoutes =
	(engineer: Engineer): Routes =>
	(app, on) => {
		decisions(app, on, engineer);
	};

/** What is told in place of a view. */
export const instead = (context: EngineerContext, view: ViewName, text: string): Html =>
	page(context, view, [["instead", context.html`<p>${text}</p>`]]);

export async function contextOf(request: FastifyRequest, { clean, now, languageOf, actorIn }: OnPage) {
	const may = (await actorIn(request)) !== undefined;
	return engineerContext(languageOf(request), (text) => clean.text(text), now, may);
}

export const sent = (reply: FastifyReply, { text }: Html) =>
	reply.type("text/html; charset=utf-8").header("vary", "accept-language").send(text);

function decisions(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	app.get("/decisions", async (request, reply) => {
		const context = await contextOf(request, on);
		if (!engineer.trusted()) return sent(reply, instead(context, "decisions", context.text("no_clock")));
		const asked = askedIn(request.query);
		const view = await engineer.decisions(asked, context.language);
		if (view !== undefined) return sent(reply, decisionsPage(context, view));
		const told = context.text("no_date", { value: (asked.date ?? "").slice(0, 40) });
		return sent(reply.code(400), instead(context, "decisions", told));
	});
}

/** Latest moment that a date can be. */
const LATEST = 8.64e15;

function askedIn(query: unknown): DecisionsAsked {
	const [date, output, time] = ["date", "output", "time"].map((key) => textIn(query, key));
	const at = Number(textIn(query, "at") ?? Number.NaN);
	return {
		...(date && { date }),
		...(output && { output }),
		...(time && { time }),
		...(Number.isFinite(at) && Math.abs(at) < LATEST && { at: Math.round(at) }),
	};
}

/** A field of a query, where it is there once and is not empty. */
export function textIn(query: unknown, key: string): string | undefined {
	const value = fieldOf(query, key);
	return typeof value === "string" && value !== "" ? value : undefined;
}
