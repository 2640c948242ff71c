import type { Wall } from "./wall.ts";
import {
	DAY_LASTS,
	DAYS,
	daysIn,
	endsOf,
	entriesOf,
	LONGEST,
	listOf,
	minuteIn,
	minuteOfWeek,
	remembering,
	SPAN_OF_TIME,
	startOf,
	WEEK_LASTS,
} from "./week.ts";

/**
 * Time windows of a week in the house's local time, as text: `mo-fr 06:00-08:00, sa 08:00-10:00`. Several days of a window
 * are separated by spaces (`mo we fr-su 06:00-08:00`), and have names of three languages; without days it is every day's. A window that ends before it begins
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

/** The Supervisor reads it too, in Python. */
export const WINDOWS = new RegExp(`^(?:always|never|${listOf(`${DAYS}${SPAN_OF_TIME}`)})$`);

/** Undefined for text that says no windows. */
export const windowsIn = remembering((text): Windows | undefined => {
	if (text.length > LONGEST || !WINDOWS.test(text)) return undefined;
	if (text === "always" || text === "never") return { kind: text, listed: [] };
	const listed = entriesOf(text).map(windowIn);
	return listed.some(({ from, to }) => from === to) ? undefined : { kind: "listed", listed };
});

function windowIn(text: string): Window {
	const words = text.split(" ");
	const [from = "", to = ""] = endsOf(words.pop() ?? "");
	return { days: daysIn(words), from: minuteIn(from), to: minuteIn(to) };
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

const ends = (from: number, to: number): number => (to > from ? to : to + DAY_LASTS);

/** @param minute of the week, or of the weeks after it */
const within = (listed: readonly Window[], minute: number): boolean =>
	listed.some(({ days, from, to }) =>
		days.some((day) => (minute - startOf(day) - from + 2 * WEEK_LASTS) % WEEK_LASTS < ends(from, to) - from),
	);
