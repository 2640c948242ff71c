import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast, forbid, urgently } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { type Claim, reason } from "#model/decision/decision.ts";
import { fromField, fromSensor, toSensor } from "#model/plant/circuit.ts";
import type { Circuit } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { count, degrees, duration, kelvins, minutesField } from "#model/quantities/fields.ts";
import {
	type Celsius,
	celsius,
	FULL,
	type Instant,
	inSeconds,
	type Kelvin,
	kelvin,
	minutes,
	percent,
	seconds,
	shifted,
	warmerBy,
} from "#model/quantities/units.ts";
import { emptied, type Memory, memory, next, type Times, unpaused } from "./drain-back-phases.ts";

/** Water that is pumped into a collector at less than this freezes in it. */
const FREEZES = celsius(4);
/** A collector that was too hot may be filled again when it is so much colder. */
const HYSTERESIS = kelvin(10);
const COLLECTOR = gauge("collector", "°C");
const SLOWLY = percent(1);

/**
 * A collector that is empty while its pump rests. It is filled at full speed for a while, and then left in peace until its
 * temperature says something again. A fill needs a gain that lasts; several fills in a row that gained nothing bring a pause.
 * Water must neither boil nor freeze in it.
 */
export const drainBack = rule({
	id: "drain_back",
	per: "circuit",
	where: fromField,
	needs: { collector: fromSensor, tank: toSensor },
	excludes: ["frost_guard", "tube_kick", "system_cooling", "night_cooling", "forecast_cooling", "holiday"],
	options: z.object({
		enabled: z.boolean().default(false),
		start_at: kelvins(2, 40).default(kelvin(10)),
		hold_for: duration(1, 100).default(seconds(60)),
		fill_for: minutesField(1, 30).default(minutes(5)),
		settle_for: minutesField(1, 15).default(minutes(2)),
		attempts: count(1, 10).default(3),
		pause: minutesField(0, 240).default(minutes(30)),
		stop_at: degrees(70, 95).default(celsius(95)),
	}),
	off: ({ enabled }) => !enabled,
	memory,
	propose({ at, collector, tank }, { now, readings, settings, circuits, compare }, before) {
		const hot = temperature(readings, collector);
		const cold = temperature(readings, tank);
		// Without its sensors no circuit runs, so the collector empties.
		if (!settings.enabled || hot === undefined || cold === undefined) return silent(emptied(before));
		const { stop_at } = settings;
		const limit = before.too_hot ? shifted(stop_at, kelvin(-HYSTERESIS)) : stop_at;
		const too_hot = compare.atLeast(COLLECTOR, hot, limit, "stop_at");
		const known = too_hot === before.too_hot ? before : { ...before, too_hot };
		if (too_hot) {
			const because = reason("drain_back_hot", { collector: hot, release_below: stop_at - HYSTERESIS });
			return claiming(emptied(known), [forbid(at, "safety", because, "drain_back")]);
		}
		// In every phase: a person may have had it filled.
		if (hot < FREEZES) {
			const because = reason("drain_back_frozen", { collector: hot });
			return claiming(emptied(known), [urgently(forbid(at, "protection", because, "drain_back"))]);
		}
		const gain = warmerBy(hot, cold);
		const { runs = false, full } = circuits[at.index] ?? {};
		const paused = near(hot, stop_at) ? unpaused(known) : known;
		const after = next(paused, now, gain, { runs, full: full !== false }, settings, compare);
		return claiming(after, claimsIn(after, at, now, gain, full, settings));
	},
});

/** A collector so hot has sun on it. If it were not filled now, it would soon be too hot for that. */
const near = (hot: Celsius, stop_at: Celsius): boolean => hot >= shifted(stop_at, kelvin(-HYSTERESIS));

function claimsIn(m: Memory, at: Circuit, now: Instant, gain: Kelvin, full: Full, times: Times): readonly Claim[] {
	const left = (of: number, from = m.from) => Math.ceil(from + of - now);
	switch (m.phase) {
		case "empty":
			return [waiting(m, at, now, gain, full, times)];
		// What forbids it at this rank, such as a full tank, would be overruled by the fill.
		case "asking":
			return [atLeast(at, FULL, "normal", fills(inSeconds(times.fill_for)), "drain_back")];
		case "filling":
			return [atLeast(at, FULL, "protection", fills(left(inSeconds(times.fill_for))), "drain_back")];
		case "settling":
			return [
				atLeast(
					at,
					SLOWLY,
					"normal",
					reason("drain_back_settles", { left: left(inSeconds(times.settle_for)) }),
					"drain_back",
				),
			];
		case "full":
			return NONE;
	}
}
const NONE: readonly Claim[] = [];
const fills = (left: number) => reason("drain_back_fills", { left });

/** Undefined while it is not known, after a start. */
type Full = boolean | undefined;

/**
 * Stronger than cooling where the tank is full, or may be: no collector is filled into it. Otherwise cooling may fill a hot
 * one at once, because it would soon be too hot for any fill. A collector colder than the tank is not filled: nothing cools a
 * tank through it.
 */
function waiting(m: Memory, at: Circuit, now: Instant, gain: Kelvin, full: Full, times: Times): Claim {
	const { ready, not_before } = m;
	const { start_at, hold_for } = times;
	const why =
		now < not_before
			? reason("drain_back_pauses", { left: Math.ceil(not_before - now) })
			: ready < 0
				? reason("drain_back_waits", { gain, start_at })
				: full === true && now - ready >= hold_for
					? reason("drain_back_full")
					: reason("drain_back_holds", { left: Math.max(0, Math.ceil(ready + hold_for - now)), gain });
	const cooled = full === false && gain > 0;
	return forbid(at, cooled ? "normal" : "protection", why, "drain_back");
}
