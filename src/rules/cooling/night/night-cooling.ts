import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins, later } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin } from "#model/quantities/units.ts";
import { cools } from "./night-cooling-cools.ts";

const CALM = { cooling: false };
const COOLING = { cooling: true };

/** Gives heat from an overfull tank back to a cold collector, to make room for tomorrow's sun. Off by default. */
export const nightCooling = rule({
	id: "night_cooling",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		tank_above: degrees(50, 95).default(celsius(80)),
		hysteresis: kelvins(1, 20).default(kelvin(5)),
		colder_by: kelvins(2, 30).default(kelvin(5)),
		/** It never ends before `colder_by`, so at the highest value it has no effect. */
		ends_at: later(kelvins(0.5, 30).default(kelvin(30))),
	}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ cooling: z.boolean().default(false) }),
	propose({ at, collector }, { readings, settings, compare }, memory) {
		if (!compare.so("enabled", settings.enabled, "enabled")) return silent(memory.cooling ? CALM : memory);
		const cold = temperature(readings, collector);
		const warm = temperature(readings, at.to_sensor);
		if (cold === undefined || warm === undefined) return silent(memory.cooling ? CALM : memory);
		const { tank_above, colder_by } = settings;
		const ends_at = kelvin(Math.min(settings.ends_at, colder_by));
		const { cools: cooling, surplus } = cools(compare, memory.cooling, warm, cold, { ...settings, ends_at });
		const remembered = cooling === memory.cooling ? memory : cooling ? COOLING : CALM;
		if (!cooling) return silent(remembered);
		const because = reason("tank_surplus", { tank: warm, collector: cold, surplus, tank_above, colder_by });
		return claiming(remembered, [atLeast(at, FULL, "protection", because, "night_cooling")]);
	},
});
