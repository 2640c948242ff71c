import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atMost } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, hasSpeeds } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, kelvin, percent, warmerBy } from "#model/quantities/units.ts";

const COLLECTOR = gauge("collector", "°C");
/** Of the speed, for each `rise` of the collector. */
const STEP = 10;

/**
 * Matched flow: the pump runs only so fast that the collector reaches a useful temperature. At its lowest speed up to the
 * target, and 10 % faster for each `rise` above it. It only limits: whether the pump runs is for charging to say.
 */
export const targetCharging = rule({
	id: "target_charging",
	per: "circuit",
	where: (circuit) => fromField(circuit) && hasSpeeds(circuit),
	needs: { collector: fromSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		target: degrees(20, 110).default(celsius(65)),
		rise: kelvins(0.5, 20).default(kelvin(2)),
	}),
	off: ({ enabled }) => !enabled,
	memory: z.object({}),
	propose({ at, collector }, { readings, settings, compare }, memory) {
		const { level } = at.pump;
		const hot = temperature(readings, collector);
		if (!settings.enabled || level === undefined || hot === undefined) return silent(memory);
		const { target, rise } = settings;
		const above = compare.above(COLLECTOR, hot, target, "target") ? Math.max(0, warmerBy(hot, target)) : 0;
		const speed = percent(Math.round(level.min + (above / rise) * STEP));
		if (speed >= level.max) return silent(memory);
		const because = reason("speed_to_target", { collector: hot, target, speed });
		return claiming(memory, [atMost(at, speed, "normal", because, "heating")]);
	},
});
