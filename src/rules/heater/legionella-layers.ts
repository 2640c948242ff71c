import * as z from "zod";
import { dayOf } from "#model/decision/silence.ts";
import type { Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { type Celsius, type Instant, instant, type Seconds, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

/** What is known of each layer, by its sensor. */
const layer = z.object({
	/** Since when it has been hot enough without a break. */
	hot_since: z.number().optional(),
	/** When it was hot for long enough last. */
	done: z.number().optional(),
	/** The same as a date, where that was known. */
	date: z.string().max(10).optional(),
});
export type Layer = z.output<typeof layer>;
export const layers = z.record(z.string(), layer);
export type Layers = z.output<typeof layers>;

interface Seen {
	readonly now: Instant;
	readonly wall: Wall;
	readonly sensors: readonly Thermometer[];
	readonly readings: Readings;
	readonly target: Celsius;
	readonly hold_for: Seconds;
}

/** The layers after a turn, whatever heated them. A lost sensor is not hot. The same object if nothing changed. */
export function layersIn(before: Layers, seen: Seen): Layers {
	let next = before;
	for (const sensor of seen.sensors) {
		const old = before[sensor.id] ?? NEW;
		const now = layerIn(old, temperature(seen.readings, sensor), seen);
		if (now !== old) next = { ...next, [sensor.id]: now };
	}
	return next;
}
const NEW: Layer = {};

function layerIn(before: Layer, value: Celsius | undefined, { now, wall, target, hold_for }: Seen): Layer {
	const { hot_since, ...done } = before;
	if (value === undefined || value < target) return hot_since === undefined ? before : done;
	if (hot_since === undefined) return { ...done, hot_since: now };
	if (since(instant(hot_since), now) < hold_for) return before;
	// While it stays hot the success is renewed once an hour.
	if (done.done !== undefined && since(instant(done.done), now) < 3600) return before;
	return { hot_since, done: now, ...(wall.trusted && { date: wall.date }) };
}

const DAY = 24 * 3600;

/**
 * Seconds since the last success: by running time, and at least what the calendar says of days on which the app did not run.
 * Endless before the first.
 */
export function ageOf({ done, date }: Layer, now: Instant, wall: Wall): number {
	if (done === undefined) return Number.POSITIVE_INFINITY;
	const ran = Math.max(0, since(instant(done), now));
	if (date === undefined || !wall.trusted) return ran;
	const days = dayOf(wall.date) - dayOf(date);
	return Number.isFinite(days) ? Math.max(ran, (days - 1) * DAY) : ran;
}
