import type { Wall } from "./wall.ts";

/**
 * Time windows of a week in the house's local time, as text: `mo-fr 06:00-08:00, sa 08:00-10:00`. Several days of a window
 * are separated by spaces (`mo we fr-su 06:00-08:00`); without days it is every day's. A window that ends before it begins
 * goes over midnight and belongs to the day on which it begins. `always` and `never` stand for all and none.
 *
 * Where the clock is put forward, what lies in the lost hour does not come; where it is put back, it comes twice.
 */
export interface Windows {
	readonly kind: "always" | "never" | "listed";
	readonly listed: readonly Window[];
}

interface Window {
	/** 1 is Monday, 7 is Sunday. */
	readonly days: readonly number[];
	/** Minutes of the day. */
	readonly from: number;
	/** Up to 1440. Not after `from` if it goes over midnight. */
	readonly to: number;
}

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
const DAY = `(?:${DAYS.join("|")})`;
const SPAN = `${DAY}(?:-${DAY})?`;
const TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
const WINDOW = `(?:${SPAN}(?: ${SPAN})* )?${TIME}-(?:${TIME}|24:00)`;
/** The Supervisor reads it too, in Python. */
export const WINDOWS = new RegExp(`^(?:always|never|${WINDOW}(?:, ?${WINDOW})*)$`);
/** Home Assistant accepts texts of up to 255 characters. */
export const LONGEST = 255;

const DAY_LASTS = 24 * 60;
const WEEK_LASTS = 7 * DAY_LASTS;

/** Undefined for text that says no windows. */
export function windowsIn(text: string): Windows | undefined {
	const known = KNOWN.get(text);
	if (known !== undefined) return known;
	const read = readWindows(text);
	// A controller has few of them, and asks for them in every turn.
	if (KNOWN.size >= 64) KNOWN.clear();
	if (read !== undefined) KNOWN.set(text, read);
	return read;
}
const KNOWN = new Map<string, Windows>();

function readWindows(text: string): Windows | undefined {
	if (text.length > LONGEST || !WINDOWS.test(text)) return undefined;
	if (text === "always" || text === "never") return { kind: text, listed: [] };
	const listed = text.split(/, ?/).map(windowIn);
	return listed.some(({ from, to }) => from === to) ? undefined : { kind: "listed", listed };
}

function windowIn(text: string): Window {
	const words = text.split(" ");
	const [from = "", to = ""] = (words.pop() ?? "").split("-");
	const days = words.length === 0 ? DAYS.map((_, nth) => nth + 1) : words.flatMap(daysIn);
	return { days: [...new Set(days)], from: minuteIn(from), to: minuteIn(to) };
}

function daysIn(span: string): readonly number[] {
	const [first = "", last = first] = span.split("-");
	const [from, to] = [weekday(first), weekday(last)];
	return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => ((from - 1 + nth) % 7) + 1);
}

const weekday = (word: string): number => DAYS.findIndex((day) => day === word) + 1;

function minuteIn(time: string): number {
	const [hours, minutes] = time.split(":").map(Number);
	return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Whether it is within one of them now; undefined while the time of day is unknown, unless that does not matter. */
export function isWithin({ kind, listed }: Windows, wall: Wall): boolean | undefined {
	if (kind !== "listed") return kind === "always";
	return wall.trusted ? within(listed, minuteOfWeek(wall)) : undefined;
}

/**
 * Minutes of the clock on the wall until a window begins, or if it is within one, ends. Undefined if that does not come
 * within a week, or while the time of day is unknown.
 */
export function minutesToChange({ listed }: Windows, wall: Wall): number | undefined {
	if (!wall.trusted) return undefined;
	const now = minuteOfWeek(wall);
	const inside = within(listed, now);
	const edges = listed.flatMap(({ days, from, to }) =>
		days.flatMap((day) => [startOf(day) + from, startOf(day) + ends(from, to)]),
	);
	const waits = edges
		.map((edge) => (edge - now + 2 * WEEK_LASTS) % WEEK_LASTS)
		.filter((wait) => wait > 0 && within(listed, now + wait) !== inside);
	return waits.length === 0 ? undefined : Math.min(...waits);
}

const startOf = (day: number): number => (day - 1) * DAY_LASTS;
const ends = (from: number, to: number): number => (to > from ? to : to + DAY_LASTS);
const minuteOfWeek = ({ weekday: day, minute_of_day }: Wall): number => startOf(day) + minute_of_day;

/** @param minute of the week, or of the weeks after it */
const within = (listed: readonly Window[], minute: number): boolean =>
	listed.some(({ days, from, to }) =>
		days.some((day) => (minute - startOf(day) - from + 2 * WEEK_LASTS) % WEEK_LASTS < ends(from, to) - from),
	);
