import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast, forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins, wholeDays } from "#model/quantities/fields.ts";
import { celsius, days, FULL, kelvin, seconds, since } from "#model/quantities/units.ts";
import { cools, ENDS_AT } from "./night-cooling-cools.ts";

const LEFT = gauge("holiday_left", "s");
const DAY = 86_400;

/**
 * While no hot water is drawn, each night cools the tank so far that the next day's sun fits in. It begins when it is
 * switched on, and ends by itself: a forgotten one would leave the house without hot water. Until then no heater heats it.
 */
export const nightCoolingHoliday = rule({
	id: "holiday",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		days: wholeDays(1, 200).default(days(14)),
		tank_above: degrees(20, 80).default(celsius(40)),
		hysteresis: kelvins(1, 20).default(kelvin(5)),
		colder_by: kelvins(2, 30).default(kelvin(5)),
	}),
	off: ({ enabled }) => !enabled,
	/** When it was switched on; -1 while it is off. */
	memory: z.object({ cooling: z.boolean().default(false), begun: z.number().default(-1) }),
	propose({ at, collector, tank }, { now, readings, settings, compare }, memory) {
		if (!settings.enabled) return silent(as(memory, false, -1));
		const begun = memory.begun < 0 ? now : memory.begun;
		const left = seconds(settings.days * DAY - since(begun as typeof now, now));
		if (!compare.above(LEFT, left, seconds(0), "days")) return silent(as(memory, false, begun));
		// Also while it does not cool: otherwise the heater would heat what the next moment gives to the sky.
		const unheated = reason("holiday_unheated", { left: Math.ceil(left) });
		const heaters = at.to.heaters.map((heater) => forbid(heater, "normal", unheated, "night_cooling"));
		const cold = temperature(readings, collector);
		const warm = temperature(readings, tank);
		if (cold === undefined || warm === undefined) return claiming(as(memory, false, begun), heaters);
		const turn = cools(compare, memory.cooling, warm, cold, { ...settings, ends_at: ENDS_AT });
		if (!turn.cools) return claiming(as(memory, false, begun), heaters);
		const { tank_above } = settings;
		const because = reason("holiday_cools", { surplus: turn.surplus, tank: warm, tank_above, left: Math.ceil(left) });
		return claiming(as(memory, true, begun), [atLeast(at, FULL, "protection", because, "night_cooling"), ...heaters]);
	},
});

interface Memory {
	readonly cooling: boolean;
	readonly begun: number;
}
const as = (memory: Memory, cooling: boolean, begun: number): Memory =>
	memory.cooling === cooling && memory.begun === begun ? memory : { cooling, begun };
