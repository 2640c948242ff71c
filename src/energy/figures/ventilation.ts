import type { Snapshot } from "#model/decision/snapshot.ts";
import { isThermometer, type Plant, type Thermometer } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";

/** K between extract and outdoor air. With less, the noise of the sensors decides. */
const LEAST = 3;

const ROLES = ["outdoor_air", "supply_air", "exhaust_air", "extract_air"] as const;
type Air = (typeof ROLES)[number];

const airOf = (role: Air, { sensors }: Plant): Thermometer | undefined =>
	sensors.filter(isThermometer).find((sensor) => sensor.role === role);

/** Whether a heat-recovery ventilation unit is measured on one side at least. */
export const isVentilated = (plant: Plant): boolean =>
	airOf("outdoor_air", plant) !== undefined &&
	airOf("extract_air", plant) !== undefined &&
	(airOf("supply_air", plant) !== undefined || airOf("exhaust_air", plant) !== undefined);

/** Temperature efficiencies of heat recovery (EN 308). Each is undefined where a temperature is lost or they are too near. */
export interface Recovery {
	readonly supply: number | undefined;
	readonly exhaust: number | undefined;
}

export function recoveryOf({ plant, readings }: Pick<Snapshot, "plant" | "readings">): Recovery {
	const [outdoor, supply, exhaust, extract] = ROLES.map((role) => temperature(readings, airOf(role, plant)));
	if (outdoor === undefined || extract === undefined || Math.abs(extract - outdoor) < LEAST)
		return { supply: undefined, exhaust: undefined };
	const whole = extract - outdoor;
	return {
		supply: supply === undefined ? undefined : (supply - outdoor) / whole,
		exhaust: exhaust === undefined ? undefined : (extract - exhaust) / whole,
	};
}
