import type { Wall } from "./wall.ts";

/** Days and times of a week as owners write them: English names of two letters, times with two digits. */
const NAMES = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
const DAY = `(?:${NAMES.join("|")})`;
const SPAN = `${DAY}(?:-${DAY})?`;
/** Patterns that the Supervisor reads too, in Python. */
export const DAYS = `(?:${SPAN}(?: ${SPAN})* )?`;
export const TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

/** Home Assistant accepts texts of up to 255 characters. */
export const LONGEST = 255;
export const DAY_LASTS = 24 * 60;
export const WEEK_LASTS = 7 * DAY_LASTS;

/** 1 is Monday, 7 is Sunday. Without any named, all. */
export function daysIn(spans: readonly string[]): readonly number[] {
	const days = spans.length === 0 ? NAMES.map((_, nth) => nth + 1) : spans.flatMap(ofSpan);
	return [...new Set(days)];
}

function ofSpan(span: string): readonly number[] {
	const [first = "", last = first] = span.split("-");
	const [from, to] = [weekday(first), weekday(last)];
	return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => ((from - 1 + nth) % 7) + 1);
}

const weekday = (word: string): number => NAMES.findIndex((day) => day === word) + 1;

/** Minute of the day of `06:30`. */
export function minuteIn(time: string): number {
	const [hours, minutes] = time.split(":").map(Number);
	return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The first minute of a day, in minutes of the week. */
export const startOf = (day: number): number => (day - 1) * DAY_LASTS;
export const minuteOfWeek = ({ weekday: day, minute_of_day }: Wall): number => startOf(day) + minute_of_day;

/** What `read` makes of a text. A controller has few of them, and asks for them in every turn. */
export function remembering<T>(read: (text: string) => T | undefined): (text: string) => T | undefined {
	const known = new Map<string, T>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const made = read(text);
		if (known.size >= 64) known.clear();
		if (made !== undefined) known.set(text, made);
		return made;
	};
}
