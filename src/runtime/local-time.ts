import { caught } from "#model/untyped/caught.ts";

/** A moment as a clock on the wall shows it. */
export interface LocalTime {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

const numeric = "numeric";
const DAY = { year: numeric, month: numeric, day: numeric } as const;
const TIME = { hour: numeric, minute: numeric, second: numeric, hourCycle: "h23" } as const;

/** How moments are shown in a time zone, by its IANA name; in the zone of the process where it is absent or unknown. */
export function localTimes(timeZone: string | undefined): (at: Date) => LocalTime {
	// The options page refuses a name that does not exist. Control goes on with a wrong name, too.
	const made = () => new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", { timeZone, ...DAY, ...TIME });
	const format = timeZone === undefined ? undefined : caught(made, undefined);
	return format === undefined ? inProcessZone : (at) => inZone(format, at);
}

const inProcessZone = (at: Date): LocalTime => ({
	year: at.getFullYear(),
	month: at.getMonth() + 1,
	day: at.getDate(),
	hour: at.getHours(),
	minute: at.getMinutes(),
	second: at.getSeconds(),
});

function inZone(format: Intl.DateTimeFormat, at: Date): LocalTime {
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	const time = { hour: part("hour"), minute: part("minute"), second: part("second") };
	return { year: part("year"), month: part("month"), day: part("day"), ...time };
}
