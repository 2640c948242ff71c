import type * as z from "zod";
import type { Claim, Reason } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";
import type { Instant, Seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

/** All that a rule may know. */
export interface Situation<S> {
	readonly now: Instant;
	readonly wall: Wall;
	readonly plant: Plant;
	readonly readings: Readings;
	readonly outputs: OutputStates;
	readonly mode: Mode;
	/** This rule's own settings. */
	readonly settings: S;
	/** What persons asked for since the last turn. */
	readonly intents: readonly Intent[];
}

/** Why a rule wants nothing of this output. */
export interface Idle {
	readonly output: Output;
	readonly because: Reason;
}

export interface Proposal<M> {
	readonly claims: readonly Claim[];
	readonly idle: readonly Idle[];
	/** The same object as before when nothing changed: that is how the loop knows what to save. */
	readonly memory: M;
}

/**
 * One control function. `options` are its settings (an option group of this id, with units and texts in `meta`),
 * `memory` is what it remembers from turn to turn, and both carry their own defaults.
 */
export interface Rule<Options extends z.ZodObject = z.ZodObject, Memory extends z.ZodObject = z.ZodObject> {
	readonly id: string;
	readonly options: Options;
	readonly memory: Memory;
	/** Its memory counts up all the time: saved once a minute and at the stop, instead of at every change. */
	readonly counts?: true;
	/**
	 * For a rule that counts: adds what was counted since the start, while the store could not be read, to what was saved.
	 * @param by how far the running time moves as the two become one
	 */
	joined?(saved: z.output<Memory>, since: z.output<Memory>, by: Seconds): z.output<Memory>;
	propose(situation: Situation<z.output<Options>>, memory: z.output<Memory>): Proposal<z.output<Memory>>;
}

/** A rule whose types the registry has forgotten. */
export interface AnyRule {
	readonly id: string;
	readonly options: z.ZodObject;
	readonly memory: z.ZodObject;
	readonly counts?: true;
	joined?(saved: unknown, since: unknown, by: Seconds): unknown;
	propose(situation: Situation<Group>, memory: unknown): Proposal<unknown>;
}

/** Keeps the settings and memory types of a rule joined to each other while the registry forgets them. */
export const rule = <Options extends z.ZodObject, Memory extends z.ZodObject>(r: Rule<Options, Memory>) =>
	// The engine hands each rule only its own parsed settings and its own memory.
	r as Rule<Options, Memory> & AnyRule;

const NO_CLAIMS: readonly Claim[] = [];
const NO_IDLE: readonly Idle[] = [];

/** A proposal that claims something. */
export const claiming = <M>(memory: M, claims: readonly Claim[]): Proposal<M> => ({ claims, idle: NO_IDLE, memory });
/** A proposal that wants nothing of this output, and says why. */
export const idling = <M>(memory: M, output: Output, because: Reason): Proposal<M> => ({
	claims: NO_CLAIMS,
	idle: [{ output, because }],
	memory,
});
/** A proposal of nothing at all. */
export const silent = <M>(memory: M): Proposal<M> => ({ claims: NO_CLAIMS, idle: NO_IDLE, memory });
/** The rule needs a role that is not wired: it rests and says so where it would have acted. */
export const inactive = <M>(memory: M, output: Output | undefined, role: string): Proposal<M> =>
	output === undefined ? silent(memory) : idling(memory, output, { code: "not_wired", facts: { role } });
