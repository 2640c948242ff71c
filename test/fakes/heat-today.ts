import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { litresPerMinute } from "#model/quantities/units.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The same plant, where what each pump moves is known, so that heat is counted. */
export function meteredPlant(plant: Plant): Plant {
	const copy = structuredClone(plant);
	for (const output of copy.outputs as readonly Writable<Output>[])
		if (output.role === "pump") output.full_flow = litresPerMinute(4);
	return copy;
}

const DAY = "2026-06-21";

/** kWh by the hour of a fine day, until 16:40: those of the drawn page. */
export const HOURS: readonly number[] = [...Array(8).fill(0), 0.2, 0.7, 1, 0.9, 1.3, 1.2, 1, 0.6, 0.3];

/** The same turn, after each circuit's meter has counted a share of these hours, and each heater's some of the morning. */
export function withHeatToday(snapshot: Snapshot, hours: readonly number[] = HOURS): Snapshot {
	const { plant, memories } = snapshot;
	const count = (its: readonly number[]) => {
		const sum = its.reduce((all, one) => all + one, 0);
		const from = { day_from: 100, month_from: 90, year_from: 0 };
		return { total: 100 + sum, told: 100 + sum, day: DAY, ...from, hours: its };
	};
	const share = hours.map((kwh) => kwh / Math.max(1, plant.circuits.length));
	const morning = [0, 0, 0, 0, 0, 0.5, 0.4];
	const of = (rule: string, ids: readonly string[], its: readonly number[]) =>
		ids.map((id) => [`${rule}@${id}`, { heat: count(its), doubt: 1, gap: 0, back: 0 }] as const);
	const rows = [
		...of(
			"heat_meter",
			plant.circuits.map(({ id }) => id),
			share,
		),
		...of(
			"heater_meter",
			plant.outputs.filter(({ role }) => role === "heater").map(({ id }) => id),
			plant.heater.power > 0 ? morning : [],
		),
	];
	return { ...snapshot, memories: { ...memories, ...Object.fromEntries(rows) } };
}
