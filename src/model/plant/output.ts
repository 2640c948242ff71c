import { FULL, type Instant, OFF, type Percent } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";
import type { Output } from "./plant.ts";

/** What is known of an output: what was wanted last, what the board confirmed, and since when it has been so. */
export interface OutputState {
	readonly wanted: Percent;
	/** What was read back or acknowledged; undefined while not known. */
	readonly actual?: Percent;
	/** When the load last changed between running and resting; undefined for "before we can remember". */
	readonly since?: Instant;
	readonly fault?: Fault;
}
export type OutputStates = readonly OutputState[];

export const AT_REST: OutputState = { wanted: OFF };

/** Whether the load runs, by the best knowledge there is. */
export const running = (state: OutputState) => (state.actual ?? state.wanted) > 0;

/** Whether the relay coil has to be energised so that the load is as wanted. The only place that knows of `nc`. */
export const energised = (output: Output, want: Percent): boolean => want > 0 !== (output.wiring === "nc");
/** What the load does when the coil is so. */
export const loadOf = (output: Output, coil: boolean): Percent => (coil !== (output.wiring === "nc") ? FULL : OFF);
/** The load's state at rest; undefined means: leave it as it is. */
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
