import { FULL, type Instant, OFF, type Percent } from "../quantities/units.ts";
import { signalOf, speedOf } from "./curve.ts";
import type { Drive } from "./device.ts";
import type { Fault } from "./fault.ts";
import { SWITCH } from "./level.ts";
import type { Output } from "./plant.ts";

/** State of an output: what was last wanted, what the board confirmed, and since when. */
export interface OutputState {
	readonly wanted: Percent;
	/** Read back or acknowledged; undefined while unknown. */
	readonly actual?: Percent;
	/** When the load last changed between running and resting; undefined if that was not recorded. */
	readonly since?: Instant;
	readonly fault?: Fault;
}
export type OutputStates = readonly OutputState[];

export const AT_REST: OutputState = { wanted: OFF };

/** Whether the load runs, as far as is known. */
export const running = (state: OutputState) => (state.actual ?? state.wanted) > 0;

/** Whether any of these outputs runs. */
export function anyRuns(outputs: readonly { readonly index: number }[], states: OutputStates): boolean {
	for (const { index } of outputs) {
		const state = states[index];
		if (state !== undefined && running(state)) return true;
	}
	return false;
}

/** What leads heat one way or another. */
export const isValve = ({ role }: Output): boolean => role === "valve";

/** Whether the coil must be energised for the wanted load. Only this knows about `nc`. */
export const energised = (output: Output, want: Percent): boolean => want > 0 !== (output.wiring === "nc");
/** What its channel is set to for the wanted load. The wiring of a contact turns no level round. */
export const driveOf = (output: Output, want: Percent): Drive =>
	output.level === undefined ? energised(output, want) : signalOf(output.curve ?? "direct", want);
/** The state of the load for what its channel is set to; undefined for what such a channel cannot be set to. */
export function loadOf({ level, wiring, curve = "direct" }: Output, drive: Drive): Percent | undefined {
	if (typeof drive === "boolean") return level === undefined ? (drive !== (wiring === "nc") ? FULL : OFF) : undefined;
	// Written so that NaN is refused too.
	return level !== undefined && drive >= OFF && drive <= FULL ? speedOf(curve, drive) : undefined;
}
/** Whether this confirms the wanted load: off is off, and a level may differ by a step. */
export const confirms = ({ level = SWITCH }: Output, load: Percent, want: Percent): boolean =>
	load > 0 === want > 0 && Math.abs(load - want) <= level.step;
/** The load's state at rest; undefined means unchanged. */
export const restOf = (output: Output): Percent | undefined => {
	switch (output.rest) {
		case "load_off":
			return OFF;
		case "load_on":
			return (output.level ?? SWITCH).max;
		case "hold":
			return undefined;
	}
};
