import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Plant } from "#model/plant/plant.ts";
import { outputName, partName, sensorName } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { linesOf } from "../day-lines.ts";
import { knownRuns } from "../known-runs.ts";
import type { EnergyPeriodView, Histories, HistoryView } from "./ask.ts";
import { type Calendar, type Dates, datesOf, later, type Span } from "./calendar.ts";
import { type DateWriter, dateWriter } from "./dates.ts";
import type { BarView, CurveBand, CurvesView, HistoryPageView } from "./history-page-view.ts";

const MINUTE = 60_000;
/** Minutes per point: 168, 372 and 732 of them. */
const STEPS: Readonly<Record<Exclude<Span, "all">, number>> = { week: 60, month: 120, year: 720 };
/** What switched is kept for a month. */
const BANDS = 4;

export interface HistoryAsked {
	readonly span: Span;
	/** ISO date in the house's time. */
	readonly date: string;
	readonly language: Language;
	/** ms since 1970. */
	readonly now: number;
}

type Kept = Histories & { readonly calendar: Calendar };

/** Undefined for what is no date. */
export async function historyViewOf(
	kept: Kept,
	{ plant }: Pick<Snapshot, "plant">,
	{ span, date, language, now }: HistoryAsked,
): Promise<HistoryPageView | undefined> {
	const { calendar } = kept;
	if (calendar.day(date) === undefined) return undefined;
	const dates = datesOf(span, date);
	const today = calendar.dateOf(now);
	const write = dateWriter(language);
	const step = span === "year" ? "month" : span === "all" ? "year" : "day";
	const periods = kept.energy({ from: dates.from, to: dates.to, step });
	const curves = span === "all" ? undefined : await curvesOf(kept, plant, { span, dates, language, now, write });
	return {
		span,
		...{ from: dates.from, to: dates.to },
		...(span !== "all" && { before: dates.before }),
		...(span !== "all" && dates.to <= today && { after: dates.after }),
		...(curves && { curves }),
		bars: barsOf(periods, plant, { span, dates, language, write }),
	};
}

interface Drawn {
	readonly span: Exclude<Span, "all">;
	readonly dates: Dates;
	readonly language: Language;
	readonly now: number;
	readonly write: DateWriter;
}

async function curvesOf(kept: Kept, plant: Plant, drawn: Drawn): Promise<CurvesView | undefined> {
	const { span, dates, language, now, write } = drawn;
	const { calendar } = kept;
	const [from, to] = [calendar.day(dates.from)?.from, calendar.day(dates.to)?.from];
	if (from === undefined || to === undefined || from >= now) return undefined;
	const history = await kept.history({ from, to: Math.min(to, now), step: STEPS[span] });
	const lines = linesOf(plant.parts).map(([{ id, ...sensor }, kind]) => ({
		name: sensorName(plant, { id, ...sensor }, language),
		kind,
		means: valuesOf(history, history.sensors[id]),
		lows: valuesOf(history, history.lows[id]),
		highs: valuesOf(history, history.highs[id]),
	}));
	const half = (history.step * MINUTE) / 2;
	return {
		...{ from, to, now: Math.min(to, now) },
		ticks: ticksOf(calendar, drawn),
		rows: beginsOf(calendar, drawn, span === "year").map(({ at, date }) => ({
			at,
			title: span === "year" ? write.monthOfYear(date) : write.short(date),
		})),
		points: history.times.map((at, n) => ({
			at: Math.max(from, at) + half,
			label: labelOf(calendar, write, span, Math.max(from, at)),
			follows: n > 0 && at - (history.times[n - 1] ?? 0) <= 2 * half,
		})),
		lines,
		bands: span === "year" ? [] : bandsOf(history, plant, language, [from, Math.min(to, now)]),
	};
}

const valuesOf = ({ times }: HistoryView, values: readonly (number | null)[] = []) =>
	times.map((_, n) => values[n] ?? null);

function labelOf(calendar: Calendar, write: DateWriter, span: Span, at: number): string {
	const date = write.short(calendar.dateOf(at));
	return span === "year" ? date : `${date} ${calendar.clockOf(at).slice(0, 5)}`;
}

