import type { Quantity, Values } from "../quantities/quantity.ts";
import { type Celsius, celsius, type Instant, type Seconds } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";
import type { Sensor, Thermometer } from "./plant.ts";

/** Not judged yet: the newest good value with its time, and the fault of the last attempt if it failed. */
export interface Sample {
	/** In the unit of the sensor's quantity. */
	readonly value?: number;
	/** When `value` was measured. */
	readonly at?: Instant;
	/** How often this sensor is read. Three missed reads make it stale. */
	readonly pace: Seconds;
	/** How long `value` counts without a newer one, where the device says so. */
	readonly lasts?: Seconds;
	readonly fault?: Fault;
}

/** Judged: either a value, or a reason for none. Never null, NaN, -127, 85, 25 or 0 for "no value". */
export type Reading<Q extends Quantity = Quantity> =
	| { readonly kind: "ok"; readonly value: Values[Q]; readonly at: Instant }
	| { readonly kind: "stale"; readonly at: Instant }
	| { readonly kind: "broken"; readonly fault: Fault }
	| { readonly kind: "unknown"; readonly value?: undefined; readonly at?: undefined };

/** One reading for each of `plant.sensors`, in that order. */
export type Readings = readonly Reading[];

/** With the fields of a measured one, so that the compiler sees one shape. */
export const UNKNOWN: Reading = { kind: "unknown", value: undefined, at: undefined };

/** What the sensor measures; undefined if there is no value to act on. */
export function measured<Q extends Quantity>(readings: Readings, sensor: Sensor<Q> | undefined): Values[Q] | undefined {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	// A reading is of its sensor's quantity, because both have the same index.
	return reading?.kind === "ok" ? (reading.value as Values[Q]) : undefined;
}

/** The temperature; undefined if there is none to act on. */
export const temperature = (readings: Readings, sensor: Thermometer | undefined): Celsius | undefined =>
	measured(readings, sensor);

/** The hottest of them; undefined if none has a temperature to act on. */
export function hottestOf(readings: Readings, sensors: readonly Thermometer[]): Celsius | undefined {
	let hottest = Number.NEGATIVE_INFINITY;
	for (const { index } of sensors) {
		const reading = readings[index];
		if (reading?.kind === "ok" && reading.value > hottest) hottest = reading.value;
	}
	return hottest === Number.NEGATIVE_INFINITY ? undefined : celsius(hottest);
}

/** Nothing was heard of it since the start. */
export const awaited = (readings: Readings, { index }: Sensor): boolean =>
	(readings[index] ?? UNKNOWN).kind === "unknown";
