import { after, type Instant, instant, seconds, since } from "../quantities/units.ts";
import { type OutputState, type OutputStates, running } from "./output.ts";
import type { Circuit, ValvePosition } from "./plant.ts";

/** Whether heat flows in a circuit, and since when that is so. */
export interface Flow {
	readonly runs: boolean;
	/** Undefined if it was not recorded. */
	readonly since?: Instant;
}

const NO_TRAVEL = seconds(0);

/** A valve stands where its relay was confirmed to be, after the time that it needs to get there. */
export function stands(now: Instant, { valve, position }: ValvePosition, states: OutputStates): boolean {
	const state = states[valve.index];
	if (state?.actual !== position) return false;
	const { travel = NO_TRAVEL } = valve;
	return travel === 0 || (state.since !== undefined && since(state.since, now) >= travel);
}

/** Whether all its valves stand as the circuit needs them. */
export function open(now: Instant, { valves }: Circuit, states: OutputStates): boolean {
	for (const position of valves) if (!stands(now, position, states)) return false;
	return true;
}

/** Heat flows where the pump runs and the valves stand, whatever was wanted. */
export function flowOf(now: Instant, circuit: Circuit, states: OutputStates): Flow {
	const { pump, valves } = circuit;
	const state = states[pump.index];
	const runs = state !== undefined && running(state) && open(now, circuit, states);
	const from = valves.length === 0 ? state?.since : runs ? openSince(circuit, state, states) : state?.since;
	return from === undefined ? { runs } : { runs, since: from };
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
