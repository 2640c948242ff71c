import type { Flow } from "#model/plant/flows.ts";
import { FULL, OFF, type Percent } from "#model/quantities/units.ts";

/** How a circuit came out of the last turn: all that rules may know of other circuits. It is not saved. */
export interface CircuitState extends Flow {
	/** The highest level that a claim asked for, even if it was forbidden. */
	readonly asked: Percent;
	/** The highest level that all claims allowed. */
	readonly most: Percent;
	/** What it leads to takes no more heat: it has reached the temperature up to which it is charged. Known in mode auto only. */
	readonly full: boolean | undefined;
	/** It wanted to run, and another circuit of its group was served. */
	readonly displaced: boolean;
}

/** Before the first turn. */
export const NEW: CircuitState = { runs: false, asked: OFF, most: FULL, full: undefined, displaced: false };
