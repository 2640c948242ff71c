import { type OutputStates, running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { measured, type Readings } from "#model/plant/reading.ts";
import type { Look } from "../counting/integral.ts";
import { mostOf } from "./most.ts";
import type { HeaterMeter } from "./wiring.ts";

/** Relative uncertainties: of a meter, and of a rating plate at the voltage of the house. */
export const METERED = 0.02;
const RATED = 0.1;
/** W. Less is what a meter shows at rest. */
const QUIET = 5;

/** What the heater takes now. With a meter of its energy alone, its power is that of its rating plate. */
export function heaterLook(heater: Output, meter: HeaterMeter, readings: Readings, outputs: OutputStates): Look {
	const state = outputs[heater.index];
	if (meter.power !== undefined) {
		const watts = measured(readings, meter.power);
		if (watts === undefined) return state !== undefined && !running(state) ? { kind: "off" } : { kind: "unknown" };
		// A wrong reading, or a meter that counts the other way round.
		if (watts > mostOf(meter.rated) || watts < -QUIET) return { kind: "unknown" };
		return watts < QUIET ? { kind: "off" } : { kind: "on", kw: watts / 1000, unsure: (METERED * watts) / 1000 };
	}
	if (state?.actual === undefined) return { kind: "unknown" };
	if (state.actual === 0) return { kind: "off", since: state.since };
	const kw = (meter.rated * state.actual) / 100_000;
	return { kind: "on", kw, unsure: RATED * kw, since: state.since };
}
