import type { FastifyInstance, FastifyRequest } from "fastify";
import type { OnPage, Routes } from "../http/routes.ts";
import { contextOf, instead, sent, textIn } from "./answering.ts";
import { csvRoutes } from "./csv-routes.ts";
import { decisionsPage } from "./decisions.ts";
import type { DecisionsAsked } from "./decisions-view.ts";
import type { Engineer } from "./engineer.ts";
import { recordsPage } from "./records.ts";
import { replayPage } from "./replay.ts";
import { SPANS, whatIfPage } from "./what-if.ts";
import { yieldsPage } from "./yield/page.ts";

/** The views for an engineer. They only show, so they are links and forms that any browser can follow. */
export const engineerRoutes =
	(engineer: Engineer): Routes =>
	(app, on) => {
		decisions(app, on, engineer);
		replay(app, on, engineer);
		whatIf(app, on, engineer);
		yields(app, on, engineer);
		records(app, on, engineer);
		csvRoutes(app, on, engineer);
	};

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

function replay(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	let busy = false;
	app.get("/replay", async (request, reply) => {
		const context = await contextOf(request, on);
		const told = (text: string, code = 200) => sent(reply.code(code), instead(context, "replay", text));
		if (!engineer.trusted()) return told(context.text("no_clock"));
		if (busy) return told(context.text("what_if_busy"), 503);
		busy = true;
		const date = textIn(request.query, "date");
		const view = await engineer.replay(date, context.language).finally(() => {
			busy = false;
		});
		if (view !== undefined) return sent(reply, replayPage(context, view));
		return told(context.text("no_date", { value: (date ?? "").slice(0, 40) }), 400);
	});
}

/** Costs a processor for a while, so only a page of ours, or an address that a person typed, may ask for it. */
const isOwnWish = ({ headers }: FastifyRequest) =>
	["same-origin", "none", undefined].includes(headers["sec-fetch-site"]?.toString());

function whatIf(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	app.get("/what-if", async (request, reply) => {
		const context = await contextOf(request, on);
		if (!engineer.trusted()) return sent(reply, instead(context, "what-if", context.text("no_clock")));
		const all = engineer.tried(context.language);
		const days = Number(textIn(request.query, "days") ?? 31);
		const given = all.flatMap(({ rule, field }) => {
			const value = Number(textIn(request.query, `${rule}.${field}`) ?? Number.NaN);
			return Number.isFinite(value) ? [[`${rule}.${field}`, value] as const] : [];
		});
		const asked = { values: Object.fromEntries(given), days: SPANS.find((one) => one === days) ?? 31 };
		const wanted = given.length > 0 && isOwnWish(request) && request.method === "GET";
		const leaving = new AbortController();
		reply.raw.once("close", () => leaving.abort());
		const result = wanted ? await engineer.whatIf(asked, leaving.signal) : undefined;
		return sent(reply, whatIfPage(context, all, asked, result));
	});
}

function yields(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	app.get("/yield", async (request, reply) => {
		const context = await contextOf(request, on);
		return sent(reply, yieldsPage(context, engineer.yields(context.language)));
	});
}

function records(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	app.get("/records", async (request, reply) => {
		const context = await contextOf(request, on);
		if (!context.may) return sent(reply.code(403), instead(context, "records", context.text("records_not_allowed")));
		const before = Number(textIn(request.query, "before") ?? Number.NaN);
		const view = engineer.records(context.language, Number.isInteger(before) ? before : undefined);
		return sent(reply, recordsPage(context, view));
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
