import { DARK, diffuseShare, type Irradiance, outsideAir, tilted } from "./irradiance.ts";
import type { Sky } from "./sky.ts";
import { equationOfTime, Sun } from "./sun.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const floor = Math.floor;
const min = Math.min;

export const HOURS = 8760;
const DAYS = 365;
const HOUR = 3600;
/** Samples of the sun in an hour. */
const SAMPLES = 12;
/** W/m² on level ground outside the atmosphere, as the mean of an hour, below which clearness says nothing. */
const DUSK = 5;
/** No sky is clearer than this, but an hour at sunrise may look so in a file. */
const CLEAREST = 1.1;

/** A year of hourly values, each of the hour that ends with it. */
export interface RecordedYear {
	/** Degrees north and east. */
	readonly latitude: number;
	readonly longitude: number;
	/** Hours that its clock is ahead of UTC, without summer time. */
	readonly ahead: number;
	/** W/m² on level ground; without `diffuse` it is estimated. */
	readonly global: Float64Array;
	readonly diffuse?: Float64Array;
	/** °C at the end of each hour. */
	readonly outdoor: Float64Array;
}

/**
 * Weather from a file, in the time of its clock. Within an hour the clearness and the share of diffuse light are constant, so
 * that the sun's way shows and the hour's sum stays.
 */
export class RecordedWeather implements Sky {
	private readonly sun: Sun;
	private readonly slope: number;
	private readonly year: RecordedYear;
	private readonly clearness: Float64Array;

	/** @param turned degrees from the equator to the west */
	constructor(year: RecordedYear, slope: number, turned?: number) {
		this.year = year;
		this.slope = slope;
		this.sun = new Sun(year.latitude, slope, turned);
		this.clearness = Float64Array.from(year.global, (global, hour) => {
			const outside = this.outside(hour);
			return outside < DUSK ? 0 : min(global / outside, CLEAREST);
		});
	}

	irradiance(second: number): Irradiance {
		const { day, hour, at } = this.moment(second);
		const height = this.sun.height(day, hour);
		if (height <= 0) return DARK;
		const global = (this.clearness[at] ?? 0) * outsideAir(day) * height;
		const { diffuse } = this.year;
		const whole = this.year.global[at] ?? 0;
		const share =
			diffuse === undefined ? diffuseShare(global, height, day) : whole > 0 ? min((diffuse[at] ?? 0) / whole, 1) : 1;
		return tilted(global, global * share, height, this.sun.incidence(day, hour), this.slope, day);
	}

	outdoor(second: number): number {
		const { outdoor } = this.year;
		const hours = second / HOUR;
		const at = floor(hours);
		const part = hours - at;
		return (outdoor[wrapped(at - 1)] ?? 0) * (1 - part) + (outdoor[wrapped(at)] ?? 0) * part;
	}

	/** The day, the hour of solar time, and the place of the hour in the lists. */
	private moment(second: number) {
		const hours = second / HOUR;
		const at = wrapped(floor(hours));
		return { ...solarTime(this.year, at + (hours - floor(hours))), at };
	}

	/** W/m² on level ground outside the atmosphere, as the mean of an hour. */
	private outside(at: number): number {
		let sum = 0;
		for (let sample = 0; sample < SAMPLES; sample++) {
			const { day, hour } = this.moment(at * HOUR + ((sample + 0.5) * HOUR) / SAMPLES);
			const height = this.sun.height(day, hour);
			if (height > 0) sum += outsideAir(day) * height;
		}
		return sum / SAMPLES;
	}
}

/**
 * The day, from 1 and with its fraction, and the hour of solar time, at so many hours of a place's clock since the year began.
 * The declination changes by up to 0.4° a day, so the fraction counts.
 */
export function solarTime({ longitude, ahead }: Pick<RecordedYear, "longitude" | "ahead">, hours: number) {
	const days = hours / 24;
	const day = floor(days) + 1;
	return { day: days + 1, hour: (days - floor(days)) * 24 + longitude / 15 - ahead + equationOfTime(day) / 60 };
}

const wrapped = (hour: number) => ((hour % (DAYS * 24)) + DAYS * 24) % (DAYS * 24);
