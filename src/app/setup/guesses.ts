import type { SensorRole } from "#model/plant/sensor-role.ts";
import type { Wall } from "#model/quantities/wall.ts";
import type { SensorSeen } from "./hardware-watch.ts";

/** Minutes of the day in which a collector is usually the warmest. */
const DAY = { from: 9 * 60, to: 18 * 60 };
/** K by which it has to be warmer than everything else, and °C from which that says something. */
const WARMER = 5;
const WARM = 30;

/**
 * What the warmest sensors may be, by day alone: the collector, and then the tank.
 */
export function guessesFor(
	sensors: readonly SensorSeen[],
	{ trusted, minute_of_day }: Pick<Wall, "trusted" | "minute_of_day">,
): ReadonlyMap<string, SensorRole> {
	if (!trusted || minute_of_day < DAY.from || minute_of_day > DAY.to) return new Map();
	const warm = sensors
		.flatMap(({ source, value, quantity = "temperature" }) =>
			value === undefined || quantity !== "temperature" ? [] : [{ source, value }],
		)
		.sort((a, b) => b.value - a.value);
	const [first, second] = warm;
	if (first === undefined || second === undefined) return new Map();
	if (first.value < WARM || first.value - second.value < WARMER) return new Map();
	const tank = second.value >= WARM ? ([[second.source, "tank"]] as const) : [];
	return new Map<string, SensorRole>([[first.source, "collector"], ...tank]);
}
