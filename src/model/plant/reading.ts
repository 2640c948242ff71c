import type { Celsius, Instant, Seconds } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";
import type { Sensor } from "./plant.ts";

/** Not judged yet: the newest good value with its time, and the fault of the last attempt if it failed. */
export interface Sample {
	readonly value?: Celsius;
	/** When `value` was measured. */
	readonly at?: Instant;
	/** How often this sensor is read. Three missed reads make it stale. */
	readonly pace: Seconds;
	readonly fault?: Fault;
}

/** Judged: either a value, or a reason for none. Never null, NaN, -127, 85, 25 or 0 for "no value". */
export type Reading =
	| { readonly kind: "ok"; readonly value: Celsius; readonly at: Instant }
	| { readonly kind: "stale"; readonly at: Instant }
	| { readonly kind: "broken"; readonly fault: Fault }
	| { readonly kind: "unknown" };

/** One reading for each of `plant.sensors`, in that order. */
export type Readings = readonly Reading[];

export const UNKNOWN: Reading = { kind: "unknown" };

/** The temperature; undefined if there is none to act on. */
export const temperature = (readings: Readings, sensor: Sensor | undefined): Celsius | undefined => {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	return reading?.kind === "ok" ? reading.value : undefined;
};
