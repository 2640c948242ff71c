import type { Circuit } from "#model/plant/plant.ts";
import { measured } from "#model/plant/reading.ts";
import { type Seen, THRESHOLD } from "./reading.ts";
import type { Meter } from "./wiring.ts";

/** Share by which a new look moves what is learnt. */
const STEP = 0.02;
/** % of the speed from which on the flow tells that at full speed. */
const FAST = 50;

/** L/min at full speed, by the flow meter while the pump runs. Calibrates the virtual flow that counts while the meter is lost. */
export function learntFrom(
	circuit: Circuit,
	{ flow }: Meter,
	{ readings, outputs, runs, share }: Seen,
	before?: number,
) {
	const metered = measured(readings, flow);
	const level = outputs[circuit.pump.index]?.actual ?? 0;
	if (metered === undefined || metered < THRESHOLD || !runs || share !== 1 || level < FAST) return before;
	const full = metered / (level / 100);
	return before === undefined ? full : before + STEP * (full - before);
}
