import type { Key } from "#words/keys.ts";
import type { Measure, Percent, Seconds } from "../quantities/units.ts";

/** Units of what rules compare. */
export type Unit = "°C" | "K" | "s" | "%" | "W" | "W/m²" | "L/min" | "bar" | "price" | "kWh" | "";

/** Something that rules compare with a limit: the key of its name in the section `condition`, and its unit. */
export interface Gauge<U extends Unit = Unit> {
	readonly what: Key<"condition">;
	readonly unit: U;
}
export const gauge = <U extends Unit>(what: Key<"condition">, unit: U): Gauge<U> => ({ what, unit });

/** What a gauge shows is compared with `limit` so. */
export type Comparison = "at_least" | "above" | "at_most" | "below";

/** A comparison that a rule made, with its outcome. */
export interface Compared extends Gauge {
	readonly is: Comparison;
	readonly value: number;
	readonly limit: number;
	/** The field of the rule's settings that the limit comes from. */
	readonly setting?: string;
	readonly met: boolean;
}
/** A yes or no on which a rule went: a setting, a state. */
export interface Stated {
	readonly what: Key<"condition">;
	readonly is: "so";
	readonly setting?: string;
	readonly met: boolean;
}
export type Condition = Compared | Stated;

/** Whether this comparison holds. Rules and the explanation of what they did both go by it. */
export function holds(is: Comparison, value: number, limit: number): boolean {
	switch (is) {
		case "at_least":
			return value >= limit;
		case "above":
			return value > limit;
		case "at_most":
			return value <= limit;
		case "below":
			return value < limit;
	}
}

/** Whether the other outcome begins at the limit itself. */
export const flipsAtLimit = ({ is, met }: Pick<Compared, "is" | "met">): boolean => holds(is, 0, 0) !== met;
/** Whether the other outcome lies above the limit. */
export const overLimit = ({ is, met }: Pick<Compared, "is" | "met">): boolean =>
	(is === "at_least" || is === "above") !== met;

/** How far the value is from its limit. */
export const marginOf = ({ value, limit }: Pick<Compared, "value" | "limit">): number => Math.abs(value - limit);

/**
 * What a rule compares with. It gets the outcome, and the explanation gets the same comparison, so that there is no second
 * copy of the logic. `setting` names the field that the limit comes from.
 */
export interface Compare {
	/** `value >= limit` */
	atLeast<U extends Unit>(of: Gauge<U>, value: Measure<U>, limit: Measure<U>, setting?: string): boolean;
	/** `value > limit` */
	above<U extends Unit>(of: Gauge<U>, value: Measure<U>, limit: Measure<U>, setting?: string): boolean;
	/** `value <= limit` */
	atMost<U extends Unit>(of: Gauge<U>, value: Measure<U>, limit: Measure<U>, setting?: string): boolean;
	/** `value < limit` */
	below<U extends Unit>(of: Gauge<U>, value: Measure<U>, limit: Measure<U>, setting?: string): boolean;
	/** A yes or no that is no number. */
	so(what: Key<"condition">, met: boolean, setting?: string): boolean;
}

/** What would change a verdict. */
export interface Change {
	/** The level that there would be then. */
	readonly to: Percent;
	/** The rule that looks at it, and its place where there can be several. */
	readonly rule: string;
	readonly at?: string;
	/** The condition as it is; its outcome would be the other one. */
	readonly condition: Condition;
	/** It would be so if this sensor measured so much more. Absent for times, and for a yes or no. */
	readonly sensor?: string;
	readonly by?: number;
	/** About when, by how fast readings changed lately. Absent if they do not go there. */
	readonly in?: Seconds;
}

/** Why a verdict is as it is, and what would change it: the nearest in time first. */
export interface Explanation {
	/** The rule that won, or whose reason is told. Absent if no rule decided, as in mode `off`. */
	readonly rule?: string;
	readonly at?: string;
	/** All that this rule compared there. */
	readonly conditions: readonly Condition[];
	readonly changes: readonly Change[];
}

/** Of each output and each circuit, in the plant's order. */
export interface Explanations {
	readonly outputs: readonly Explanation[];
	readonly circuits: readonly Explanation[];
}
