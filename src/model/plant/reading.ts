import type { Celsius, Instant, Seconds } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";
import type { Sensor } from "./plant.ts";

/** Raw from a driver: the newest good value with its moment, and the fault of the last try if that one failed. */
export interface Sample {
	readonly value?: Celsius;
	/** When `value` was measured. */
	readonly at?: Instant;
	/** How often this sensor is read; three missed reads make it stale. */
	readonly pace: Seconds;
	readonly fault?: Fault;
}

/** Judged: there is a value or there is a reason for none. Never null, NaN, -127, 85, 25 or 0 for "no value". */
export type Reading =
	| { readonly kind: "ok"; readonly value: Celsius; readonly at: Instant }
	| { readonly kind: "stale"; readonly at: Instant }
	| { readonly kind: "broken"; readonly fault: Fault }
	| { readonly kind: "unknown" };

/** One reading for each of `plant.sensors`, in that order. */
export type Readings = readonly Reading[];

export const UNKNOWN: Reading = { kind: "unknown" };

/** The temperature, or undefined where there is none to act on. */
export const temperature = (readings: Readings, sensor: Sensor | undefined): Celsius | undefined => {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	return reading?.kind === "ok" ? reading.value : undefined;
};
