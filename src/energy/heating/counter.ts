import * as z from "zod";
import { type Instant, instant, since, type Watts } from "#model/quantities/units.ts";
import { daysTo } from "#model/quantities/wall.ts";
import type { Times } from "../counting/count.ts";

/** What is remembered of a meter that counts kWh. */
export const counter = {
	/** What it showed last, as far as it is believed. */
	metered: z.number().optional(),
	metered_at: z.number().optional(),
	/** The local date of that. */
	metered_on: z.string().optional(),
	/** What it shows instead, since when, and when it was read last. */
	doubted: z.object({ shows: z.number(), from: z.number(), at: z.number() }).optional(),
};
export type Counter = z.output<z.ZodObject<typeof counter>>;

/** Seconds for which a meter has to show around a new value until that is believed. */
const CONFIRMED = 300;
/** Seconds after which the time of the same reading is noted again. */
const NOTED = 600;
/** kWh. The coarsest meters count whole ones. */
const COUNT = 1;
/** W. More than a heater whose rated power is not known takes. */
const MOST = 50_000;
const MARGIN = 1.5;
const DAY = 24;

/** What a meter shows now, and by how many kWh it has moved. A wrong reading moves nothing. */
export function read(before: Counter, shows: number, rated: Watts, times: Times): { after: Counter; kwh: number } {
	const { metered: base, metered_at: at } = before;
	const { now, begun } = times;
	if (base === undefined) return { after: believed(shows, times), kwh: 0 };
	const inTime = (from: number, to: number, h: number) =>
		to >= from && to - from <= COUNT + ((rated || MOST) / 1000) * MARGIN * h;
	if (inTime(base, shows, ago(at ?? now, now))) {
		const isNoted = shows === base && before.doubted === undefined && at !== undefined && at >= begun;
		if (isNoted && ago(at, now) * 3600 < NOTED) return { after: before, kwh: 0 };
		return { after: believed(shows, times), kwh: shows - base };
	}
	const { doubted } = before;
	const goesOn = doubted && doubted.from >= begun && inTime(doubted.shows, shows, ago(doubted.at, now));
	const from = goesOn ? doubted.from : now;
	if (ago(from, now) * 3600 < CONFIRMED) return { after: { ...before, doubted: { shows, from, at: now } }, kwh: 0 };
	// The running time stands while the app is off, and the meter does not.
	const wasOff = at === undefined || at < begun;
	return { after: believed(shows, times), kwh: wasOff && inTime(base, shows, off(before, times)) ? shows - base : 0 };
}

const believed = (shows: number, { now, wall }: Times): Counter => ({
	metered: shows,
	metered_at: now,
	metered_on: wall.trusted ? wall.date : undefined,
	doubted: undefined,
});

/** In hours. */
const ago = (from: number, now: Instant): number => Math.max(0, since(instant(from), now)) / 3600;

/** The most hours for which the app was off, by the dates. */
function off({ metered_on: day }: Counter, { wall }: Times): number {
	const days = day === undefined || !wall.trusted ? undefined : daysTo(day, wall.date);
	return days === undefined ? 0 : (days + 1) * DAY;
}
