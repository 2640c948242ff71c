import type { Instant } from "#model/quantities/units.ts";
import { START } from "./plant.ts";

/** The simulated plant's own calendar: its sun stands highest at 12. */
export interface PlantTime {
	/** 1 is the first of January. */
	readonly day_of_year: number;
	/** With its fraction. */
	readonly hour: number;
}

/** @param began the controller's running time when the simulation started */
export function plantTime(began: Instant, now: Instant): PlantTime {
	const hours = START.start_hour + Math.max(0, now - began) / 3600;
	return { day_of_year: ((START.day_of_year - 1 + Math.floor(hours / 24)) % 365) + 1, hour: hours % 24 };
}

/** `08:31` */
export function clockOf({ hour }: PlantTime): string {
	const minutes = Math.floor(hour * 60 + 1e-6);
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `21 June` */
export function dateOf({ day_of_year }: PlantTime): string {
	let day = day_of_year;
	for (const [month, days] of MONTHS) {
		if (day <= days) return `${day} ${month}`;
		day -= days;
	}
	return `day ${day_of_year}`;
}

const two = (n: number) => String(n).padStart(2, "0");
const MONTHS = [
	["January", 31],
	["February", 28],
	["March", 31],
	["April", 30],
	["May", 31],
	["June", 30],
	["July", 31],
	["August", 31],
	["September", 30],
	["October", 31],
	["November", 30],
	["December", 31],
] as const;
