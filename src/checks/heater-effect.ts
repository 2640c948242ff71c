import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { finding } from "#model/findings/finding.ts";
import { running } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { instant, since } from "#model/quantities/units.ts";

/** K that some sensor of the tank has to rise. */
const EFFECT = 2;
const HOUR = 3600;
/** A person holds a heater for an hour at most, perhaps with cold water running in. */
const LEAST = 1.5 * HOUR;
/** Times as long as it should take, because hot water may be drawn meanwhile. */
const PATIENCE = 3;
/** Wh that heat a litre by a kelvin. */
const PER_LITRE = 1.163;

const memory = z.object({
	from: z.number().optional(),
	/** The lowest that each sensor told since then. */
	lows: z.record(z.string(), z.number()).optional(),
	/** It was seen to heat in this run. */
	works: z.boolean().optional(),
	found: z.number().optional(),
});
type Memory = z.output<typeof memory>;

const partOf = (output: Output, { parts }: Plant) =>
	parts.find(({ heaters, sensors }) => heaters.includes(output) && sensors.length > 0);

/** A heater that has been on for long, and no sensor of its tank gets warmer: its fuse, its thermostat or its element. */
export const heaterEffect = rule({
	id: "heater_effect",
	per: "output",
	where: (output, plant) => output.role === "heater" && plant.heater.power > 0 && partOf(output, plant) !== undefined,
	needs: { part: partOf, house: (_, plant) => plant },
	options: z.object({}),
	counts: true,
	memory,
	finds: ({ at }, { found }) =>
		found === undefined ? [] : [finding("warning", "heater_no_effect", { output: at.id, minutes: found })],
	propose({ at, part, house }, { now, readings, outputs }, before) {
		const state = outputs[at.index];
		const kept = before.found === undefined ? {} : { found: before.found };
		if (state === undefined || !running(state)) return silent(before.from === undefined ? before : kept);
		if (before.works === true) return silent(before);
		const from = before.from ?? now;
		const lows = lowest(part.sensors, readings, before.lows ?? {});
		const rose = part.sensors.some((sensor) => {
			const value = temperature(readings, sensor);
			return value !== undefined && value - (lows[sensor.id] ?? value) >= EFFECT;
		});
		if (rose) return silent({ from, works: true });
		const { volume = house.tank.volume } = part;
		const needs = ((EFFECT * volume * PER_LITRE) / house.heater.power) * HOUR;
		const lasted = since(instant(from), now);
		if (lasted >= Math.max(LEAST, PATIENCE * needs)) kept.found ??= Math.round(lasted / 60);
		const next: Memory = { ...kept, from, lows };
		return silent(before.from !== undefined && lows === before.lows && next.found === before.found ? before : next);
	},
});

/** The same object if no sensor is lower than ever. */
function lowest(
	sensors: readonly { readonly id: string; readonly index: number }[],
	readings: Readings,
	before: Readonly<Record<string, number>>,
): Record<string, number> {
	const lows: Record<string, number> = { ...before };
	let lower = false;
	for (const { id, index } of sensors) {
		const reading = readings[index];
		if (reading?.kind !== "ok" || !(reading.value < (lows[id] ?? Number.POSITIVE_INFINITY))) continue;
		lows[id] = reading.value;
		lower = true;
	}
	return lower ? lows : before;
}
