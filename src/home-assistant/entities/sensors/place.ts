import { isVentilated } from "#energy/figures/ventilation.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import { atPart } from "../../places.ts";
import type { Place } from "../entity.ts";

const AIRS: ReadonlySet<string> = new Set(["outdoor_air", "exhaust_air", "supply_air", "extract_air"]);

/** Where a sensor is shown: at the collector or tank that it measures, or at the ventilation. */
export function placeOf(plant: Plant, { id, role }: Sensor): { readonly on?: Place } {
	if (AIRS.has(role) && isVentilated(plant)) return { on: "ventilation" };
	return atPart(plant.parts.find(({ sensors }) => sensors.some((one) => one.id === id)));
}
