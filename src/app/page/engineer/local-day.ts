import { type LocalTime, localTimes } from "#runtime/local-time.ts";

/** A day on the clock on the wall. It has 23 or 25 hours when the clock changes. */
export interface LocalDay {
	/** ISO date. */
	readonly date: string;
	/** ms since 1970, from midnight (included) to the next (excluded). */
	readonly from: number;
	readonly to: number;
}

export interface Calendar {
	/** Undefined for what is no date. */
	day(date: string): LocalDay | undefined;
	dateOf(ms: number): string;
	/** `11:41:02`. */
	clockOf(ms: number): string;
	local(ms: number): LocalTime;
}

const HOUR = 3_600_000;
/** Local time is at most so far from UTC. */
const FARTHEST = 15 * HOUR;
const MINUTE = 60_000;

/** @param zone IANA name; the zone of the process where it is absent or unknown */
export function calendarIn(zone: string | undefined): Calendar {
	const times = localTimes(zone);
	const local = (ms: number) => times(new Date(ms));
	const dateOf = (ms: number) => dateIn(local(ms));
	/** The first minute of a date, or of the next one if the clock skips it. */
	const begin = (utc: number, date: string): number => {
		let [before, after] = [utc - FARTHEST, utc + FARTHEST];
		while (after - before > MINUTE) {
			const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
			if (dateOf(middle) >= date) after = middle;
			else before = middle;
		}
		return after;
	};
	return {
		dateOf,
		local,
		clockOf: (ms) => {
			const { hour, minute, second } = local(ms);
			return [hour, minute, second].map(two).join(":");
		},
		day(date) {
			const utc = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
			// A date such as 31 February is another one.
			if (!Number.isFinite(utc) || new Date(utc).toISOString().slice(0, 10) !== date) return undefined;
			const next = utc + 24 * HOUR;
			return { date, from: begin(utc, date), to: begin(next, new Date(next).toISOString().slice(0, 10)) };
		},
	};
}

const two = (n: number) => String(n).padStart(2, "0");
const dateIn = ({ year, month, day }: LocalTime) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
