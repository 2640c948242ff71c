import * as z from "zod";
import type { Key } from "#words/keys.ts";
import type {
	Celsius,
	Days,
	Kelvin,
	KilowattHours,
	Litres,
	Measure,
	Minutes,
	Percent,
	Seconds,
	Watts,
} from "./units.ts";
import { LONGEST, WINDOWS, windowsIn } from "./windows.ts";

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
export const energy = measure<KilowattHours>("kWh", 0.5);
export const wholeDays = measure<Days>("d", 1, z.int);
/** A number of times. */
export const count = (min: number, max: number) => z.int().min(min).max(max);
export const wholePercents = measure<Percent>("%", 1, z.int);

/** Time windows of a week, as text: see `windows.ts`. */
export const timeWindows = () =>
	z
		.string()
		.max(LONGEST)
		.regex(WINDOWS, told("windows_form"))
		// The form is told by the pattern alone.
		.refine((text) => !WINDOWS.test(text) || windowsIn(text) !== undefined, told("windows_empty"));

/** `refusedWith` is above this folder. */
const told = (code: Key<"problem">) => ({ error: code });
