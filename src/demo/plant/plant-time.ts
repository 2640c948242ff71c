import { type Instant, instant } from "#model/quantities/units.ts";
import { localTimes } from "#runtime/local-time.ts";
import { START, type Start } from "./plant.ts";

/** The simulated plant's calendar, in solar time: the sun is highest at 12. */
export interface PlantTime {
	/** 1 is the first of January. */
	readonly day_of_year: number;
	/** Includes the fraction. */
	readonly hour: number;
}

/** @param began the controller's running time when the simulation started */
export function plantTime(began: Instant, now: Instant): PlantTime {
	const hours = START.start_hour + Math.max(0, now - began) / 3600;
	return { day_of_year: ((START.day_of_year - 1 + Math.floor(hours / 24)) % 365) + 1, hour: hours % 24 };
}

/** When the demo's own plant would have had to start to be at this time of the year when it is `now`. */
export function beganAt(now: Instant, { day_of_year, start_hour }: Start): Instant {
	const hours = (day_of_year - START.day_of_year) * 24 + start_hour - START.start_hour;
	return instant(now - (hours < 0 ? hours + YEAR_HOURS : hours) * 3600);
}

/** The moment at which a clock on the wall shows the plant's start, so that everything that tells the time tells the plant's. */
export function beginsOn({ day_of_year, start_hour }: Start, zone: string | undefined, year = CALENDAR): Date {
	const shown = Date.UTC(year, 0, day_of_year) + start_hour * 3_600_000;
	const local = localTimes(zone);
	const ahead = (ms: number) => {
		const at = local(new Date(ms));
		return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - ms;
	};
	// The second time because the clocks may change in between.
	return new Date(shown - ahead(shown - ahead(shown)));
}
/** The year of the simulated days. */
const CALENDAR = 2026;

const YEAR_HOURS = 365 * 24;

/** `08:31` */
export function clockOf({ hour }: PlantTime): string {
	const minutes = Math.floor(hour * 60 + 1e-6);
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `21 June` */
export const dateOf = ({ day_of_year }: PlantTime): string => DATE.format(Date.UTC(YEAR, 0, day_of_year));

/** One of 365 days. */
const YEAR = 2001;
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
const two = (n: number) => String(n).padStart(2, "0");
