import { setImmediate } from "node:timers/promises";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { HistoryTables } from "./history.ts";
import { Points } from "./points.ts";
import { MINUTES_A_DAY } from "./trimmer.ts";

export interface HistoryQuery {
	/** ms since 1970-01-01 UTC, from `from` (included) to `to` (excluded). */
	readonly from: number;
	readonly to: number;
	/** Minutes per point. Increased if there would be too many points; from an hour on to whole hours. */
	readonly step: number;
}

type Values = Readonly<Record<string, readonly (number | null)[]>>;

export interface History {
	/** Minutes per point. */
	readonly step: number;
	/** Start of each point, ms since 1970-01-01 UTC. There is no point for a time in which nothing ran. */
	readonly times: readonly number[];
	/** For each of `times`, in the unit of the quantity; null where the sensor had no value. */
	readonly sensors: Values;
	/** The lowest and the highest minute of each point, likewise. */
	readonly lows: Values;
	readonly highs: Values;
	/** What each sensor measured. If that changed, the newest; `sensors` has no values of others. */
	readonly quantities: Readonly<Record<string, Quantity>>;
	/** Percent from this moment on. The first may be before `from`. */
	readonly outputs: Readonly<Record<string, readonly { readonly at: number; readonly percent: number }[]>>;
}

/** More points than a screen can show. */
const MOST_POINTS = 2000;
const MINUTE = 60_000;
const HOUR = 60;
/** Hours that are read at a time. */
const PAGE = 1000;

type Tables = Pick<HistoryTables, "minutes" | "hours" | "rolledUp" | "switched">;

/**
 * Reads a piece at a time, so that the controller can turn in between. Points of whole hours are made of the hours, which are
 * kept for longer than the minutes.
 */
export async function historyOf(tables: Tables, query: HistoryQuery): Promise<History> {
	const [first, end] = [Math.floor(query.from / MINUTE), Math.ceil(query.to / MINUTE)];
	const step = stepOf(query, end - first);
	const points = new Points(step);
	const from = step % HOUR === 0 ? await readHours(tables, first, end, points) : first;
	await readMinutes(tables, from, end, points);
	return { step, ...points.columns(), outputs: byOutput(tables.switched(query.from, query.to)) };
}

/** Points of more than an hour are whole hours. */
function stepOf({ step: asked }: HistoryQuery, minutes: number): number {
	const step = Math.max(1, Math.floor(asked), Math.ceil(minutes / MOST_POINTS));
	return step < HOUR ? step : Math.ceil(step / HOUR) * HOUR;
}

/** From which minute on there are only minutes. */
async function readHours(tables: Tables, first: number, end: number, points: Points): Promise<number> {
	const until = Math.min(Math.floor(end / HOUR), tables.rolledUp());
	const begin = Math.ceil(first / HOUR);
	if (begin >= until) return first;
	// Of the first hour, only a part was asked for.
	if (begin * HOUR > first) await readMinutes(tables, first, begin * HOUR, points);
	for (let from = begin; from < until; ) {
		const page = tables.hours(from, until, PAGE);
		for (const hour of page) points.addHour(hour);
		const last = page.at(-1);
		if (last === undefined) break;
		from = last.hour + 1;
		await setImmediate();
	}
	return until * HOUR;
}

async function readMinutes(tables: Tables, first: number, end: number, points: Points): Promise<void> {
	for (let from = first; from < end; ) {
		const page = tables.minutes(from, end, MINUTES_A_DAY);
		for (const minute of page) points.addMinute(minute);
		const last = page.at(-1);
		if (last === undefined) break;
		from = last.minute + 1;
		await setImmediate();
	}
}

function byOutput(switched: ReturnType<HistoryTables["switched"]>): History["outputs"] {
	const outputs = new Map<string, { readonly at: number; readonly percent: number }[]>();
	for (const { output, at, percent } of switched) {
		const changes = outputs.get(output) ?? [];
		changes.push({ at, percent });
		outputs.set(output, changes);
	}
	return Object.fromEntries(outputs);
}
