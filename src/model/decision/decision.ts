import type { Key } from "#words/keys.ts";
import type { Subject } from "../plant/plant.ts";
import type { Percent } from "../quantities/units.ts";
import type { Facts, With } from "../sentences/facts.ts";

/** Why something was decided: a code (text key and test value) with the facts that led to it. */
export interface Reason {
	readonly code: string;
	readonly facts: Facts;
}
export function reason<K extends Key<"reason">>(code: K, ...facts: With<"reason", K>): Reason;
export function reason(code: string, facts: Facts = NO_FACTS): Reason {
	return { code, facts };
}
const NO_FACTS: Facts = {};

/** Strongest first. */
export const RANKS = ["safety", "manual", "protection", "normal", "upkeep"] as const;
export type Rank = (typeof RANKS)[number];
/** 0 is the strongest. */
export const strength: Readonly<Record<Rank, number>> = { safety: 0, manual: 1, protection: 2, normal: 3, upkeep: 4 };

/** What the plant is doing, in one word. A rule's own are in its text file. */
export type Activity = Key<"activity">;

/** What a rule asks of a circuit or an output: bounds on how far it is driven. Only `arbitrate` compares claims. */
export interface Claim {
	readonly on: Subject;
	/** 0 asks for nothing. */
	readonly at_least: Percent;
	/** 100 forbids nothing. */
	readonly at_most: Percent;
	readonly rank: Rank;
	/** No least run delays the stop that it asks for. It lifts nothing else. Always so for safety. */
	readonly urgent: boolean;
	readonly because: Reason;
	readonly activity: Activity;
}

/** Why an output is on or off. */
export interface Verdict {
	readonly want: Percent;
	readonly because: Reason;
	/** The rank that won; undefined for an output that is off without a claim. */
	readonly rank?: Rank;
	readonly activity: Activity;
	/** No least run delays the stop: a claim forbids it urgently, or the mode is off. */
	readonly urgent: boolean;
	/** What keeps it from running as fast as is asked. Absent where nothing does, and for an output that is off. */
	readonly limited?: Claim;
	readonly overruled: readonly Claim[];
}

/** The same, without what limited it: it is driven otherwise. */
export function unlimited<V extends Verdict>(verdict: V): Omit<V, "limited"> {
	if (verdict.limited === undefined) return verdict;
	const { limited: _, ...rest } = verdict;
	return rest;
}
