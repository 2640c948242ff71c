import type * as z from "zod";
import type { Compare } from "#model/decision/condition.ts";
import type { Claim, Reason } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Group } from "#model/decision/settings.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Circuit, Output, Part, Plant, Subject } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";
import type { Instant, Seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import type { CircuitState } from "./circuit-state.ts";

/** Everything that a rule may know. */
export interface Situation<S> {
	readonly now: Instant;
	/** When this controller began to control: the moment of its first turn. */
	readonly begun: Instant;
	readonly wall: Wall;
	readonly plant: Plant;
	readonly readings: Readings;
	readonly outputs: OutputStates;
	/** Each circuit as it came out of the last turn, in the order of `plant.circuits`. */
	readonly circuits: readonly CircuitState[];
	readonly mode: Mode;
	/** This rule's own settings. */
	readonly settings: S;
	/** What people asked for since the last turn. */
	readonly intents: readonly Intent[];
	/** Comparisons of values with limits. The decision and its explanation come from the same ones. */
	readonly compare: Compare;
	/** The broker that outputs behind one are reached through. Undefined until it is known. */
	readonly broker?: string | undefined;
}

/** Why a rule claims nothing here. */
export interface Idle {
	readonly on: Subject;
	readonly because: Reason;
}

export interface Proposal<M> {
	readonly claims: readonly Claim[];
	readonly idle: readonly Idle[];
	/** The same object as before if nothing changed, so that the loop knows what to save. */
	readonly memory: M;
}

/** The kinds of places that a rule can run for, once per place. */
export interface Places {
	readonly circuit: Circuit;
	readonly part: Part;
	readonly output: Output;
	readonly plant: Plant;
}
export type Per = keyof Places;
/** By role name: how to find it for a place. */
type Needs<P extends Per> = Readonly<Record<string, (at: Places[P], plant: Plant) => unknown>>;
type Found<N> = {
	readonly [Role in keyof N]: N[Role] extends (...args: never[]) => infer What ? NonNullable<What> : never;
};
/** A rule's place, and what it needs there. */
export type Here<P extends Per, N> = { readonly at: Places[P] } & Found<N>;

/**
 * One control function. `options` are its settings (an option group of this id, with units and texts in `meta`). `memory`
 * is what it remembers of a place between turns. Both have defaults.
 */
export interface Rule<P extends Per, N extends Needs<P>, Options extends z.ZodObject, Memory extends z.ZodObject> {
	readonly id: string;
	/** It runs once for each of these, each time with a memory of its own. */
	readonly per: P;
	/** Restricts the places. Without it, all. */
	where?(at: Places[P], plant: Plant): boolean;
	/**
	 * Found once, when rules and plant are bound. If one is not wired, the rule rests at that place and gives that as its
	 * reason.
	 */
	readonly needs: N;
	/** Functions that cannot be switched on (`enabled`) where this one is, by rule id. Said by one of the two. */
	readonly excludes?: readonly string[];
	readonly options: Options;
	readonly memory: Memory;
	/**
	 * Whether it is switched off. Then it proposes nothing, whatever the situation is, and is asked only once, to bring its memory
	 * to rest. For a rule whose memory does not change with time then.
	 */
	off?(settings: z.output<Options>): boolean;
	/** Its memory changes all the time. It is saved once a minute and at the stop, instead of at every change. */
	readonly counts?: true;
	/**
	 * For a counter: adds what it counted since the start, while the store could not be read, to the saved value.
	 * @param by how far the running time moves at the same moment
	 */
	joined?(saved: z.output<Memory>, since: z.output<Memory>, by: Seconds): z.output<Memory>;
	/** Circuits have other ids now. For a rule whose memory names them. */
	renamed?(memory: z.output<Memory>, ids: ReadonlyMap<string, string>): z.output<Memory>;
	/** Places of these rules are no more: what they remembered, by rule id. For a rule that keeps some of it. */
	gone?(memory: z.output<Memory>, lost: Lost): z.output<Memory>;
	/** Rules that find the same fault, by id: while this one tells something of a place, they tell nothing where they need that place. */
	readonly covers?: readonly string[];
	/** What it knows to be wrong at a place, by its memory. Shown like every finding. */
	finds?(here: Here<P, N>, memory: z.output<Memory>): readonly Finding[];
	propose(
		here: Here<P, N>,
		situation: Situation<z.output<Options>>,
		memory: z.output<Memory>,
	): Proposal<z.output<Memory>>;
}

/** Memories of places that are no more, by rule id. */
export type Lost = Readonly<Record<string, readonly unknown[]>>;

/** A rule whose types are unknown to the registry. */
export interface AnyRule {
	readonly id: string;
	readonly per: Per;
	where?(at: Places[Per], plant: Plant): boolean;
	readonly needs: Readonly<Record<string, (at: never, plant: Plant) => unknown>>;
	readonly excludes?: readonly string[];
	readonly options: z.ZodObject;
	readonly memory: z.ZodObject;
	off?(settings: Group): boolean;
	readonly counts?: true;
	readonly covers?: readonly string[];
	joined?(saved: unknown, since: unknown, by: Seconds): unknown;
	renamed?(memory: unknown, ids: ReadonlyMap<string, string>): unknown;
	gone?(memory: unknown, lost: Lost): unknown;
	finds?(here: unknown, memory: unknown): readonly Finding[];
	propose(here: unknown, situation: Situation<Group>, memory: unknown): Proposal<unknown>;
}

const PLACES: Readonly<Record<Per, (plant: Plant) => readonly Places[Per][]>> = {
	circuit: ({ circuits }) => circuits,
	part: ({ parts }) => parts,
	output: ({ outputs }) => outputs,
	plant: (plant) => [plant],
};

/** The places for which a rule exists in a plant. */
export const placesOf = (rule: AnyRule, plant: Plant): readonly Places[Per][] =>
	PLACES[rule.per](plant).filter((at) => rule.where?.(at, plant) ?? true);

/** What a rule needs at a place, by the name of each; undefined for what is not wired. */
export const neededAt = ({ needs }: AnyRule, at: Places[Per], plant: Plant): readonly (readonly [string, unknown])[] =>
	Object.entries(needs).map(([role, find]) => [role, find(at as never, plant)]);

/** Whether a rule runs at any place of a plant, because all that it needs there is wired. */
export const runsIn = (rule: AnyRule, plant: Plant): boolean =>
	placesOf(rule, plant).some((at) => neededAt(rule, at, plant).every(([, what]) => what !== undefined));

/** Checks the types of a rule before the registry forgets them. */
export const rule = <P extends Per, N extends Needs<P>, Options extends z.ZodObject, Memory extends z.ZodObject>(
	r: Rule<P, N, Options, Memory>,
) =>
	// The engine passes each rule only places of its kind with what it needs there, its own parsed settings and its own
	// memory.
	r as Rule<P, N, Options, Memory> & AnyRule;

const NO_CLAIMS: readonly Claim[] = [];
const NO_IDLE: readonly Idle[] = [];

/** A proposal that claims something. */
export const claiming = <M>(memory: M, claims: readonly Claim[]): Proposal<M> => ({ claims, idle: NO_IDLE, memory });
/** A proposal without claims, with a reason. */
export const idling = <M>(memory: M, on: Subject, because: Reason): Proposal<M> => ({
	claims: NO_CLAIMS,
	idle: [{ on, because }],
	memory,
});
/** An empty proposal. */
export const silent = <M>(memory: M): Proposal<M> => ({ claims: NO_CLAIMS, idle: NO_IDLE, memory });
