import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { fromField } from "#model/plant/circuit.ts";
import { measured, type Readings } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";
import { counted, countedByHour, type Times } from "./counting/count.ts";
import { between, type Look, rememberedLook } from "./counting/integral.ts";
import { atRest } from "./metering/at-rest.ts";
import { learntFrom } from "./metering/learnt.ts";
import { type HeatMemory, joinedHeat, memory } from "./metering/memory.ts";
import { lookAt, THRESHOLD } from "./metering/reading.ts";
import { seenOf } from "./metering/seen.ts";
import { type Meter, meterOf, sharing } from "./metering/wiring.ts";

/** Seconds between looks while heat flows. */
const EVERY = 10;

/** The heat that each circuit carries: by a flow meter or by its pump's flow, and two temperatures. */
export const heatMeter = rule({
	id: "heat_meter",
	per: "circuit",
	where: (circuit, plant) => meterOf(circuit, plant) !== undefined,
	needs: { meter: meterOf, others: sharing },
	options: z.object({}),
	counts: true,
	memory,
	joined: joinedHeat,
	propose({ at: circuit, meter, others }, situation, saved) {
		const before = fromField(circuit) && saved.sun !== true ? { ...saved, sun: true as const } : saved;
		const { now, begun, readings, circuits } = situation;
		const runs = circuits[circuit.index]?.runs === true;
		const rests = !runs && isQuiet(meter, readings);
		if (rests && before.last === "off") {
			const seen = () => seenOf(circuit, others, situation, before);
			const rested = meter.boundary === "into_tank" ? atRest(circuit, meter, before, seen(), situation) : before;
			const heat = counted(rested.heat, 0, situation);
			return silent(heat === rested.heat ? rested : { ...rested, heat });
		}
		const isLately = before.at !== undefined && before.at >= begun && now >= before.at;
		if (!rests && before.last !== "off" && isLately && since(instant(before.at ?? 0), now) < EVERY)
			return silent(before);
		const seen = seenOf(circuit, others, situation, before);
		const learnt = learntFrom(circuit, meter, seen, before.learnt);
		const after = metered(before, lookAt(circuit, meter, seen), situation);
		return silent(learnt === undefined ? after : { ...after, learnt });
	},
});

/** Nothing that a meter would tell of. */
const isQuiet = ({ flow }: Meter, readings: Readings): boolean => (measured(readings, flow) ?? 0) < THRESHOLD;

/** The memory after a look: what was carried since the last one, and this one in its place. */
export function metered(before: HeatMemory, look: Look, times: Times): HeatMemory {
	const { kwh, unsure, gap } = between(before, look, times.now, times.begun);
	return {
		...before,
		heat: countedByHour(before.heat, kwh, times),
		back: before.back + Math.max(0, -kwh),
		doubt: before.doubt + unsure,
		gap: before.gap + gap,
		...rememberedLook(look, times.now),
	};
}
