import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { DayLine } from "./day-view.ts";

/** The temperatures that are drawn over time: the first collector, and the first tank at its top and its bottom. */
export function linesOf(parts: Plant["parts"]): readonly (readonly [Sensor, DayLine["kind"]])[] {
	const collector = parts.find(({ kind, sensor }) => kind === "collector" && sensor !== undefined)?.sensor;
	const tank = parts.find(({ kind, sensors }) => kind === "tank" && sensors.length > 0);
	const high = (tank?.sensors ?? [])
		.filter(({ height }) => height !== undefined)
		.toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0));
	const [top, bottom] = high.length >= 2 ? [high[0], high.at(-1)] : [tank?.sensor ?? tank?.sensors[0], undefined];
	return [
		...(collector === undefined ? [] : [[collector, "collector"] as const]),
		...(top === undefined ? [] : [[top, "top"] as const]),
		...(bottom === undefined ? [] : [[bottom, "bottom"] as const]),
	];
}
