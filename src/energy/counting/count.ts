import * as z from "zod";
import { type Instant, instant, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { hoursShown, inHours, sumOfHours } from "./hours.ts";

/** Something that only grows, such as kWh, with its state when the present day, month and year began. */
export const count = z.object({
	total: z.number().min(0).default(0),
	/**
	 * What is shown. It was the total some minutes ago, so it has been saved since: a kill loses a minute of counting, and what
	 * was shown never falls.
	 */
	told: z.number().min(0).default(0),
	/** The total that is shown next, and when it was taken. */
	next: z.object({ at: z.number(), total: z.number() }).optional(),
	/** The part of the total that was counted while the store could not be read. It has never been saved. */
	unsaved: z.number().min(0).optional(),
	/** The local date, and the totals when this day, its month and its year began. Absent until the time of day is known. */
	day: z.string().optional(),
	day_from: z.number().optional(),
	month_from: z.number().optional(),
	year_from: z.number().optional(),
	/** Of that day, by the hours of the local clock, from its midnight on. Only of counters that are told by the hour. */
	hours: z.array(z.number().min(0)).max(24).optional(),
	/** The last day that ended: the totals when it began and when it ended. */
	ended: z.object({ day: z.string(), from: z.number(), to: z.number() }).optional(),
});
export type Count = z.output<typeof count>;

export const NOTHING: Count = { total: 0, told: 0 };

/** Seconds. Counters are saved once a minute. */
const SAVED_BY = 120;

/** Moments that a count needs: now, the first turn of this process, and the local date. */
export interface Times {
	readonly now: Instant;
	readonly begun: Instant;
	readonly wall: Wall;
}

/** Adds an amount, and begins days, months and years. The same object if nothing changed. */
export function counted(before: Count, amount: number, times: Times): Count {
	const more = amount > 0 && Number.isFinite(amount) ? { ...before, total: before.total + amount } : before;
	return shown(dated(more, before.total, times.wall), before.total, times);
}

/**
 * Adds an amount like `counted`, and keeps in which hours of the day it came.
 * @param took hours until now in which it came
 */
export function countedByHour(before: Count, amount: number, times: Times, took = 0): Count {
	const after = counted(before, amount, times);
	const { trusted, minute_of_day } = times.wall;
	if (after.total === before.total || !trusted) return after;
	return { ...after, hours: inHours(after.hours ?? [], after.total - before.total, minute_of_day, took) };
}

/** What is counted from a new day on belongs to it; `began` is the total before this amount. */
function dated(more: Count, began: number, { trusted, date }: Wall): Count {
	if (!trusted || more.day === date) return more;
	const { hours: _, ...rest } = more;
	const { day = "", day_from: from } = rest;
	return {
		...rest,
		day: date,
		day_from: began,
		...(more.day !== undefined && from !== undefined && { ended: { day, from, to: began } }),
		month_from: day.slice(0, 7) === date.slice(0, 7) ? (more.month_from ?? began) : began,
		year_from: day.slice(0, 4) === date.slice(0, 4) ? (more.year_from ?? began) : began,
	};
}

/** @param before the total of the last look */
function shown(more: Count, before: number, { now, begun }: Times): Count {
	const { next, total, unsaved = 0 } = more;
	if (next === undefined || next.at < begun || next.at > now) {
		// What was read from the store is saved.
		const { unsaved: _, ...rest } = more;
		return { ...rest, told: Math.max(more.told, before - unsaved), next: { at: now, total } };
	}
	if (since(instant(next.at), now) < SAVED_BY) return more;
	if (more.told === next.total && total === next.total) return more;
	return { ...more, told: Math.max(more.told, next.total), next: { at: now, total } };
}

/** A saved count with what was counted while the store could not be read. @param by how far the running time moves then */
export const joinedCounts = (saved: Count, since: Count, by: number): Count => ({
	...saved,
	total: saved.total + since.total,
	unsaved: since.total,
	...(since.hours !== undefined && saved.day === since.day && { hours: sumOfHours([saved.hours ?? [], since.hours]) }),
	next: { at: (since.next?.at ?? 0) + by, total: saved.total },
});

/** The same unit as the count. Those of a period are absent until the time of day has been known once. */
export interface Counted {
	readonly total: number;
	readonly today?: number;
	readonly month?: number;
	readonly year?: number;
	/** Of today, by the hours of the local clock, from midnight on. Absent where it is not told by the hour, or nothing came yet. */
	readonly hours?: readonly number[];
}

export function figuresOf({ told, day_from, month_from, year_from, hours }: Count): Counted {
	const from = (start: number) => Math.max(0, told - start);
	return {
		total: told,
		...(day_from !== undefined && hours !== undefined && { hours: hoursShown(hours, from(day_from)) }),
		...(day_from !== undefined && { today: from(day_from) }),
		...(month_from !== undefined && { month: from(month_from) }),
		...(year_from !== undefined && { year: from(year_from) }),
	};
}
