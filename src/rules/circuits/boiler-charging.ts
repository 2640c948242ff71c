import * as z from "zod";
import { claiming, idling, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromSensor, isCharged, isSource, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");
const SOURCE = gauge("source", "°C");
const TARGET = gauge("target", "°C");
/** K below `cool_at` at which a boiler is cool enough again. */
const COOLED = kelvin(5);
const NONE = kelvin(0);
const IDLE = { running: false, cooling: false };

/**
 * The pump of a stove or boiler: it runs while that is warm enough not to be cooled below its dew point, and warmer than the
 * tank. From `cool_at` on the boiler's own safety counts, so that the tank's maximum here does not; the tank's limit for
 * safety does. Off by default.
 */
export const boilerCharging = rule({
	id: "boiler_charging",
	per: "circuit",
	where: ({ from, to }) => isSource(from) && isCharged(to),
	needs: { source: fromSensor, target: toSensor },
	options: z
		.object({
			enabled: z.boolean().default(false),
			start_at: kelvins(1.5, 40).default(kelvin(6)),
			stop_at: kelvins(0.5, 20).default(kelvin(4)),
			minimum: degrees(10, 90).default(celsius(60)),
			maximum: degrees(4, 95).default(celsius(60)),
			hysteresis: kelvins(0.5, 20).default(kelvin(5)),
			cool_at: degrees(60, 110).default(celsius(90)),
		})
		.refine((s) => s.start_at >= s.stop_at + 1, {
			path: ["stop_at"],
			...refusedWith("below_other_by", { other: "start_at", by: 1 }),
		})
		.refine((s) => s.cool_at > s.minimum, { path: ["cool_at"], ...refusedWith("above_other", { other: "minimum" }) }),
	off: ({ enabled }) => !enabled,
	memory: z.object({ running: z.boolean().default(false), cooling: z.boolean().default(false) }),
	propose({ at, source, target }, { readings, settings, circuits, compare }, memory) {
		const off = memory.running || memory.cooling ? IDLE : memory;
		if (!compare.so("enabled", settings.enabled, "enabled")) return silent(off);
		const hot = temperature(readings, source);
		const cold = temperature(readings, target);
		if (hot === undefined || cold === undefined) return idling(off, at, reason("no_reading"));
		const { start_at, stop_at, minimum, maximum, hysteresis, cool_at } = settings;
		const gain = warmerBy(hot, cold);
		const cooled = shifted(cool_at, kelvin(-COOLED));
		const hot_enough = compare.atLeast(SOURCE, hot, memory.cooling ? cooled : cool_at, "cool_at");
		const cooling = hot_enough && compare.above(GAIN, gain, NONE);
		if (cooling) {
			const because = reason("boiler_hot", { source: hot, cool_at, release_below: cooled });
			const claims = [atLeast(at, FULL, "protection", because, "boiler_cooling")];
			return claiming(memory.cooling ? memory : { running: true, cooling }, claims);
		}
		const ran = memory.running && !compare.so("displaced", circuits[at.index]?.displaced === true);
		const least = ran ? shifted(minimum, kelvin(-hysteresis)) : minimum;
		if (!compare.atLeast(SOURCE, hot, least, "minimum"))
			return idling(off, at, reason("source_too_cold", { source: hot, least: minimum }));
		const most = ran ? maximum : shifted(maximum, kelvin(-hysteresis));
		if (!compare.below(TARGET, cold, most, "maximum"))
			return idling(off, at, reason("target_warm", { target: cold, most: maximum }));
		const runs = ran
			? compare.above(GAIN, gain, stop_at, "stop_at")
			: compare.atLeast(GAIN, gain, start_at, "start_at");
		if (!runs) return idling(off, at, reason("source_no_warmer", { source: hot, target: cold, start_at }));
		const because = reason("source_warmer", { gain, stop_at, source: hot, target: cold });
		const remembered = memory.running && !memory.cooling ? memory : { running: true, cooling: false };
		return claiming(remembered, [atLeast(at, FULL, "normal", because, "heating")]);
	},
});
