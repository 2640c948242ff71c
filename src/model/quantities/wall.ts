import type { Seconds } from "./units.ts";

/** Local time, for time windows and daily counters only. */
export interface Wall {
	/** ISO date, for example 2026-07-01. */
	readonly date: string;
	readonly minute_of_day: number;
	/** 1 is Monday, 7 is Sunday (ISO 8601). */
	readonly weekday: number;
	/** False until the machine's clock has been set. */
	readonly trusted: boolean;
	/** Minutes by which it is ahead of UTC now; absent where no clock of a machine says so. */
	readonly ahead?: number;
}
export const UNTRUSTED: Wall = { date: "1970-01-01", minute_of_day: 0, weekday: 4, trusted: false };

const DAY = 1440;

/** Local time so much later, to the minute. A change to or from summer time in between is not known. */
export function laterBy(wall: Wall, by: Seconds): Wall {
	const minute = wall.minute_of_day + Math.floor(by / 60);
	let { date, weekday } = wall;
	for (let n = 0; n < Math.floor(minute / DAY); n++) {
		date = dayAfter(date);
		weekday = (weekday % 7) + 1;
	}
	return { ...wall, date, minute_of_day: minute % DAY, weekday };
}

/** The moment so much later as an ISO 8601 text with its difference to UTC, to the minute; undefined while the clock is not set. */
export function momentIn(wall: Wall, by: Seconds): string | undefined {
	const { trusted, ahead } = wall;
	if (!trusted || ahead === undefined) return undefined;
	// Across a change to or from summer time too, this is the same moment.
	const { date, minute_of_day } = laterBy(wall, by);
	return `${date}T${clockText(minute_of_day)}:00${ahead < 0 ? "-" : "+"}${clockText(Math.abs(ahead))}`;
}

const clockText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const two = (n: number): string => String(n).padStart(2, "0");

/** Days from one ISO date to a later one; 0 if it is not later. Undefined if there is no such day within a year. */
export function daysTo(from: string, to: string): number | undefined {
	let day = from;
	for (let n = 0; n <= 366; n++) {
		if (day >= to) return day === to || n === 0 ? n : undefined;
		day = dayAfter(day);
	}
	return undefined;
}

/** The day after an ISO date. */
function dayAfter(date: string): string {
	const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
	const [y, m, d] = day < last ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
	return [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}
