import * as z from "zod";
import { rule, type Situation, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { into } from "#model/plant/circuit.ts";
import { isThermometer, type Plant, type Sensor, type Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { type Instant, instant, since } from "#model/quantities/units.ts";

/** What a DS18B20 tells whose power failed, in °C. */
const POWER_ON = 85;
/** K that no sensor of a house jumps to exactly that value in a minute. */
const JUMP = 5;
const QUARTER = 900;
/** A collector or the air outdoors is not the same to the last digit for a day and a night. */
const DAY = 24 * 3600;
/** Seconds of charging in which its tank gets warmer. */
const CHARGED = 3600;
/** K between which heat is moved: with a dead pump the difference grows beyond. */
const LEAST = 5;
const MOST = 25;
const MINUTE = 60;

const one = z.object({
	value: z.number(),
	since: z.number(),
	/** Seconds for which its part was charged meanwhile. */
	charged: z.number().optional(),
	/** It came to 85 °C in a jump. */
	jumped: z.boolean().optional(),
	found: z.boolean().optional(),
});
const memory = z.object({ at: z.number().optional(), sensors: z.record(z.string(), one).default({}) });
type One = z.output<typeof one>;

/** Thermometers that have told the same to the last digit for too long, or the value that a DS18B20 has without power. */
export const stuckSensor = rule({
	id: "stuck_sensor",
	per: "plant",
	needs: {},
	options: z.object({}),
	counts: true,
	memory,
	finds({ at: { sensors } }, memory) {
		return sensors.flatMap(({ id }) => {
			const seen = memory.sensors[id];
			if (seen?.found !== true) return [];
			return seen.value === POWER_ON && seen.jumped === true
				? [finding("alarm", "sensor_without_power", { sensor: id, value: seen.value })]
				: [finding("warning", "sensor_stuck", { sensor: id, value: seen.value })];
		});
	},
	propose({ at: plant }, { now, readings, circuits }, before) {
		// Once a minute: what is looked for takes longer.
		const passed = before.at === undefined ? MINUTE : since(instant(before.at), now);
		if (passed < MINUTE) return silent(before);
		const sensors: Record<string, One> = {};
		const charging = chargedParts(plant, circuits, readings);
		for (const sensor of plant.sensors) {
			if (!isThermometer(sensor)) continue;
			const value = temperature(readings, sensor);
			const last = before.sensors[sensor.id];
			if (value === undefined) {
				if (last !== undefined) sensors[sensor.id] = last;
				continue;
			}
			sensors[sensor.id] = seen(sensor, value, last, now, charging.includes(sensor) ? passed : 0);
		}
		return silent({ at: now, sensors });
	},
});

function seen({ role }: Sensor, value: number, last: One | undefined, now: Instant, charged: number): One {
	if (last === undefined || last.value !== value) {
		const jumped = value === POWER_ON && (last === undefined || Math.abs(value - last.value) >= JUMP);
		return { value, since: now, ...(jumped && { jumped }) };
	}
	const lasted = since(instant(last.since), now);
	const sum = (last.charged ?? 0) + charged;
	const outdoors = role === "collector" || role === "outdoor_air";
	const found =
		(last.jumped === true && lasted >= QUARTER) || (outdoors && lasted >= DAY) || (role === "tank" && sum >= CHARGED);
	return { ...last, ...(sum > 0 && { charged: sum }), ...(found && { found }) };
}

/** The sensors that decide for the parts that are being charged, by a difference at which heat is moved. */
const chargedParts = (plant: Plant, states: Situation<unknown>["circuits"], readings: Readings): readonly Sensor[] =>
	plant.parts.flatMap((part): readonly Thermometer[] => {
		const charged = into(part, plant).some(({ index, from_sensor, to_sensor }) => {
			const [hot, cold] = [temperature(readings, from_sensor), temperature(readings, to_sensor)];
			const asked = states[index]?.runs === true && states[index].asked > 0;
			return asked && hot !== undefined && cold !== undefined && hot - cold > LEAST && hot - cold < MOST;
		});
		return charged && part.sensor !== undefined ? [part.sensor] : [];
	});
