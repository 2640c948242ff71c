import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin } from "#model/quantities/units.ts";
import { coolsDeep, seenOf } from "./night-cooling-cools.ts";

const CALM = { cooling: false };
const COOLING = { cooling: true };

/**
 * A tank that came close to its maximum cannot take the next sunny day, and the collector would boil. So the water around
 * its coil is cooled through the collector as soon as that is colder. It needs no forecast. Off by default: it also cools what a stove or
 * heater heated, and heaters heat again what it cooled.
 */
export const nightCoolingOverheat = rule({
	id: "overheat_cooling",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		tank_above: degrees(70, 95).default(celsius(87)),
		hysteresis: kelvins(1, 20).default(kelvin(5)),
		colder_by: kelvins(2, 30).default(kelvin(12)),
		cool_to: degrees(15, 69).default(celsius(20)),
	}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ cooling: z.boolean().default(false) }),
	propose({ at, collector, tank }, { readings, settings, compare }, memory) {
		if (!compare.so("enabled", settings.enabled, "enabled")) return silent(memory.cooling ? CALM : memory);
		const seen = seenOf(readings, collector, tank, at.to.sensors);
		if (seen === undefined) return silent(memory.cooling ? CALM : memory);
		const { cools: cooling, surplus } = coolsDeep(compare, memory.cooling, seen, settings);
		const remembered = cooling === memory.cooling ? memory : cooling ? COOLING : CALM;
		if (!cooling) return silent(remembered);
		const { cool_to } = settings;
		const because = reason("tank_overheated", { hottest: seen.hottest, surplus, tank: seen.tank, cool_to });
		return claiming(remembered, [atLeast(at, FULL, "protection", because, "night_cooling")]);
	},
});
