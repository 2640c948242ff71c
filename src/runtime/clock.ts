import { type Instant, instant, type Seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

export interface Clock {
	/** The controller's running time. Never goes back. */
	now(): Instant;
	/** Local time, for time windows and daily counters. */
	wall(): Wall;
	/** The same moment as a date, for the log. */
	date(): Date;
	/** Moves the running time forward, because more time has passed than was known at the start. */
	advance(by: Seconds): void;
}

export interface ClockOptions {
	/** The running time at the last stop. */
	readonly start: Instant;
	/** Factor above 1 makes time pass faster for a simulated plant, calendar included. */
	readonly speed?: number;
	/** IANA name such as `Europe/Stockholm`. The process's zone if it is absent or unknown. */
	readonly time_zone?: string | undefined;
	/** Monotonic seconds. */
	readonly monotonic?: () => number;
	readonly wall?: () => Date;
}

/** Without a battery clock a machine starts in 1970, or when its image was made. This code is younger. */
const TRUSTED_FROM = 2025;

/** The machine's clock. Only this and the loop read it. */
export function clock(options: ClockOptions): Clock {
	const { speed = 1, monotonic = () => performance.now() / 1000, wall = () => new Date() } = options;
	const zone = zoned(options.time_zone);
	const first = monotonic();
	const simulatedFrom = speed === 1 ? undefined : wall().getTime();
	let { start }: { start: number } = options;
	let newest = 0;
	const running = () => {
		newest = Math.max(newest, (monotonic() - first) * speed);
		return newest;
	};
	const date = () => (simulatedFrom === undefined ? wall() : new Date(simulatedFrom + running() * 1000));
	let minute = Number.NaN;
	let last: Wall | undefined;
	return {
		now: () => instant(start + running()),
		date,
		advance(by) {
			start += by;
		},
		wall() {
			const at = date();
			const current = Math.floor(at.getTime() / 60_000);
			// Calendar lookups are slow, and a result is valid for a minute.
			if (last === undefined || current !== minute) last = wallOf(zone(at), simulatedFrom !== undefined);
			minute = current;
			return last;
		},
	};
}

interface Local {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly minute_of_day: number;
}

function wallOf({ year, month, day, minute_of_day }: Local, simulated: boolean): Wall {
	const two = (n: number) => String(n).padStart(2, "0");
	return {
		date: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
		minute_of_day,
		weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7,
		trusted: simulated || year >= TRUSTED_FROM,
	};
}

function zoned(name: string | undefined): (at: Date) => Local {
	const format = name === undefined ? undefined : formatOf(name);
	return format === undefined ? inProcessZone : (at) => inZone(format, at);
}

const inProcessZone = (at: Date): Local => ({
	year: at.getFullYear(),
	month: at.getMonth() + 1,
	day: at.getDate(),
	minute_of_day: at.getHours() * 60 + at.getMinutes(),
});

function inZone(format: Intl.DateTimeFormat, at: Date): Local {
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	return {
		year: part("year"),
		month: part("month"),
		day: part("day"),
		minute_of_day: part("hour") * 60 + part("minute"),
	};
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
	const numeric = "numeric";
	try {
		return new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
			timeZone,
			year: numeric,
			month: numeric,
			day: numeric,
			hour: numeric,
			minute: numeric,
			hourCycle: "h23",
		});
	} catch {
		// The options page refuses such a name. Control must go on all the same.
		return undefined;
	}
}
