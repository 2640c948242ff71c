import * as z from "zod";
import type { Celsius, Kelvin, Litres, Minutes, Quantity, Seconds, Watts } from "./units.ts";

/**
 * Option fields with a unit: parsed once at the edge, typed from then on. Options page, docs table and number entity are
 * made from `meta`.
 */
const quantity =
	<Q extends Quantity<string>>(unit: string, step: number) =>
	(min: number, max: number) =>
		// The only place where a plain number becomes a quantity.
		z.number().min(min).max(max).meta({ unit, step }) as unknown as z.ZodType<Q>;

export const kelvins = quantity<Kelvin>("K", 0.5);
export const degrees = quantity<Celsius>("°C", 1);
export const duration = quantity<Seconds>("s", 1);
export const minutesField = quantity<Minutes>("min", 1);
export const volume = quantity<Litres>("L", 1);
export const power = quantity<Watts>("W", 1);
