import { reason, strength, unlimited } from "#model/decision/decision.ts";
import { driven, positionOf, together } from "#model/plant/circuit.ts";
import { open } from "#model/plant/flows.ts";
import { roundedDown } from "#model/plant/level.ts";
import { type OutputStates, restOf } from "#model/plant/output.ts";
import type { Circuit, Output } from "#model/plant/plant.ts";
import { FULL, type Instant, OFF, type Percent, percent } from "#model/quantities/units.ts";
import { type Goal, goalOfClaims } from "../arbitrate.ts";
import type { Branch, Network } from "./networks.ts";

/** What a network is to do, before its machinery is protected. */
export interface Route {
	readonly network: Network;
	/** What each of `plant.circuits` is to do by the claims on it. */
	readonly goals: readonly Goal[];
	/** The circuits that are served, first things first. */
	readonly chosen: readonly Circuit[];
	/** For each valve of the group where it is to stand; undefined: where it is. */
	readonly positions: readonly (Percent | undefined)[];
}

/**
 * Chooses the circuits that are served, of those that are to run. `goals` are in the order of `plant.circuits`, `own` are
 * the outputs' goals in the order of `plant.outputs`.
 */
export function route(
	now: Instant,
	network: Network,
	goals: readonly Goal[],
	own: readonly (Goal | undefined)[],
	states: OutputStates,
): Route {
	const wanting = network.circuits.filter(({ index }) => (goals[index]?.want ?? OFF) > 0);
	const chosen = wanting.length > 1 ? choice(now, wanting, goals, states) : wanting;
	const positions = chosen.length === 0 ? NOWHERE : positionsFor(network, chosen, goals, own, states);
	return { network, goals, chosen, positions };
}
const NOWHERE: readonly undefined[] = [];

function choice(
	now: Instant,
	wanting: readonly Circuit[],
	goals: readonly Goal[],
	states: OutputStates,
): readonly Circuit[] {
	const candidates: Candidate[] = [];
	for (const circuit of wanting)
		candidates.push({ circuit, pull: pullOn(circuit, goals[circuit.index]), ready: open(now, circuit, states) });
	const chosen: Circuit[] = [];
	for (const { circuit } of candidates.sort(order))
		if (chosen.every((one) => together(one, circuit))) chosen.push(circuit);
	return chosen;
}

interface Candidate {
	readonly circuit: Circuit;
	/**
	 * What claims on the circuit itself say, by rank: asked for (1), forbidden (-1), or neither. As one number to the base 3, so
	 * that a stronger rank outweighs all weaker ones. Claims on the pump do not count.
	 */
	readonly pull: number;
	/** Its valves stand already. */
	readonly ready: boolean;
}

function pullOn(circuit: Circuit, goal: Goal | undefined): number {
	const output = driven(circuit);
	const pulls = [0, 0, 0, 0, 0];
	for (const { on, rank, at_least, at_most } of goal?.claims ?? []) {
		if (on === output) continue;
		const nth = strength[rank];
		// Within a rank forbidding wins.
		if (roundedDown(output, at_most) === 0) pulls[nth] = -1;
		else if (at_least > 0 && pulls[nth] === 0) pulls[nth] = 1;
	}
	let sum = 0;
	for (const pull of pulls) sum = sum * 3 + pull;
	return sum;
}

/** Rank by rank, then by priority, then valves that stand already. If only the pump is asked for, no valve moves for nothing. */
function order(a: Candidate, b: Candidate): number {
	if (a.pull !== b.pull) return b.pull - a.pull;
	const priority = a.circuit.priority - b.circuit.priority;
	const readiness = Number(b.ready) - Number(a.ready);
	return (a.pull > 0 ? priority || readiness : readiness || priority) || a.circuit.index - b.circuit.index;
}

/**
 * Valves go where the served circuits need them. The others stand as they are claimed, unless the claim is weaker than what
 * is served. Without a claim they go to rest.
 */
