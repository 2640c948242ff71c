import { settingsKey } from "#model/decision/own-settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Part } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { type Kelvin, kelvin } from "#model/quantities/units.ts";

/** A part must be so much colder than each of its limits. */
export const MARGIN = kelvin(20);

/** Settings that are temperatures at which something stops or begins that protects a part. By the rule and its field. */
export const LIMITS = {
	collector: [
		["boil_stop", "stop_at"],
		["collector_cooling", "start_at"],
	],
	tank: [
		["tank_limit", "target"],
		["tank_limit", "maximum"],
		["night_cooling", "tank_above"],
	],
} as const;

/** How far the part that is nearest to one of its limits is below it; undefined if a part's temperature is unknown. */
export function headroom(snapshot: Snapshot): Kelvin | undefined {
	let least = kelvin(Number.POSITIVE_INFINITY);
	for (const part of snapshot.plant.parts) {
		const limit = lowest(snapshot, part);
		if (limit === undefined) continue;
		for (const sensor of part.sensors) {
			const value = temperature(snapshot.readings, sensor);
			if (value === undefined) return undefined;
			least = kelvin(Math.min(least, limit - value));
		}
	}
	return least;
}

/** The lowest limit of a part; undefined for a part that has none. */
function lowest({ plant, settings }: Snapshot, { kind, id }: Part): number | undefined {
	const fields = kind === "collector" ? LIMITS.collector : kind === "tank" ? LIMITS.tank : [];
	const limits = fields.flatMap(([rule, field]) => {
		const value = settings[settingsKey(plant, rule, id)]?.[field];
		return typeof value === "number" ? [value] : [];
	});
	return limits.length === 0 ? undefined : Math.min(...limits);
}
