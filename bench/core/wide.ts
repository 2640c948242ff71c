import type { Sample } from "#model/plant/reading.ts";
import { celsius, instant, percent, seconds } from "#model/quantities/units.ts";
import { type WideShape, widePlant } from "../../test/fakes/drawn/plant.ts";
import type { Day } from "./day.ts";

/**
 * Two tanks behind a diverter on a pump with speeds, an east and a west field with such a pump each, and two heaters: four
 * circuits on three pumps, and five sensors.
 */
const SPEEDS = { level: { min: percent(30), max: percent(100), step: percent(5) }, kick: seconds(10) };
const SHAPE: WideShape = {
	arrangements: [
		{ kind: "diverters", width: 2, pump: SPEEDS, zone_rest: "load_off" },
		{ kind: "pumps", width: 2, pump: SPEEDS, zone_rest: "load_off" },
	],
	heaters: 2,
	exclusive: true,
	pump_yields: false,
	travel: 5,
	least_run: 10,
	least_rest: 10,
	starts_per_hour: 0,
	even: false,
	layers: false,
	own: false,
};

/** The same sun over a wide plant: fields follow the owner's collector, and tanks its tank, each a little later. */
export function wideDay(day: Day): Pick<Day, "plant" | "settings" | "turns" | "samples" | "at"> {
	const plant = widePlant(SHAPE);
	const { collector, tank } = day.plant.roles;
	const count = day.plant.sensors.length;
	const value = (turn: number, like: number) => day.values[((turn + day.turns) % day.turns) * count + like] ?? 0;
	const samples = Array.from({ length: day.turns }, (_, turn) =>
		plant.sensors.map(
			({ index, role }): Sample => ({
				value: celsius(value(turn - index, (role === "collector" ? collector : tank)?.index ?? 0)),
				at: instant(day.at[turn] ?? 0),
				pace: seconds(day.pace),
			}),
		),
	);
	return { plant, settings: day.settings, turns: day.turns, samples, at: day.at };
}
