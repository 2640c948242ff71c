import { Chance } from "../chance.ts";
import type { Climate } from "./climate.ts";
import { clearSky, DARK, type Irradiance, onSlope } from "./irradiance.ts";
import type { Sky } from "./sky.ts";
import { Sun } from "./sun.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const PI = Math.PI;
const cos = Math.cos;
const floor = Math.floor;
const max = Math.max;
const min = Math.min;

const DAYS = 365;
const HOURS = 24;
/** Half the daily temperature swing under an average sky, in K. */
const DAILY_SWING = 4;
/** Weather persists: the share kept from yesterday, and the new share that keeps the deviation at 1. */
const LASTING_CLOUD = [0.5, 0.866] as const;
const LASTING_WARMTH = [0.8, 0.6] as const;

export interface WeatherDesign {
	readonly climate: Climate;
	/** Degrees from level. */
	readonly slope: number;
	/** Degrees from the equator to the west. Default: 0. */
	readonly turned?: number;
	/** 0 is a cloudless year, 1 the clouds of the climate. */
	readonly cloudiness: number;
	readonly seed: number;
}

/**
 * A year's weather from a seed. The same moment always has the same weather, in any order of calls. Times are seconds of
 * solar time since the start of the year; the year repeats.
 */
export class Weather implements Sky {
	private readonly sun: Sun;
	/** Share of a cloudless sky's irradiation, by day and by hour of the year. */
	private readonly dayClearness = new Float64Array(DAYS);
	private readonly hourClearness = new Float64Array(DAYS * HOURS).fill(Number.NaN);
	/** Clearness of each day, before passing clouds. */
	private readonly clear = new Float64Array(DAYS);
	/** How much warmer than usual each day is, in K. */
	private readonly warmth = new Float64Array(DAYS);
	private readonly design: WeatherDesign;

	constructor(design: WeatherDesign) {
		this.design = design;
		this.sun = new Sun(design.climate.latitude, design.slope, design.turned);
		this.fill(new Chance(design.seed));
	}

	/** W/m² in the plane of the collector. */
	irradiance(second: number): Irradiance {
		const { day, hour } = moment(second);
		const height = this.sun.height(day, hour);
		if (height <= 0) return DARK;
		const clearness = this.clearnessAt(day, floor(hour));
		const incidence = this.sun.incidence(day, hour);
		return onSlope(clearSky(height) * clearness, height, incidence, this.design.slope, day);
	}

	/** °C in the shade. */
	outdoor(second: number): number {
		const { day, hour } = moment(second);
		const { mean, swing } = this.design.climate;
		const season = swing * cos((2 * PI * (day + hour / 24 - 202)) / DAYS);
		const daily = DAILY_SWING * (0.4 + 0.8 * between(this.dayClearness, day, hour));
		return mean + season + between(this.warmth, day, hour) + daily * cos((2 * PI * (hour - 15)) / 24);
	}

	private fill(chance: Chance) {
		let cloud = 0;
		let warmth = 0;
		for (let day = 0; day < DAYS; day++) {
			cloud = LASTING_CLOUD[0] * cloud + LASTING_CLOUD[1] * chance.normal();
			warmth = LASTING_WARMTH[0] * warmth + LASTING_WARMTH[1] * chance.normal();
			const clear = this.clearnessOf(day + 1, cloud);
			this.dayClearness[day] = this.clouded(clear);
			this.warmth[day] = 2 * warmth;
			this.clear[day] = clear;
		}
	}

	/** Passing clouds are computed when their day comes, because a whole year would delay every start. */
	private clearnessAt(day: number, hour: number): number {
		const from = (day - 1) * HOURS;
		if (Number.isNaN(this.hourClearness[from])) {
			const clear = this.clear[day - 1] ?? 1;
			const chance = new Chance(this.design.seed * 1000 + day);
			for (let h = 0; h < HOURS; h++) {
				const passing = (clear > 0.9 ? 0.02 : 0.12) * chance.normal();
				this.hourClearness[from + h] = this.clouded(clamp(clear + passing, 0.08, 1));
			}
		}
		return this.hourClearness[from + hour] ?? 1;
	}

	private clearnessOf(day: number, cloud: number) {
		const { clearness, summer_clearness } = this.design.climate;
		return clamp(clearness + summer_clearness * cos((2 * PI * (day - 172)) / DAYS) + 0.26 * cloud, 0.12, 1);
	}

	private clouded(clearness: number) {
		return 1 - this.design.cloudiness * (1 - clearness);
	}
}

/** Day 1 to 365, and the hour of that day with its fraction. */
const moment = (second: number) => {
	const days = second / 86400;
	const whole = floor(days);
	return { day: (((whole % DAYS) + DAYS) % DAYS) + 1, hour: (days - whole) * 24 };
};
/** Daily values apply at noon. In between the weather changes gradually, not at midnight. */
const between = (daily: Float64Array, day: number, hour: number) => {
	const place = day - 1 + hour / 24 - 0.5 + DAYS;
	const before = floor(place);
	const share = place - before;
	return (daily[before % DAYS] ?? 0) * (1 - share) + (daily[(before + 1) % DAYS] ?? 0) * share;
};
const clamp = (value: number, low: number, high: number) => min(max(value, low), high);
