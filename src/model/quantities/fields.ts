import * as z from "zod";
import type { Key } from "#words/keys.ts";
import { TIMES } from "./times.ts";
import type {
	Celsius,
	Days,
	Kelvin,
	KelvinPerHour,
	KilowattHours,
	Litres,
	LitresPerMinute,
	Measure,
	Minutes,
	Percent,
	Seconds,
	Watts,
} from "./units.ts";
import { LONGEST } from "./week.ts";
import { WINDOWS, windowsIn } from "./windows.ts";

/**
 * Option fields with a unit: parsed once at the edge, typed from then on. Options page, docs table and number entity are
 * made from `meta`.
 */
const measure =
	<Q extends Measure<string>>(unit: string, step: number, number: () => z.ZodNumber = z.number) =>
	(min: number, max: number) =>
		// The only place where a plain number gets a unit.
		number().min(min).max(max).meta({ unit, step }) as unknown as z.ZodType<Q>;

/** A field that its group did not have in a release: saved options are without it. */
export const later = <F extends z.ZodType>(field: F): F => field.meta({ later: true });

export const kelvins = measure<Kelvin>("K", 0.5);
export const degrees = measure<Celsius>("°C", 1);
export const duration = measure<Seconds>("s", 1);
export const minutesField = measure<Minutes>("min", 1);
export const volume = measure<Litres>("L", 1);
export const power = measure<Watts>("W", 1);
export const flowRate = measure<LitresPerMinute>("L/min", 0.1);
export const energy = measure<KilowattHours>("kWh", 0.5);
export const wholeDays = measure<Days>("d", 1, z.int);
/** A number of times. */
export const count = (min: number, max: number) => z.int().min(min).max(max);
export const heatRate = measure<KelvinPerHour>("K/h", 0.5);
export const wholePercents = measure<Percent>("%", 1, z.int);

/** Time windows of a week, as text: see `windows.ts`. */
export const timeWindows = () =>
	z
		.string()
		.max(LONGEST)
		.regex(WINDOWS, told("windows_form"))
		// The form is told by the pattern alone.
		.refine((text) => !WINDOWS.test(text) || windowsIn(text) !== undefined, told("windows_empty"))
		.meta({ example: "mo-fr 06:00-08:00, sa 08:00-10:00" });

/** Times of a week, as text: see `times.ts`. */
export const weekTimes = () =>
	z.string().max(LONGEST).regex(TIMES, told("times_form")).meta({ example: "mo-fr 06:30, sa su 08:00" });

/** The id of a sensor or output. */
export const chosenId = () =>
	z
		.string()
		.max(40)
		.regex(/^[a-z][a-z0-9_]{0,39}$/, told("id_form"))
		.meta({ example: "auto" });

/** Per kWh, in the currency of the house. */
export const price = (min: number, max: number) => z.number().min(min).max(max).meta({ step: 0.01 });

/** `refusedWith` is above this folder. */
const told = (code: Key<"problem">) => ({ error: code });
