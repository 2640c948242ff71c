import type { Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { output, ownersPlant, plantWith } from "./owners-plant.ts";

export const SPEED = { min: percent(30), max: percent(80), step: percent(5) };

/** The owner's house with a pump of 30 to 80 % in steps of 5, a heater on a relay, and a diverter. */
export const speedPlant: Plant = plantWith(ownersPlant.sensors, [
	{ ...output("pump", "pump", 0), level: SPEED },
	output("heater", "heater", 1),
	{ ...output("diverter", "valve", 2), rest: "hold" },
]);
