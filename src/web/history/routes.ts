import type { FastifyReply, FastifyRequest } from "fastify";
import { isRecord } from "#model/untyped/untyped.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import { renderContext } from "../render-context.ts";
import { type EnergyRange, type Histories, type HistoryView, InTurn } from "./ask.ts";
import { type Calendar, SPANS } from "./calendar.ts";
import { historyPage, insteadOfHistory } from "./page.ts";
import { type Misasked, misasked, rangeIn } from "./range.ts";
import { historyViewOf } from "./view-of.ts";

/** What was kept, and the house's time. */
export type Kept = Histories & {
	readonly calendar: Calendar;
	/** ms since 1970; of the plant, whose time may run faster than that of the machine. */
	readonly now: () => number;
};

const queryOf = ({ query }: FastifyRequest): Readonly<Record<string, unknown>> => (isRecord(query) ? query : {});

/** `GET /history`, which people look at, and `GET /api/history` and `GET /api/energy`, for scripts. */
export const historyRoutes =
	(histories: Kept, inTurn = new InTurn()): Routes =>
	(app, on) => {
		app.get("/history", async (request, reply) => {
			const { status, page } = await shown(request, on, histories, inTurn);
			return reply.code(status).type("text/html; charset=utf-8").header("vary", "accept-language").send(page.text);
		});
		app.get("/api/history", async (request, reply) => {
			const range = rangeIn(queryOf(request), histories.now());
			if ("error" in range) return reply.code(400).send(range);
			const history = await inTurn.run(() => histories.history(range));
			if (history === undefined) return busy(reply);
			return reply.send(on.clean.data({ from: range.from, to: range.to, ...thinned(history) }));
		});
		app.get("/api/energy", (request, reply) => {
			const range = energyRangeIn(queryOf(request), on);
			if ("error" in range) return reply.code(400).send(range);
			return reply.send({ ...range, periods: histories.energy(range) });
		});
	};

/** The page of a week, a month or a year, or why there is none. */
async function shown(request: FastifyRequest, on: OnPage, kept: Kept, inTurn: InTurn) {
	const language = on.languageOf(request);
	const may = (await on.actorIn(request)) !== undefined;
	const context = { ...renderContext(language, (text) => on.clean.text(text), on.now), may, setsUp: on.setsUp };
	const instead = (status: number, text: string) => ({ status, page: insteadOfHistory(context, text) });
	const snapshot = on.snapshot();
	if (!snapshot.wall.trusted) return instead(200, context.word("history_no_clock"));
	const query = queryOf(request);
	const now = kept.now();
	const span = SPANS.find((one) => one === query["span"]) ?? "week";
	const date = typeof query["date"] === "string" ? query["date"] : kept.calendar.dateOf(now);
	const view = await inTurn.run(() => historyViewOf(kept, snapshot, { span, date, language, now }));
	if (view !== undefined) return { status: 200, page: historyPage(context, view) };
	const known = kept.calendar.day(date) !== undefined;
	return known
		? instead(503, context.word("history_busy"))
		: instead(400, context.word("history_no_date", { value: date.slice(0, 40) }));
}

export const busy = (reply: FastifyReply) =>
	reply.code(503).header("retry-after", "2").send({ error: "Too many questions at a time." });

const HOUR = 60;

/** Beside points of hours, only whether an output ran is told, and not each of its levels. */
function thinned(history: HistoryView): HistoryView {
	if (history.step < HOUR) return history;
	const outputs = Object.entries(history.outputs).map(([id, changes]) => [
		id,
		changes.filter(({ percent }, n) => n === 0 || percent > 0 !== (changes[n - 1]?.percent ?? 0) > 0),
	]);
	return { ...history, outputs: Object.fromEntries(outputs) };
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const STEPS = ["day", "month", "year"] as const;

/** Of the present year, by month, where nothing else is asked for. */
function energyRangeIn(query: Readonly<Record<string, unknown>>, { snapshot }: OnPage): EnergyRange | Misasked {
	const { wall } = snapshot();
	const year = Number(wall.date.slice(0, 4));
	const { from = `${year}-01-01`, to = `${year + 1}-01-01`, step: asked = "month" } = query;
	const step = STEPS.find((one) => one === asked);
	if (!isDate(from)) return misasked("from", from, "Give a date, such as 2026-11-01.");
	if (!isDate(to) || to <= from) return misasked("to", to, "Give a date after `from`, such as 2026-12-01.");
	if (step === undefined) return misasked("step", asked, `Give ${STEPS.join(", ")}.`);
	return { from, to, step };
}

const isDate = (value: unknown): value is string =>
	typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value));
