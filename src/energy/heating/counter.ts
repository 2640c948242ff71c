import * as z from "zod";
import { type Instant, instant, since, type Watts } from "#model/quantities/units.ts";
import { daysTo } from "#model/quantities/wall.ts";
import type { Times } from "../counting/count.ts";
import { MARGIN, mostOf } from "./most.ts";

/** What is remembered of a meter that counts kWh. */
export const counter = {
	/** What it showed last, as far as it is believed. */
	metered: z.number().optional(),
	metered_at: z.number().optional(),
	/** The local date of that. */
	metered_on: z.string().optional(),
	/** When it was last seen to count on. */
	moved: z.number().optional(),
	/** What it shows instead, since when, and when it was read last. */
	doubted: z.object({ shows: z.number(), from: z.number(), at: z.number() }).optional(),
	/** What it showed before it fell, and when it fell. Some show 0 for a while after a power cut, and then come back. */
	fell: z.object({ shows: z.number(), at: z.number() }).optional(),
};
export type Counter = z.output<z.ZodObject<typeof counter>>;

/** Seconds for which a meter has to show around a new value until that is believed. */
const CONFIRMED = 300;
/** Seconds after which the time of the same reading is noted again. */
const NOTED = 600;
/** kWh. The coarsest meters count whole ones. */
const COUNT = 1;
const DAY = 24;

/** What a meter shows now, and by how many kWh it has moved. A wrong reading moves nothing. */
export function read(before: Counter, shows: number, rated: Watts, times: Times): { after: Counter; kwh: number } {
	const { metered: base, metered_at: at } = before;
	const { now, begun } = times;
	if (base === undefined) return { after: believed(before, shows, times), kwh: 0 };
	const ages = ago(at ?? now, now);
	if (isPossible(base, shows, rated, ages)) {
		const isNoted = shows === base && before.doubted === undefined && at !== undefined && at >= begun;
		if (isNoted && ages * 3600 < NOTED) return { after: before, kwh: 0 };
		const leapt = (shows - base) * 1000 > MARGIN * rated * ages;
		const kwh = (leapt ? sinceFall(before, shows, rated, now) : undefined) ?? shows - base;
		return { after: believed(before, shows, times), kwh };
	}
	const { doubted } = before;
	const goesOn = doubted && doubted.from >= begun && isPossible(doubted.shows, shows, rated, ago(doubted.at, now));
	const from = goesOn ? doubted.from : now;
	if (ago(from, now) * 3600 < CONFIRMED) return { after: { ...before, doubted: { shows, from, at: now } }, kwh: 0 };
	return { after: believed(before, shows, times), kwh: leapOf(before, base, shows, rated, times) };
}

/** kWh of a step that is too large for the time since the last reading, and lasts. */
function leapOf(before: Counter, base: number, shows: number, rated: Watts, times: Times): number {
	const { metered_at: at, moved } = before;
	const again = sinceFall(before, shows, rated, times.now);
	if (again !== undefined) return again;
	// The running time stands while the app is off, and the meter does not. Some report once an hour.
	const wasOff = at === undefined || at < times.begun;
	const hours = wasOff ? off(before, times) : moved === undefined ? 0 : ago(moved, times.now);
	return isPossible(base, shows, rated, hours) ? shows - base : 0;
}

/** kWh since a meter fell, where it has come back; undefined where it has not. */
function sinceFall({ fell }: Counter, shows: number, rated: Watts, now: Instant): number | undefined {
	if (fell === undefined || !isPossible(fell.shows, shows, rated, ago(fell.at, now))) return undefined;
	return shows - fell.shows;
}

/** Whether a heater takes so much in so many hours. */
const isPossible = (from: number, to: number, rated: Watts, hours: number): boolean =>
	to >= from && to - from <= COUNT + (mostOf(rated) / 1000) * hours;

function believed(before: Counter, shows: number, { now, wall }: Times): Counter {
	const { metered: base, moved, fell } = before;
	const more = {
		metered: shows,
		metered_at: now,
		metered_on: wall.trusted ? wall.date : undefined,
		doubted: undefined,
	};
	if (base === undefined || shows === base) return { ...more, moved, fell };
	// It is back where it fell from, or has counted as far again.
	if (shows > base) return { ...more, moved: now, fell: fell !== undefined && shows < fell.shows ? fell : undefined };
	return { ...more, moved: undefined, fell: { shows: base, at: now } };
}

/** In hours. */
const ago = (from: number, now: Instant): number => Math.max(0, since(instant(from), now)) / 3600;

/** The most hours for which the app was off, by the dates. */
function off({ metered_on: day }: Counter, { wall }: Times): number {
	const days = day === undefined || !wall.trusted ? undefined : daysTo(day, wall.date);
	return days === undefined ? 0 : (days + 1) * DAY;
}
