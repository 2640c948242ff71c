import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atMost } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, hasSpeeds, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { kelvins } from "#model/quantities/fields.ts";
import { kelvin, percent, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");

/**
 * How fast a speed-controlled pump charges: at its lowest speed up to `slow_at`, at full speed from `full_at`, and in proportion
 * in between. It only limits. Whether the pump runs is for charging to say, and cooling the collector needs full speed.
 */
export const flowControl = rule({
	id: "flow_control",
	per: "circuit",
	where: (circuit) => fromField(circuit) && hasSpeeds(circuit),
	needs: { collector: fromSensor, tank: toSensor },
	options: z
		.object({
			enabled: z.boolean().default(true),
			slow_at: kelvins(1, 40).default(kelvin(10)),
			full_at: kelvins(2, 60).default(kelvin(20)),
		})
		.refine((s) => s.full_at >= s.slow_at + 1, {
			path: ["slow_at"],
			...refusedWith("below_other_by", { other: "full_at", by: 1 }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({}),
	propose({ at, collector, tank }, { readings, settings, compare }, memory) {
		const { level } = at.pump;
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		if (!settings.enabled || level === undefined || hot === undefined || cold === undefined) return silent(memory);
		const { slow_at, full_at } = settings;
		const gain = warmerBy(hot, cold);
		if (compare.atLeast(GAIN, gain, full_at, "full_at")) return silent(memory);
		const share = Math.max(0, gain - slow_at) / (full_at - slow_at);
		const speed = percent(Math.round(level.min + share * (level.max - level.min)));
		return claiming(memory, [
			atMost(at, speed, "normal", reason("speed_follows", { gain, speed, full_at }), "heating"),
		]);
	},
});
