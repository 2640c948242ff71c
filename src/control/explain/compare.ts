import type { Compare, Comparison, Condition, Gauge } from "#model/decision/condition.ts";
import type { Key } from "#words/keys.ts";

/** Told of a comparison. Its answer is the outcome that the rule gets. */
export type Note = (condition: Condition) => boolean;

/**
 * Written out, because every rule compares in every turn: without a `note` a comparison costs what its operator costs. One
 * class for both cases, so that the compiler sees one shape.
 */
export class Comparing implements Compare {
	readonly note: Note | undefined;

	constructor(note?: Note) {
		this.note = note;
	}

	atLeast(of: Gauge, value: number, limit: number, setting?: string): boolean {
		const met = value >= limit;
		return this.note === undefined ? met : this.#told(of, "at_least", value, limit, setting, met);
	}
	above(of: Gauge, value: number, limit: number, setting?: string): boolean {
		const met = value > limit;
		return this.note === undefined ? met : this.#told(of, "above", value, limit, setting, met);
	}
	atMost(of: Gauge, value: number, limit: number, setting?: string): boolean {
		const met = value <= limit;
		return this.note === undefined ? met : this.#told(of, "at_most", value, limit, setting, met);
	}
	below(of: Gauge, value: number, limit: number, setting?: string): boolean {
		const met = value < limit;
		return this.note === undefined ? met : this.#told(of, "below", value, limit, setting, met);
	}
	so(what: Key<"condition">, met: boolean, setting?: string): boolean {
		if (this.note === undefined) return met;
		return this.note({ what, is: "so", met, ...(setting !== undefined && { setting }) });
	}

	#told(
		{ what, unit }: Gauge,
		is: Comparison,
		value: number,
		limit: number,
		setting: string | undefined,
		met: boolean,
	): boolean {
		const named = setting === undefined ? {} : { setting };
		return this.note?.({ what, unit, is, value, limit, ...named, met }) ?? met;
	}
}

/** Compares and notes nothing. */
export const PLAIN: Compare = new Comparing();
