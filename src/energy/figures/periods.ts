import { figuresOf } from "../counting/count.ts";
import type { Counter, EnergyBoundary } from "./counts.ts";

/** Energy of a source on a local day, as the history keeps it or as a counter shows it today. */
export interface DayOfEnergy {
	/** ISO date. */
	readonly day: string;
	readonly source: string;
	readonly boundary: string;
	readonly kwh: number;
}

export const STEPS = ["day", "month", "year"] as const;
export type Step = (typeof STEPS)[number];
/** Characters of an ISO date that name the period. */
const NAME: Readonly<Record<Step, number>> = { day: 10, month: 7, year: 4 };

/** Energy of a source in a period. */
export interface EnergyOfSource {
	/** `sun` is the sum of all collectors; others are named as counters are. */
	readonly source: string;
	/** For the sun `collector_loop`, if a part of it was measured there. */
	readonly boundary: EnergyBoundary;
	readonly kwh: number;
}

/** A day, month or year in which something was counted. */
export interface EnergyPeriod {
	/** `2026-11-30`, `2026-11` or `2026`. */
	readonly period: string;
	/** Days of it that were counted. Of other days nothing is known. */
	readonly days: number;
	readonly energies: readonly EnergyOfSource[];
}

/** What counters have counted today; nothing before the time of day was known. */
export const daysNow = (counters: readonly Counter[]): readonly DayOfEnergy[] =>
	counters.flatMap(({ source, boundary, count }) => {
		const { today } = figuresOf(count);
		return today === undefined || count.day === undefined ? [] : [{ day: count.day, source, boundary, kwh: today }];
	});

/** Days by period, oldest first. A period without a counted day is missing. */
export function periodsOf(days: readonly DayOfEnergy[], step: Step): readonly EnergyPeriod[] {
	const periods = Map.groupBy(days, ({ day }) => day.slice(0, NAME[step]));
	return [...periods]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([period, rows]) => ({
			period,
			days: new Set(rows.map(({ day }) => day)).size,
			energies: energiesOf(rows),
		}));
}

function energiesOf(rows: readonly DayOfEnergy[]): readonly EnergyOfSource[] {
	const sums = new Map<string, EnergyOfSource>();
	for (const { source: counter, boundary: at, kwh } of rows) {
		const source = isOfSun(counter) ? "sun" : counter;
		const before = sums.get(source);
		const boundary = (before?.boundary === "collector_loop" ? before.boundary : at) as EnergyBoundary;
		sums.set(source, { source, boundary, kwh: (before?.kwh ?? 0) + kwh });
	}
	return [...sums.values()].toSorted((a, b) => order(a.source) - order(b.source) || (a.source < b.source ? -1 : 1));
}

/** Sources first, then what became of their heat. */
const ORDER = ["sun", "circuit", "heater", "rose", "drawn_or_lost", "drawn", "lost"];
const order = (source: string): number => ORDER.indexOf(source.split("/", 1)[0] ?? "");

/** Whether this counter is a part of the sum of all collectors. */
export const isOfSun = (counter: string): boolean => counter.startsWith("sun/") || counter.startsWith("sun_before/");