function positionsFor(
	{ valves, circuits }: Network,
	chosen: readonly Circuit[],
	goals: readonly Goal[],
	own: readonly (Goal | undefined)[],
	states: OutputStates,
): readonly (Percent | undefined)[] {
	let served: number = strength.upkeep;
	for (const { index } of chosen) served = Math.min(served, strength[goals[index]?.rank ?? "upkeep"]);
	const free: boolean[] = [];
	const positions = valves.map((output, n) => {
		for (const circuit of chosen) {
			const needed = positionOf(circuit, output);
			if (needed !== undefined) return needed;
		}
		const held = own[output.index];
		if (held?.rank !== undefined && strength[held.rank] <= served) return held.want;
		free[n] = true;
		return restOf(output);
	});
	for (const circuit of circuits)
		if (!chosen.includes(circuit) && chosen.some((one) => driven(one) === driven(circuit)))
			close(circuit, valves, positions, free, states);
	return positions;
}

/** A circuit that is not served is closed by a valve that nothing but its rest decides about, if it would be open otherwise. */
function close(
	circuit: Circuit,
	valves: readonly Output[],
	positions: (Percent | undefined)[],
	free: readonly boolean[],
	states: OutputStates,
): void {
	let by: number | undefined;
	for (const [n, output] of valves.entries()) {
		const needed = positionOf(circuit, output);
		if (needed === undefined) continue;
		const state = states[output.index];
		if ((positions[n] ?? state?.actual ?? state?.wanted) !== needed) return;
		if (free[n] === true) by = n;
	}
	if (by === undefined) return;
	const output = valves[by];
	if (output !== undefined) positions[by] = positionOf(circuit, output) === OFF ? FULL : OFF;
}

/** What a branch's output is to do for the circuits that are served, or why none is. */
export function goalFor({ output, circuits }: Branch, { chosen, goals }: Route): Goal | undefined {
	const served: Goal[] = [];
	for (const circuit of chosen) {
		const goal = circuits.includes(circuit) ? goals[circuit.index] : undefined;
		if (goal !== undefined) served.push(goal);
	}
	const [first] = served;
	if (first === undefined) return resting(circuits, chosen, goals);
	return served.length === 1 ? first : jointly(output, first, served);
}

/**
 * One speed for several circuits. Their claims are weighed together, so that a limit of one does not slow what a stronger
 * rank asks for another.
 */
function jointly(output: Output, first: Goal, served: readonly Goal[]): Goal {
	const joint = goalOfClaims(output, [...new Set(served.flatMap(({ claims }) => claims))]);
	if (joint.want > 0) return joint;
	// No claim asks for it: the mode brings them to rest.
	const { most, safe } = joint;
	return {
		...unlimited(first),
		want: percent(Math.min(Math.max(...served.map(({ want }) => want)), most)),
		most,
		safe,
	};
}

/**
 * Of several reasons for rest the weakest is told, because it is the nearest to a change. A circuit that lacks something is
 * the farthest: its reason is told if there is no other.
 */
function resting(circuits: readonly Circuit[], chosen: readonly Circuit[], goals: readonly Goal[]): Goal | undefined {
	let nearest: { readonly goal: Goal; readonly weakness: number; readonly priority: number } | undefined;
	for (const { index, priority } of circuits) {
		const goal = goals[index];
		if (goal === undefined) continue;
		const weakness = weaknessOf(goal);
		if (
			nearest === undefined ||
			weakness > nearest.weakness ||
			(weakness === nearest.weakness && priority < nearest.priority)
		)
			nearest = { goal, weakness, priority };
	}
	if (nearest === undefined) return undefined;
	return nearest.goal.want > 0 ? displaced(nearest.goal, chosen) : nearest.goal;
}

function weaknessOf({ want, rank, because }: Goal): number {
	if (want > 0) return DISPLACED;
	if (rank !== undefined) return strength[rank];
	return because.code === "not_wired" || because.code === "nobody_asks" ? NEVER : UNCLAIMED;
}
const NEVER = strength.safety - 1;
const UNCLAIMED = strength.upkeep + 1;
const DISPLACED = UNCLAIMED + 1;

/** It wants to run, and another circuit is served. */
export const displaced = (goal: Goal, [by]: readonly Circuit[]): Goal => ({
	...unlimited(goal),
	want: OFF,
	because: reason("displaced", { circuit: by?.id ?? "" }),
	activity: "idle",
	urgent: false,
});
