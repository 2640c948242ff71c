import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast, forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { isTomorrowsSun } from "#model/plant/plant.ts";
import { measured } from "#model/plant/reading.ts";
import { degrees, energy, kelvins, later } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, kilowattHours, shifted } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { refusedWith } from "#model/sentences/refusal.ts";
import { coolsDeep, EVENING, MORNING, seenOf } from "./night-cooling-cools.ts";

const SUN = gauge("sun_tomorrow", "kWh");
const HOTTEST = gauge("hottest", "°C");

/**
 * Before a sunny day a tank of less than its maximum is cooled at night already, so that it has room for that sun. Only the
 * water around its coil is: what is hot above it stays, so the house has hot water. Before a dull day the tank keeps its
 * heat. Without a fresh forecast in the evening nothing is done that night.
 */
export const nightCoolingForecast = rule({
	id: "forecast_cooling",
	per: "circuit",
	where: fromField,
	needs: {
		collector: fromSensor,
		tank: toSensor,
		sun_tomorrow: (_, { sensors }) => sensors.find(isTomorrowsSun),
	},
	options: z
		.object({
			enabled: z.boolean().default(false),
			sunny_from: energy(0.1, 500).default(kilowattHours(15)),
			tank_above: degrees(30, 90).default(celsius(70)),
			hysteresis: kelvins(1, 20).default(kelvin(5)),
			colder_by: kelvins(2, 30).default(kelvin(5)),
			cool_to: later(degrees(15, 85).default(celsius(20))),
		})
		.refine((s) => s.cool_to < s.tank_above, {
			path: ["cool_to"],
			...refusedWith("below_other", { other: "tank_above" }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({
		cooling: z.boolean().default(false),
		/** The evening on which a sunny day was expected: its weekday, 1 to 7; 0 for none. */
		evening: z.int().min(0).max(7).default(0),
	}),
	propose({ at, collector, tank, sun_tomorrow }, { wall, readings, settings, compare }, memory) {
		if (!settings.enabled || !compare.so("clock_set", wall.trusted)) return silent(as(memory, false, 0));
		const sun = measured(readings, sun_tomorrow);
		const sunny = sun === undefined ? undefined : compare.atLeast(SUN, sun, settings.sunny_from, "sunny_from");
		const evening = expected(memory.evening, wall, sunny);
		const seen = seenOf(readings, collector, tank, at.to.sensors);
		if (!compare.so("sun_expected", isTonight(evening, wall)) || seen === undefined)
			return silent(as(memory, false, evening));
		const { tank_above, hysteresis, cool_to } = settings;
		const now = coolsDeep(compare, memory.cooling, seen, settings);
		// Also when it has just been cooled: otherwise the heater would heat what the next moment gives to the sky.
		const full = compare.atLeast(HOTTEST, seen.hottest, shifted(tank_above, kelvin(-hysteresis)), "tank_above");
		const unheated = reason("tank_being_cooled");
		const heaters = full ? at.to.heaters.map((one) => forbid(one, "normal", unheated, "night_cooling")) : [];
		if (!now.cools) return claiming(as(memory, false, evening), heaters);
		const because = reason("sun_expected", { surplus: now.surplus, tank: seen.tank, cool_to });
		return claiming(as(memory, true, evening), [atLeast(at, FULL, "protection", because, "night_cooling"), ...heaters]);
	},
});

/** What is known of tomorrow. Only the evening looks at the forecast: after midnight it speaks of another day. */
function expected(before: number, { minute_of_day, weekday }: Wall, sunny: boolean | undefined): number {
	if (minute_of_day >= MORNING && minute_of_day < EVENING) return 0;
	if (minute_of_day < MORNING || sunny === undefined) return before;
	return sunny ? weekday : 0;
}

/** Between that evening and the morning after it. */
const isTonight = (evening: number, { minute_of_day, weekday }: Wall): boolean =>
	evening > 0 && (minute_of_day >= EVENING ? weekday === evening : weekday === (evening % 7) + 1);

interface Memory {
	readonly cooling: boolean;
	readonly evening: number;
}
const as = (memory: Memory, cooling: boolean, evening: number): Memory =>
	memory.cooling === cooling && memory.evening === evening ? memory : { cooling, evening };
