/** A day on the clock on the wall. It has 23 or 25 hours when the clock changes. */
export interface Day {
	/** ISO date. */
	readonly date: string;
	/** ms since 1970, from midnight (included) to the next (excluded). */
	readonly from: number;
	readonly to: number;
}

/** The local time of the house. Provided by the composition. */
export interface Calendar {
	/** Undefined for what is no date. */
	day(date: string): Day | undefined;
	dateOf(ms: number): string;
	/** `11:41:02`. */
	clockOf(ms: number): string;
}

export const SPANS = ["week", "month", "year", "all"] as const;
export type Span = (typeof SPANS)[number];

/** Dates of a span: `to` is excluded. */
export interface Dates {
	readonly from: string;
	readonly to: string;
	/** A date in the span before, and in the one after. */
	readonly before: string;
	readonly after: string;
}

const DAY = 86_400_000;
const iso = (utc: number) => new Date(utc).toISOString().slice(0, 10);

/** The date so many days later. Dates are counted in UTC, where each day has 24 hours. */
export const later = (date: string, days: number): string => iso(Date.parse(date) + days * DAY);

/** The week from Monday on, the month or the year of a date; all years are one span. */
export function datesOf(span: Span, date: string): Dates {
	const [year = 0, month = 1] = date.split("-").map(Number);
	const first = (y: number, m: number) => iso(Date.UTC(y, m - 1, 1));
	switch (span) {
		case "week": {
			const from = later(date, -((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7));
			return { from, to: later(from, 7), before: later(from, -7), after: later(from, 7) };
		}
		case "month":
			return {
				...{ from: first(year, month), to: first(year, month + 1) },
				...{ before: first(year, month - 1), after: first(year, month + 1) },
			};
		case "year":
			return {
				...{ from: first(year, 1), to: first(year + 1, 1) },
				...{ before: first(year - 1, 1), after: first(year + 1, 1) },
			};
		case "all":
			return { from: "2000-01-01", to: "2100-01-01", before: date, after: date };
	}
}
