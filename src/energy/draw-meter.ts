import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { isTank } from "#model/plant/circuit.ts";
import type { Sensor } from "#model/plant/plant.ts";
import { measured, type Readings, temperature } from "#model/plant/reading.ts";
import type { Celsius } from "#model/quantities/units.ts";
import { booked, joinedMeters, metered } from "./counting/booked.ts";
import { counted } from "./counting/count.ts";
import type { Look } from "./counting/integral.ts";
import { carried } from "./metering/heat.ts";
import { THRESHOLD } from "./metering/reading.ts";
import { coldWaterOf, layersOf } from "./tank/layers.ts";
import { tapOf } from "./tank/tap.ts";

export const memory = z.object(metered);

/** Relative: of the meter, and of the temperature of cold water in the course of a year. */
const UNSURE = 0.1;

/** Heat that is drawn from each tank: by the flow of hot water, the tank's highest sensor, and the temperature of cold water. */
export const drawMeter = rule({
	id: "draw_meter",
	per: "part",
	where: (part, plant) => isTank(part) && tapOf(part, plant) !== undefined && layersOf(part, plant) !== undefined,
	needs: { tap: tapOf, layers: layersOf, house: (_, plant) => plant },
	options: z.object({}),
	counts: true,
	memory,
	joined: joinedMeters,
	propose({ tap, layers, house }, situation, before) {
		const top = layers.at(-1)?.sensor;
		const look = drawn(tap, temperature(situation.readings, top), situation.readings, coldWaterOf(house));
		if (look.kind === "off" && before.last === "off") {
			const heat = counted(before.heat, 0, situation);
			return silent(heat === before.heat ? before : { ...before, heat });
		}
		return silent(booked(before, look, situation));
	},
});

function drawn(tap: Sensor<"flow">, top: Celsius | undefined, readings: Readings, cold: Celsius): Look {
	const flow = measured(readings, tap);
	if (flow !== undefined && flow < THRESHOLD) return { kind: "off" };
	if (flow === undefined || top === undefined) return { kind: "unknown" };
	const kw = Math.max(0, carried(0, flow, top, cold, top));
	return { kind: "on", kw, unsure: UNSURE * kw };
}
