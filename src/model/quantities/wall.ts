/** Local time, for time windows and daily counters only. */
export interface Wall {
	/** ISO date, for example 2026-07-01. */
	readonly date: string;
	readonly minute_of_day: number;
	/** 1 is Monday, 7 is Sunday (ISO 8601). */
	readonly weekday: number;
	/** False until the machine's clock has been set. */
	readonly trusted: boolean;
}
export const UNTRUSTED: Wall = { date: "1970-01-01", minute_of_day: 0, weekday: 4, trusted: false };
