import { type Reason, reason, strength, type Verdict } from "#model/decision/decision.ts";
import { positionOf } from "#model/plant/circuit.ts";
import { isAt, type Ways, waysOf } from "#model/plant/flows.ts";
import { AT_REST, type OutputState, type OutputStates, restOf, running } from "#model/plant/output.ts";
import type { Circuit, Output } from "#model/plant/plant.ts";
import { type Instant, OFF, type Percent } from "#model/quantities/units.ts";
import { delayed } from "../machinery/delayed.ts";
import type { Branch } from "./networks.ts";
import type { Route } from "./route.ts";

/**
 * Pumps of networks, before their least times: one runs only while its valves stand as routed, and stops at once where heat
 * must not flow.
 */
export function heldBack(
	now: Instant,
	routes: readonly Route[],
	states: OutputStates,
	goals: readonly Verdict[],
): readonly Verdict[] {
	const verdicts = [...goals];
	for (const one of routes)
		for (const branch of one.network.branches) {
			const { index } = branch.output;
			const verdict = verdicts[index];
			if (verdict !== undefined) verdicts[index] = waiting(now, one, branch, states, verdict);
		}
	return verdicts;
}

function waiting(now: Instant, one: Route, branch: Branch, states: OutputStates, verdict: Verdict): Verdict {
	const runs = running(states[branch.output.index] ?? AT_REST);
	if (verdict.want === 0 && !runs) return verdict.urgent ? { ...verdict, urgent: false } : verdict;
	const ways = waysOf(now, branch.circuits, states);
	const wrong = wrongFlow(one, branch, ways);
	const urgent = wrong !== undefined && runs;
	if (verdict.want === 0) return verdict.urgent === urgent ? verdict : { ...verdict, urgent };
	const why = unready(now, one, branch, states) ?? wrong ?? outranked(one, branch, ways);
	return why === undefined ? verdict : { ...delayed(branch.output, verdict, OFF, why), urgent };
}

/** Why the valves of a pump do not stand as routed; undefined if they do. */
function unready(
	now: Instant,
	{ network, positions, chosen }: Route,
	{ valves, circuits }: Branch,
	states: OutputStates,
): Reason | undefined {
	for (const output of valves) {
		const position = positions[network.valves.indexOf(output)];
		if (position === undefined || isAt(now, output, position, states)) continue;
		if (states[output.index]?.actual === undefined) return reason("valve_unknown", { output: output.id });
		return reason("valve_first", { circuit: chosen.find((circuit) => circuits.includes(circuit))?.id ?? "" });
	}
	return undefined;
}

/**
 * Why this pump must not run as its valves are known to stand: one is unknown, no way is open, or heat flows to two parts or
 * in a circuit that is forbidden urgently.
 */
function wrongFlow({ goals }: Route, { circuits }: Branch, { open, unknown }: Ways): Reason | undefined {
	if (unknown !== undefined) return reason("valve_unknown", { output: unknown.id });
	const [first] = open;
	if (first === undefined) return reason("valve_first", { circuit: circuits[0]?.id ?? "" });
	const wrong = open.find(({ to, index }) => to !== first.to || isForbidden(goals[index]));
	return wrong && reason("flow_elsewhere", { circuit: wrong.id });
}

/**
 * Why it must not run for the circuits that are served: heat would also flow in one that a stronger rank forbids, such as one
 * that a person holds off. That is no danger, so the least run may delay the stop.
 */
function outranked({ chosen, goals }: Route, { circuits }: Branch, { open }: Ways): Reason | undefined {
	let served = WEAKEST;
	for (const circuit of chosen) if (circuits.includes(circuit)) served = Math.min(served, rankOf(goals[circuit.index]));
	const forbidden = ({ index }: Circuit) => goals[index]?.want === 0 && rankOf(goals[index]) < served;
	const along = open.find((circuit) => !chosen.includes(circuit) && forbidden(circuit));
	return along && reason("flow_elsewhere", { circuit: along.id });
}
const WEAKEST = strength.upkeep + 1;
const rankOf = (goal: Verdict | undefined): number => (goal?.rank === undefined ? WEAKEST : strength[goal.rank]);

