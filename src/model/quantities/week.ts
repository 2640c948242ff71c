import type { Wall } from "./wall.ts";

/**
 * Days of a week as owners write them, from Monday on: in English, Swedish or German, with two letters or three. No two days
 * of these languages have an abbreviation in common.
 */
const NAMES: readonly (readonly string[])[] = [
	["mo", "mon", "må", "mån"],
	["tu", "tue", "ti", "tis", "di"],
	["we", "wed", "on", "ons", "mi"],
	["th", "thu", "to", "tor", "do"],
	["fr", "fri", "fre"],
	["sa", "sat", "lö", "lör"],
	["su", "sun", "sö", "sön", "so"],
];
/** Patterns that the Supervisor reads too, in Python, which has no flag for capitals inside of a pattern. */
const letters = (word: string): string => word.replaceAll(/./g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const DAY = `(?:${NAMES.flat().map(letters).join("|")})`;
const TO = "[-–]";
export const DAYS = `(?:${DAY}(?:${TO}${DAY})? )*`;
/** German and Swedish clocks also have a point. */
export const TIME = "(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]";
export const SPAN_OF_TIME = `${TIME}${TO}(?:${TIME}|24[:.]00)`;
/** One or more of them. The inner `^` keeps the pattern short: only the first has no comma before it. */
export const listOf = (one: string): string => `(?:(?:^|[,;] ?)${one})+`;
export const entriesOf = (text: string): readonly string[] => text.split(/[,;] ?/);
export const endsOf = (span: string): readonly string[] => span.split(/[-–]/);

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
	const [first = "", last = first] = endsOf(span);
	const [from, to] = [weekday(first), weekday(last)];
	return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => ((from - 1 + nth) % 7) + 1);
}

const weekday = (word: string): number => NAMES.findIndex((names) => names.includes(word.toLowerCase())) + 1;

/** Minute of the day of `06:30` or `6.30`. */
export function minuteIn(time: string): number {
	const [hours, minutes] = time.split(/[:.]/).map(Number);
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
