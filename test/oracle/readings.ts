import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { Reading, Readings, Sample } from "#model/plant/reading.ts";
import type { Celsius, Instant, Kelvin, Seconds } from "#model/quantities/units.ts";

/** How release 0.1.0 counted time and judged values. Copies, so that a change of the product's own is seen. */
export const since = (from: Instant, to: Instant) => (Math.round((to - from) * 1e6) / 1e6) as Seconds;
export const after = (from: Instant, wait: number) => (from + wait) as Instant;
export const warmerBy = (a: Celsius, b: Celsius) => (Math.round((a - b) * 10) / 10) as Kelvin;

export const temperature = (readings: Readings, sensor: Sensor | undefined): Celsius | undefined => {
	const reading = sensor === undefined ? undefined : readings[sensor.index];
	return reading?.kind === "ok" ? (reading.value as Celsius) : undefined;
};

export const judge = (
	now: Instant,
	{ sensors }: Plant,
	samples: readonly (Sample | undefined)[],
	before: Readings,
): Readings =>
	sensors.map((sensor) => judged(now, sensor, samples[sensor.index], before[sensor.index] ?? { kind: "unknown" }));

function judged(now: Instant, { offset, range }: Sensor, sample: Sample | undefined, before: Reading): Reading {
	const failed = sample?.fault;
	if (sample?.value === undefined || sample.at === undefined)
		return failed === undefined ? { kind: "unknown" } : { kind: "broken", fault: failed };
	const { value, at, pace } = sample;
	if (since(at, now) >= Math.max(3 * pace, 30))
		return failed === undefined ? { kind: "stale", at } : { kind: "broken", fault: failed };
	// A value that was judged stays as it is.
	if (before.kind === "ok" && before.at === at) return before;
	const corrected = (value + offset) as Celsius;
	return corrected >= range.low && corrected <= range.high
		? { kind: "ok", value: corrected, at }
		: { kind: "broken", fault: { code: "implausible", facts: {} } };
}