const isForbidden = (goal: Verdict | undefined) => goal !== undefined && goal.want === 0 && goal.urgent;

/**
 * Valves of networks, after the least times of the pumps: one moves only while no pump drives heat through it. `own` is what
 * is asked of each output itself.
 */
export function moved(
	now: Instant,
	routes: readonly Route[],
	states: OutputStates,
	own: readonly Verdict[],
	paced: readonly Verdict[],
): readonly Verdict[] {
	const verdicts = [...paced];
	for (const one of routes) {
		const { branches, valves } = one.network;
		const driving = branches.filter((branch) => drives(now, one, branch, states, verdicts[branch.output.index]));
		const refuge = one.chosen.length === 0 ? refugeOf(now, one, states) : undefined;
		for (const [n, output] of valves.entries()) {
			const asked = own[output.index];
			if (asked === undefined) continue;
			const state = states[output.index] ?? AT_REST;
			const stays = state.actual ?? state.wanted;
			const goes = placed(one, n, output, asked, stays, refuge);
			const by = goes.want === stays ? undefined : driving.find((branch) => branch.valves.includes(output));
			verdicts[output.index] =
				by === undefined ? goes : delayed(output, goes, stays, reason("pump_first", { by: by.output.id }));
		}
	}
	return verdicts;
}

/**
 * Whether a pump runs, or may run. One that is told off and runs on does not hold the valves if its heat flows where it must
 * not.
 */
function drives(now: Instant, one: Route, branch: Branch, states: OutputStates, verdict: Verdict | undefined): boolean {
	if (verdict !== undefined && verdict.want > 0) return true;
	const state = states[branch.output.index] ?? AT_REST;
	if (state.actual === 0) return false;
	return !(state.wanted === 0 && wrongFlow(one, branch, waysOf(now, branch.circuits, states)) !== undefined);
}

/** Where a valve is to stand, and why. */
function placed(
	{ network, chosen, positions }: Route,
	nth: number,
	output: Output,
	own: Verdict,
	stays: Percent,
	refuge: Circuit | undefined,
): Verdict {
	const position = positions[nth];
	const needing = chosen.find((circuit) => positionOf(circuit, output) !== undefined) ?? chosen[0];
	const fleeing = refuge && positionOf(refuge, output);
	const holds = own.rank !== undefined || own.urgent;
	if (position !== undefined && needing !== undefined && !(holds && own.want === position))
		return { ...own, want: position, because: reason("for_circuit", { circuit: needing.id }) };
	if (refuge !== undefined && fleeing !== undefined)
		return { ...own, want: fleeing, because: reason("for_circuit", { circuit: refuge.id }) };
	if (holds || own.activity === "off") return holds ? own : { ...own, want: stays };
	// A zone valve closes when nothing is served. A diverter stays: the next start need not wait for it.
	const rest = chosen.length === 0 && !network.diverters.includes(output) ? restOf(output) : undefined;
	return rest === undefined || rest === stays ? { ...own, want: stays, because: STAYS } : { ...own, want: rest };
}
const STAYS = reason("valve_stays");

/** If a pump cannot be stopped and drives heat where safety forbids it, the circuit that takes the heat instead. */
function refugeOf(now: Instant, { network, goals }: Route, states: OutputStates): Circuit | undefined {
	for (const { output, circuits } of network.branches) {
		if (!runsOn(states[output.index])) continue;
		const { open, unknown } = waysOf(now, circuits, states);
		if (unknown === undefined && !open.some(({ index }) => goals[index]?.safe === 0)) continue;
		const allowed = circuits.filter(({ index }) => (goals[index]?.safe ?? OFF) > 0);
		if (allowed.length < circuits.length) return allowed.sort((a, b) => a.priority - b.priority)[0];
	}
	return undefined;
}

const runsOn = (state: OutputState | undefined) =>
	state !== undefined && state.wanted === 0 && (state.actual ?? OFF) > 0;
