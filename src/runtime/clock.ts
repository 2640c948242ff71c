import { type Instant, instant, type Seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { type LocalTime, localTimes } from "./local-time.ts";

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
	/** The date at the start, for a simulated plant whose calendar is its own. */
	readonly begins?: Date | undefined;
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
	const local = localTimes(options.time_zone);
	const first = monotonic();
	const simulatedFrom = options.begins?.getTime() ?? (speed === 1 ? undefined : wall().getTime());
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
			if (last === undefined || current !== minute) last = wallAt(at, local(at), simulatedFrom !== undefined);
			minute = current;
			return last;
		},
	};
}

function wallAt(at: Date, time: LocalTime, simulated: boolean): Wall {
	const { year, month, day, hour, minute } = time;
	const ahead = Math.round(Date.UTC(year, month - 1, day, hour, minute) / 60_000 - Math.floor(at.getTime() / 60_000));
	return { ...wallOf(time, simulated), ahead };
}

/** @param simulated it is trusted whatever it shows */
export function wallOf({ year, month, day, hour, minute }: LocalTime, simulated: boolean): Wall {
	const two = (n: number) => String(n).padStart(2, "0");
	return {
		date: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`,
		minute_of_day: hour * 60 + minute,
		weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7,
		trusted: simulated || year >= TRUSTED_FROM,
	};
}
