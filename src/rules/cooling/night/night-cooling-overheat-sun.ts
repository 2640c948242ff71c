import type { Situation } from "#control/rule.ts";
import { gauge } from "#model/decision/condition.ts";
import type { Sensor } from "#model/plant/plant.ts";
import { measured } from "#model/plant/reading.ts";
import { type KilowattHours, kilowattHours } from "#model/quantities/units.ts";
import { EVENING, MORNING } from "./night-cooling-cools.ts";

const SUN = gauge("sun_tomorrow", "kWh");
const NOT_ASKED = kilowattHours(0);

interface Given extends Pick<Situation<unknown>, "wall" | "readings" | "compare"> {
	readonly settings: { readonly dull_below: KilowattHours };
}

/**
 * Whether the forecast of the evening says that tomorrow is dull. It is known until the morning. Without a forecast, a clock
 * or a limit no day is.
 */
export function isDull(before: boolean, suns: readonly Sensor<"energy">[], given: Given): boolean {
	const { wall, readings, settings, compare } = given;
	const { minute_of_day, trusted } = wall;
	if (!trusted || settings.dull_below === NOT_ASKED || (minute_of_day >= MORNING && minute_of_day < EVENING))
		return false;
	if (minute_of_day < MORNING) return before;
	const sun = measured(readings, suns[0]);
	return sun === undefined ? before : compare.below(SUN, sun, settings.dull_below, "dull_below");
}
