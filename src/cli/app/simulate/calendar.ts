import type { Wall } from "#model/quantities/wall.ts";

const DAY = 86_400;
/** A year of 365 days that begins on a Thursday. */
const YEAR = 2026;
const FIRST_WEEKDAY = 4;

/** ISO date of a day of the year. */
export const dateOf = (day_of_year: number): string =>
	new Date(Date.UTC(YEAR, 0, day_of_year)).toISOString().slice(0, 10);

/** The clock on the wall, by seconds since the year began. The same object within a minute. */
export class Calendar {
	private last: Wall | undefined;
	private minute = Number.NaN;
	private day = Number.NaN;
	private date = "";

	wallAt(second: number): Wall {
		const minute = Math.floor(second / 60);
		if (this.last !== undefined && minute === this.minute) return this.last;
		const day = Math.floor(second / DAY);
		if (day !== this.day) this.date = dateOf(day + 1);
		this.day = day;
		this.minute = minute;
		const weekday = ((((day + FIRST_WEEKDAY - 1) % 7) + 7) % 7) + 1;
		this.last = { date: this.date, minute_of_day: minute - day * 1440, weekday, trusted: true };
		return this.last;
	}
}
