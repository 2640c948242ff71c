import { after, type Instant, instant, type Percent, seconds, since } from "../quantities/units.ts";
import { type OutputState, type OutputStates, running } from "./output.ts";
import type { Circuit, Output, ValvePosition } from "./plant.ts";

/** Whether heat flows in a circuit, and since when that is so. */
export interface Flow {
	readonly runs: boolean;
	/** Undefined if it was not recorded. */
	readonly since?: Instant;
}

const NO_TRAVEL = seconds(0);

/** A valve is known to stand where its relay was confirmed to be, after the time that it needs to get there. */
export function isKnown(now: Instant, valve: Output, states: OutputStates): boolean {
	const state = states[valve.index];
	if (state?.actual === undefined) return false;
	const { travel = NO_TRAVEL } = valve;
	return travel === 0 || (state.since !== undefined && since(state.since, now) >= travel);
}

/** Whether it is known to stand there. */
export const isAt = (now: Instant, valve: Output, position: Percent, states: OutputStates): boolean =>
	states[valve.index]?.actual === position && isKnown(now, valve, states);

/** The same for a position that a circuit needs. */
export const stands = (now: Instant, { valve, position }: ValvePosition, states: OutputStates): boolean =>
	isAt(now, valve, position, states);

/** Whether all its valves stand as the circuit needs them. */
export function open(now: Instant, { valves }: Circuit, states: OutputStates): boolean {
	for (const way of valves) if (!stands(now, way, states)) return false;
	return true;
}

/** The circuits of a pump in which heat flows if it runs. */
export interface Ways {
	readonly open: readonly Circuit[];
	/** A valve that is not known to stand somewhere, and may open another circuit. */
	readonly unknown: Output | undefined;
}

export function waysOf(now: Instant, circuits: readonly Circuit[], states: OutputStates): Ways {
	const ways: Circuit[] = [];
	let unknown: Output | undefined;
	for (const circuit of circuits) {
		let doubt: Output | undefined;
		let closed = false;
		for (const { valve, position } of circuit.valves) {
			if (!isKnown(now, valve, states)) doubt = valve;
			else if (states[valve.index]?.actual !== position) closed = true;
		}
		if (closed) continue;
		if (doubt === undefined) ways.push(circuit);
		else unknown ??= doubt;
	}
	return { open: ways, unknown };
}

/** Heat flows where the pump runs and the valves stand, whatever was wanted. */
export function flowOf(now: Instant, circuit: Circuit, states: OutputStates): Flow {
	const runs = flowsIn(now, circuit, states);
	const from = flowSince(circuit, runs, states);
	return from === undefined ? { runs } : { runs, since: from };
}

/** Whether heat flows in any of these circuits. */
export function anyFlows(circuits: readonly Circuit[], flows: readonly Flow[]): boolean {
	for (const { index } of circuits) if (flows[index]?.runs === true) return true;
	return false;
}

/** Whether that is still so. Makes nothing, as it runs in every turn. */
export function sameFlow(now: Instant, circuit: Circuit, states: OutputStates, flow: Flow): boolean {
	const runs = flowsIn(now, circuit, states);
	return flow.runs === runs && flow.since === flowSince(circuit, runs, states);
}

function flowsIn(now: Instant, circuit: Circuit, states: OutputStates): boolean {
	const state = states[circuit.pump.index];
	return state !== undefined && running(state) && open(now, circuit, states);
}

function flowSince(circuit: Circuit, runs: boolean, states: OutputStates): Instant | undefined {
	const state = states[circuit.pump.index];
	return runs && state !== undefined ? openSince(circuit, state, states) : state?.since;
}

/** When the last of pump and valves was ready. */
function openSince({ valves }: Circuit, pump: OutputState, states: OutputStates): Instant | undefined {
	let last = pump.since;
	for (const { valve } of valves) {
		const from = states[valve.index]?.since;
		if (from === undefined || last === undefined) return undefined;
		last = instant(Math.max(last, after(from, valve.travel ?? NO_TRAVEL)));
	}
	return last;
}
