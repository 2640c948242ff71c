import * as z from "zod";
import { forbid } from "#model/decision/claim.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { type Claim, type Reason, reason } from "#model/decision/decision.ts";
import type { Output, Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import {
	after,
	type Celsius,
	type Instant,
	inSeconds,
	instant,
	kelvin,
	type Minutes,
	seconds,
	shifted,
	since,
} from "#model/quantities/units.ts";

const HOTTEST = gauge("hottest", "°C");
/** The cut-out is released so far below it. */
const RELEASE = kelvin(5);
/** A sensor that changes by so much is one that lives. */
const CHANGE = kelvin(1);
/** A heater without effect is tried again after that. */
export const BLOCKED_FOR = seconds(12 * 3600);

/** How long the heater has run without effect, and how warm each sensor was when that began. */
const watch = z.object({
	ran: z.number(),
	since: z.number().optional(),
	from: z.record(z.string(), z.number()),
});
type Watch = z.output<typeof watch>;

export const guard = z
	.object({
		/** The sensor that reached the cut-out. Until it was measured below the release. */
		tripped: z.string().optional(),
		watch: watch.optional(),
		blocked_until: z.number().optional(),
	})
	.prefault({});
export type Guard = z.output<typeof guard>;

interface Seen {
	readonly now: Instant;
	readonly sensors: readonly Thermometer[];
	readonly readings: Readings;
	/** The boards confirm that the heater runs, at half its power at least. */
	readonly heats: boolean;
	readonly cut_out: Celsius;
	readonly compare: Compare;
	/** 0: it is not watched. */
	readonly dry_run_after: Minutes;
}

/** The guard after a turn. The same object if nothing changed. */
export function guarded(before: Guard, seen: Seen): Guard {
	const tripped = trippedBy(before.tripped, seen);
	const over = before.blocked_until !== undefined && since(instant(before.blocked_until), seen.now) >= 0;
	const kept = over || seen.dry_run_after === 0 ? undefined : before.blocked_until;
	const watched = seen.dry_run_after === 0 ? undefined : watchedIn(before.watch, seen);
	const dry = watched !== undefined && ranFor(watched, seen.now) >= inSeconds(seen.dry_run_after);
	const blocked_until = dry ? after(seen.now, BLOCKED_FOR) : kept;
	const next = dry ? undefined : watched;
	if (tripped === before.tripped && next === before.watch && blocked_until === before.blocked_until) return before;
	return {
		...(tripped !== undefined && { tripped }),
		...(next !== undefined && { watch: next }),
		...(blocked_until !== undefined && { blocked_until }),
	};
}

/**
 * The guard while the function is off: nothing runs for it, and only the time of a block passes. The same object if nothing
 * changed.
 */
export function unwatched(before: Guard, now: Instant, dry_run_after: Minutes): Guard {
	const { watch: seen, blocked_until } = before;
	const over = blocked_until !== undefined && since(instant(blocked_until), now) >= 0;
	const same =
		dry_run_after === 0 ? seen === undefined && blocked_until === undefined : !over && seen?.since === undefined;
	if (same) return before;
	const { watch: _, blocked_until: __, ...rest } = before;
	if (dry_run_after === 0) return rest;
	return {
		...rest,
		...(seen !== undefined && { watch: { ran: ranFor(seen, now), from: seen.from } }),
		...(blocked_until !== undefined && !over && { blocked_until }),
	};
}

/** What safety forbids while the function is off: a heater that has warmed nothing would run dry for a person too. */
export const kept = ({ blocked_until }: Guard, heaters: readonly Output[], now: Instant): readonly Claim[] =>
	blocked_until === undefined
		? NONE
		: heaters.map((heater) => forbid(heater, "safety", without(blocked_until, now), "fault"));

const without = (until: number, now: Instant): Reason =>
	reason("heater_no_effect", { left: Math.ceil(since(now, instant(until))) });

/** What safety forbids: the cut-out, and a heater that has warmed nothing. */
export function forbidden(of: Guard, heaters: readonly Output[], cut_out: Celsius, now: Instant): readonly Claim[] {
	const { tripped, blocked_until } = of;
	if (tripped === undefined && blocked_until === undefined) return NONE;
	const because =
		tripped !== undefined
			? reason("heater_cut_out", { sensor: tripped, cut_out, release_below: releaseOf(cut_out) })
			: without(blocked_until ?? now, now);
	const activity = tripped !== undefined ? "tank_too_hot" : "fault";
	return heaters.map((heater) => forbid(heater, "safety", because, activity));
}
const NONE: readonly Claim[] = [];

const releaseOf = (cut_out: Celsius): Celsius => shifted(cut_out, kelvin(-RELEASE));

/** A lost sensor is not a cool one: the sensor that tripped has to be measured below the release, or be removed. */
function trippedBy(before: string | undefined, { sensors, readings, cut_out, compare }: Seen): string | undefined {
	let hottest: { readonly id: string; readonly value: Celsius } | undefined;
	for (const sensor of sensors) {
		const value = temperature(readings, sensor);
		if (value !== undefined && (hottest === undefined || value > hottest.value)) hottest = { id: sensor.id, value };
	}
	const by = sensors.find(({ id }) => id === before);
	const release = releaseOf(cut_out);
	if (by !== undefined) {
		const value = temperature(readings, by);
		if (value === undefined || compare.atLeast(HOTTEST, value, release, "cut_out")) return before;
	}
	const limit = by === undefined ? cut_out : release;
	return hottest !== undefined && compare.atLeast(HOTTEST, hottest.value, limit, "cut_out") ? hottest.id : undefined;
}

/** A tank that gets warmer, or gives heat away, has water and a sensor that lives: the time without effect begins again. */
function watchedIn(before: Watch | undefined, { now, sensors, readings, heats }: Seen): Watch | undefined {
	if (!heats) {
		if (before?.since === undefined) return before;
		return { ran: ranFor(before, now), from: before.from };
	}
	const changed =
		before === undefined ||
		sensors.some((sensor) => {
			const [value, was] = [temperature(readings, sensor), before.from[sensor.id]];
			return value !== undefined && was !== undefined && Math.abs(value - was) >= CHANGE;
		});
	if (changed) return { ran: 0, since: now, from: temperaturesIn(sensors, readings) };
	return before.since === undefined ? { ...before, since: now } : before;
}

const ranFor = ({ ran, since: from }: Watch, now: Instant): number =>
	ran + (from === undefined ? 0 : Math.max(0, since(instant(from), now)));

const temperaturesIn = (sensors: readonly Thermometer[], readings: Readings): Record<string, number> =>
	Object.fromEntries(
		sensors.flatMap((sensor) => {
			const value = temperature(readings, sensor);
			return value === undefined ? [] : [[sensor.id, value]];
		}),
	);
