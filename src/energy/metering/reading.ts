import type { OutputStates } from "#model/plant/output.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { measured, type Readings, temperature } from "#model/plant/reading.ts";
import { celsius, type Instant, litresPerMinute } from "#model/quantities/units.ts";
import type { Look } from "../counting/integral.ts";
import { carried, type FlowFrom, unsureOf } from "./heat.ts";
import type { Meter } from "./wiring.ts";

/** L/min. Less is the noise of a meter at rest. */
export const THRESHOLD = 0.2;
/** Share of the difference between collector and tank that a usual coil takes out of the fluid. */
const COIL = 0.75;

/** What is known of a circuit in a turn. */
export interface Seen {
	readonly readings: Readings;
	readonly outputs: OutputStates;
	/** Heat flows in it, by what the boards confirmed. */
	readonly runs: boolean;
	readonly since?: Instant | undefined;
	/** Share of what the meter or pump moves; undefined while another circuit on it runs too and that is not known. */
	readonly share: number | undefined;
	/** No other circuit is on the same meter or pump. */
	readonly alone: boolean;
	/** K by which the hot sensor shows more than the cold one. */
	readonly offset: number | undefined;
	/** L/min at full speed, as learnt from the flow meter. */
	readonly learnt: number | undefined;
}

interface Flow {
	readonly flow: number;
	readonly from: FlowFrom;
}

/** What the circuit carries now. */
export function lookAt(circuit: Circuit, meter: Meter, seen: Seen): Look {
	const { readings, runs, share } = seen;
	const found = flowIn(circuit, meter, seen);
	if (found === "none") return { kind: "off", since: runs ? undefined : seen.since };
	const hot = temperature(readings, meter.hot);
	const cold = temperature(readings, meter.cold);
	if (found === undefined || share === undefined || hot === undefined || cold === undefined) return { kind: "unknown" };
	const apart = hot - cold - (seen.offset ?? 0);
	const difference = meter.return_estimated ? COIL * apart : apart;
	const kw = carried(meter.glycol, litresPerMinute(share * found.flow), hot, celsius(hot - difference));
	const { return_estimated } = meter;
	const doubts = { flow: found.from, calibrated: seen.offset !== undefined, return_estimated, split: share < 1 };
	return { kind: "on", kw, unsure: unsureOf(kw, difference, doubts), since: runs ? seen.since : undefined };
}

/** Undefined if it is not known. */
function flowIn(circuit: Circuit, { flow, full }: Meter, seen: Seen): Flow | "none" | undefined {
	const { readings, outputs, runs, learnt, alone } = seen;
	const metered = measured(readings, flow);
	// A meter tells of any flow, also without the pump. It cannot tell of which of several circuits.
	if (metered !== undefined)
		return metered < THRESHOLD || !(runs || alone) ? "none" : { flow: metered, from: "measured" };
	if (!runs) return "none";
	const level = outputs[circuit.pump.index]?.actual;
	const most = full ?? learnt;
	if (level === undefined || most === undefined) return undefined;
	// In pipes and coils the flow grows as the speed does.
	const from = full === undefined ? "learnt" : level < 100 ? "slower" : "full_speed";
	return { flow: (most * level) / 100, from };
}
