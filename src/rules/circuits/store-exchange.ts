import * as z from "zod";
import { claiming, idling, rule, silent } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromSensor, isCharged, isTank, toSensor } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, kelvins } from "#model/quantities/fields.ts";
import { celsius, FULL, kelvin, shifted, warmerBy } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const GAIN = gauge("gain", "K");
const SOURCE = gauge("source", "°C");
const TARGET = gauge("target", "°C");
const IDLE = { running: false };
const RUNNING = { running: true };

/**
 * Moves heat from a tank to another one, or to a pool, while the first is warmer: not below a minimum of the first, and up to
 * a maximum of the second. Off by default.
 */
export const storeExchange = rule({
	id: "store_exchange",
	per: "circuit",
	where: ({ from, to }) => isTank(from) && isCharged(to),
	needs: { source: fromSensor, target: toSensor },
	options: z
		.object({
			enabled: z.boolean().default(false),
			start_at: kelvins(1.5, 40).default(kelvin(6)),
			stop_at: kelvins(0.5, 20).default(kelvin(4)),
			source_minimum: degrees(10, 95).default(celsius(10)),
			target_maximum: degrees(4, 95).default(celsius(60)),
			hysteresis: kelvins(0.5, 20).default(kelvin(2)),
		})
		.refine((s) => s.start_at >= s.stop_at + 1, {
			path: ["stop_at"],
			...refusedWith("below_other_by", { other: "start_at", by: 1 }),
		}),
	off: ({ enabled }) => !enabled,
	memory: z.object({ running: z.boolean().default(false) }),
	propose({ at, source, target }, { readings, settings, circuits, compare }, memory) {
		const off = memory.running ? IDLE : memory;
		if (!compare.so("enabled", settings.enabled, "enabled")) return silent(off);
		const hot = temperature(readings, source);
		const cold = temperature(readings, target);
		if (hot === undefined || cold === undefined) return idling(off, at, reason("no_reading"));
		const { start_at, stop_at, source_minimum, target_maximum, hysteresis } = settings;
		// While another circuit was served, the gain may have sunk below what a start needs.
		const ran = memory.running && !compare.so("displaced", circuits[at.index]?.displaced === true);
		const least = ran ? shifted(source_minimum, kelvin(-hysteresis)) : source_minimum;
		if (!compare.atLeast(SOURCE, hot, least, "source_minimum"))
			return idling(off, at, reason("source_too_cold", { source: hot, least: source_minimum }));
		const most = ran ? target_maximum : shifted(target_maximum, kelvin(-hysteresis));
		if (!compare.below(TARGET, cold, most, "target_maximum"))
			return idling(off, at, reason("target_warm", { target: cold, most: target_maximum }));
		const gain = warmerBy(hot, cold);
		const runs = ran
			? compare.above(GAIN, gain, stop_at, "stop_at")
			: compare.atLeast(GAIN, gain, start_at, "start_at");
		if (!runs) return idling(off, at, reason("source_no_warmer", { source: hot, target: cold, start_at }));
		const because = reason("source_warmer", { gain, stop_at, source: hot, target: cold });
		return claiming(memory.running ? memory : RUNNING, [atLeast(at, FULL, "normal", because, "heating")]);
	},
});
