import { FULL, type Instant, OFF, type Percent } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";
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

/** Whether the coil must be energised for the wanted load. Only this knows about `nc`. */
export const energised = (output: Output, want: Percent): boolean => want > 0 !== (output.wiring === "nc");
/** The state of the load for this state of the coil. */
export const loadOf = (output: Output, coil: boolean): Percent => (coil !== (output.wiring === "nc") ? FULL : OFF);
/** The load's state at rest; undefined means unchanged. */
export const restOf = (output: Output): Percent | undefined => {
	switch (output.rest) {
		case "load_off":
			return OFF;
		case "load_on":
			return FULL;
		case "hold":
			return undefined;
	}
};
