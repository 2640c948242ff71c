import type { FastifyReply, FastifyRequest } from "fastify";
import { isRecord } from "#model/untyped/untyped.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import { type EnergyRange, type Histories, type HistoryView, InTurn } from "./ask.ts";
import { type Misasked, misasked, rangeIn } from "./range.ts";

const queryOf = ({ query }: FastifyRequest): Readonly<Record<string, unknown>> => (isRecord(query) ? query : {});

/** `GET /api/history` and `GET /api/energy`, for scripts. */
export const historyRoutes =
	(histories: Histories, inTurn = new InTurn()): Routes =>
	(app, on) => {
		app.get("/api/history", async (request, reply) => {
			const range = rangeIn(queryOf(request), on.now().getTime());
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
