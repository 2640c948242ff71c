import * as z from "zod";
import type { Celsius, Kelvin, Litres, Measure, Minutes, Percent, Seconds, Watts } from "./units.ts";

/**
 * Option fields with a unit: parsed once at the edge, typed from then on. Options page, docs table and number entity are
 * made from `meta`.
 */
const measure =
	<Q extends Measure<string>>(unit: string, step: number, number: () => z.ZodNumber = z.number) =>
	(min: number, max: number) =>
		// The only place where a plain number gets a unit.
		number().min(min).max(max).meta({ unit, step }) as unknown as z.ZodType<Q>;

export const kelvins = measure<Kelvin>("K", 0.5);
export const degrees = measure<Celsius>("°C", 1);
export const duration = measure<Seconds>("s", 1);
export const minutesField = measure<Minutes>("min", 1);
export const volume = measure<Litres>("L", 1);
export const power = measure<Watts>("W", 1);
export const wholePercents = measure<Percent>("%", 1, z.int);
