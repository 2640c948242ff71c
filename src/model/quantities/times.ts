import type { Wall } from "./wall.ts";
import {
	DAYS,
	daysIn,
	entriesOf,
	LONGEST,
	listOf,
	minuteIn,
	minuteOfWeek,
	remembering,
	startOf,
	TIME,
	WEEK_LASTS,
} from "./week.ts";

/** Moments of a week in the house's local time, as text: `mo-fr 06:30, sa su 08:00`; `never` stands for none. In minutes of the week. */
export type Times = readonly number[];

/** The Supervisor reads it too, in Python. */
export const TIMES = new RegExp(`^(?:never|${listOf(`${DAYS}${TIME}`)})$`);

/** Undefined for text that says no times. */
export const timesIn = remembering((text): Times | undefined => {
	if (text.length > LONGEST || !TIMES.test(text)) return undefined;
	return text === "never" ? [] : entriesOf(text).flatMap(momentsIn);
});

function momentsIn(text: string): Times {
	const words = text.split(" ");
	const minute = minuteIn(words.pop() ?? "");
	return daysIn(words).map((day) => startOf(day) + minute);
}

/** Minutes of the clock on the wall until the next of them: 0 in its minute. Undefined without any, or while the time is unknown. */
export function minutesUntil(times: Times, wall: Wall): number | undefined {
	if (!wall.trusted || times.length === 0) return undefined;
	const now = minuteOfWeek(wall);
	return Math.min(...times.map((time) => (time - now + WEEK_LASTS) % WEEK_LASTS));
}

/** Minutes since the last of them: 0 in its minute. */
export function minutesSince(times: Times, wall: Wall): number | undefined {
	if (!wall.trusted || times.length === 0) return undefined;
	const now = minuteOfWeek(wall);
	return Math.min(...times.map((time) => (now - time + WEEK_LASTS) % WEEK_LASTS));
}
