import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { isField, outOf, sensorOf } from "#model/plant/circuit.ts";
import { running } from "#model/plant/output.ts";
import { isThermometer, type Part, type Plant } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";

/** Minutes of the day in which a collector that rests is as warm as the air. */
const NIGHT = { from: 2 * 60, to: 4 * 60 };
const RESTED = 3 * 3600;
/** K above the air in each of so many nights. From the upper limit on it is warm fluid and no offset. */
const HIGH = { from: 3.5, below: 10, nights: 3 };
/** K below the air. A clear sky cools a collector too, but not in each of so many nights. */
const LOW = { from: -4, nights: 7 };
const FINE = 3;
const MINUTE = 60;

const memory = z.object({
	at: z.number().optional(),
	sum: z.number().optional(),
	count: z.number().optional(),
	/** Mean differences of the last nights in K, the newest last. */
	nights: z.array(z.number()).default([]),
	found: z.number().optional(),
});
type Memory = z.output<typeof memory>;

const outdoors = (_: Part, { sensors }: Plant) =>
	sensors.filter(isThermometer).find(({ role }) => role === "outdoor_air");

/** The sensor of a collector that rests differs from the air outdoors at night, night after night. */
export const sensorOffset = rule({
	id: "sensor_offset",
	per: "part",
	where: (part, plant) =>
		isField(part) &&
		part.sensor !== undefined &&
		outdoors(part, plant) !== undefined &&
		outOf(part, plant) !== undefined,
	needs: { collector: sensorOf, air: outdoors, circuits: outOf },
	options: z.object({}),
	counts: true,
	memory,
	finds({ collector, air }, { found, nights }) {
		if (found === undefined) return [];
		return [
			finding("warning", "sensor_offset", { sensor: collector.id, by: air.id, offset: found, nights: nights.length }),
		];
	},
	propose({ collector, air, circuits }, { now, wall, readings, outputs, begun }, before) {
		if (!wall.trusted) return silent(before);
		const { minute_of_day } = wall;
		if (minute_of_day < NIGHT.from || minute_of_day >= NIGHT.to) return silent(closed(before));
		if (before.at !== undefined && since(instant(before.at), now) < MINUTE) return silent(before);
		const hot = temperature(readings, collector);
		const cold = temperature(readings, air);
		const rests = circuits.every(({ pump }) => {
			const state = outputs[pump.index];
			return state !== undefined && !running(state) && since(state.since ?? begun, now) >= RESTED;
		});
		if (!rests || hot === undefined || cold === undefined) return silent(before);
		return silent({ ...before, at: now, sum: (before.sum ?? 0) + hot - cold, count: (before.count ?? 0) + 1 });
	},
});

/** The night is over: at least half of it was seen. */
function closed(before: Memory): Memory {
	const { sum = 0, count = 0, nights, found } = before;
	if (before.at === undefined) return before;
	if (count < 60) return found === undefined ? { nights } : { nights, found };
	const all = [...nights, Math.round((sum / count) * 10) / 10].slice(-LOW.nights);
	const high = all.slice(-HIGH.nights);
	const fine = high.length === HIGH.nights && high.every((k) => Math.abs(k) < FINE);
	const is =
		(high.length === HIGH.nights && high.every((k) => k >= HIGH.from && k < HIGH.below)) ||
		(all.length === LOW.nights && all.every((k) => k <= LOW.from));
	const offset = is ? high.at(-1) : fine ? undefined : found;
	return offset === undefined ? { nights: all } : { nights: all, found: offset };
}