/** Each day of a week, each third of a month, each month of a year. */
function ticksOf(calendar: Calendar, drawn: Drawn): CurvesView["ticks"] {
	const { span, write } = drawn;
	const label = span === "week" ? write.weekday : span === "month" ? write.day : write.month;
	return beginsOf(calendar, drawn, span === "year")
		.filter((_, n) => span !== "month" || n % 3 === 0)
		.map(({ at, date }) => ({ at, label: label(date) }));
}

/** When each day, or each month, begins. */
function beginsOf(calendar: Calendar, { dates }: Pick<Drawn, "dates">, months: boolean) {
	const all: string[] = [];
	for (let date = dates.from; date < dates.to; date = later(date, 1))
		if (!months || date.endsWith("-01")) all.push(date);
	return all.flatMap((date) => {
		const at = calendar.day(date)?.from;
		return at === undefined ? [] : [{ at, date }];
	});
}

function bandsOf(
	{ outputs, times, step }: HistoryView,
	plant: Plant,
	language: Language,
	[from, to]: readonly [number, number],
): readonly CurveBand[] {
	const driven = plant.outputs.filter(({ role }) => role === "pump" || role === "heater").slice(0, BANDS);
	return driven.map((output) => ({
		name: outputName(plant, output, language),
		kind: output.role === "heater" ? "heater" : "pump",
		runs: knownRuns(runsIn(outputs[output.id] ?? [], from, to), times, step * MINUTE, to),
	}));
}

/** From each start to the next stop. */
function runsIn(changes: HistoryView["outputs"][string], from: number, to: number): CurveBand["runs"] {
	const runs: (readonly [number, number])[] = [];
	let since: number | undefined;
	for (const { at, percent } of [...changes, { at: to, percent: 0 }]) {
		if (percent > 0) since ??= Math.max(from, at);
		else if (since !== undefined) {
			if (at > since) runs.push([since, at]);
			since = undefined;
		}
	}
	return runs;
}

/** One for each day of a week or month, each month of a year, and each year that is known. */
function barsOf(
	periods: readonly EnergyPeriodView[],
	plant: Plant,
	{ span, dates, language, write }: Pick<Drawn, "dates" | "language" | "write"> & { readonly span: Span },
): readonly BarView[] {
	const known = new Map(periods.map((one) => [one.period, heatsOf(one, plant, language)]));
	if ([...known.values()].every((heats) => heats.length === 0)) return [];
	if (span === "all") return [...known].map(([year, heats]) => ({ label: year, title: year, heats }));
	const bars: BarView[] = [];
	const push = (period: string, label: string, title: string) =>
		void bars.push({ label, title, heats: known.get(period) ?? [] });
	if (span === "year")
		for (let n = 1; n <= 12; n += 1) {
			const month = `${dates.from.slice(0, 4)}-${String(n).padStart(2, "0")}`;
			push(month, write.month(`${month}-01`), write.monthOfYear(`${month}-01`));
		}
	else
		for (let date = dates.from; date < dates.to; date = later(date, 1))
			push(date, span === "week" ? write.weekday(date) : write.day(date), write.short(date));
	return bars;
}

/** What was brought in: the sun, stoves and boilers, heaters. */
function heatsOf({ energies }: EnergyPeriodView, plant: Plant, language: Language): BarView["heats"] {
	return energies.flatMap(({ source, kwh }): BarView["heats"] => {
		const [kind, id = ""] = source.split("/", 2);
		if (kind === "sun") return [{ name: say(language, "page", "heat_sun"), kind: "sun", kwh }];
		const output = plant.outputs.find((one) => one.id === id);
		if (kind === "heater")
			return [{ name: output === undefined ? id : outputName(plant, output, language), kind: "heater", kwh }];
		const from = kind === "circuit" ? plant.circuits.find((one) => one.id === id)?.from : undefined;
		return from?.kind === "source" ? [{ name: partName(plant, from, language), kind: "fire", kwh }] : [];
	});
}
