import type { Range } from "./range.ts";

/** A column of values, or null where there was none. */
export type Values = Readonly<Record<string, readonly (number | null)[]>>;

/** Readings and switchings of a time. */
export interface HistoryView {
	/** Minutes per point. More than was asked for, where there would be too many. */
	readonly step: number;
	/** Start of each point, ms since 1970-01-01 UTC. There is no point for a time in which nothing ran. */
	readonly times: readonly number[];
	/** For each of `times`, in the unit of the quantity. */
	readonly sensors: Values;
	/** The lowest and the highest minute of each point. */
	readonly lows: Values;
	readonly highs: Values;
	readonly quantities: Readonly<Record<string, string>>;
	/** Percent from this moment on. The first may be before the time asked for. */
	readonly outputs: Readonly<Record<string, readonly { readonly at: number; readonly percent: number }[]>>;
}

export interface EnergyRange {
	/** ISO dates of the house; `to` is excluded. */
	readonly from: string;
	readonly to: string;
	readonly step: "day" | "month" | "year";
}

export interface EnergyPeriodView {
	/** `2026-11-30`, `2026-11` or `2026`. */
	readonly period: string;
	/** Days of it that were counted. */
	readonly days: number;
	readonly energies: readonly { readonly source: string; readonly boundary: string; readonly kwh: number }[];
}

/** What was kept. Provided by the composition. */
export interface Histories {
	readonly history: (range: Range) => Promise<HistoryView>;
	readonly energy: (range: EnergyRange) => readonly EnergyPeriodView[];
}

/** Questions that wait. A house has few people, and each costs the processor up to 100 ms. */
const WAITING = 8;

/** Asks one question after another, so that many at once cost control no more than one. */
export class InTurn {
	#waiting = 0;
	#last: Promise<unknown> = Promise.resolve();

	/** Undefined if too many wait already. */
	run<T>(question: () => Promise<T>): Promise<T> | undefined {
		if (this.#waiting >= WAITING) return undefined;
		this.#waiting += 1;
		const answer = this.#last.then(question, question).finally(() => {
			this.#waiting -= 1;
		});
		this.#last = answer.catch(() => undefined);
		return answer;
	}
}
