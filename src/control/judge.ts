import { type Fault, fault } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import { type Reading, type Readings, type Sample, UNKNOWN } from "#model/plant/reading.ts";
import { KINDS } from "#model/quantities/quantity.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";

const MISSED_READS = 3;
const AT_LEAST = seconds(30);

export interface Judgement {
	readonly readings: Readings;
	readonly notices: readonly Notice[];
}

/** How long a value is valid without a newer one: three reads, and at least 30 s. */
export const patience = (pace: Seconds) => seconds(Math.max(MISSED_READS * pace, AT_LEAST));
/** The same, but a device beyond a network says how long its values count. */
export const patienceWith = ({ pace, lasts }: Pick<Sample, "pace" | "lasts">) => lasts ?? patience(pace);

const NO_NOTICES: readonly Notice[] = [];

/** Turns the drivers' samples into readings that control may use. `samples` are in the order of `plant.sensors`. */
export function judge(
	now: Instant,
	plant: Plant,
	samples: readonly (Sample | undefined)[],
	before: Readings,
): Judgement {
	let notices = NO_NOTICES;
	const readings: Reading[] = [];
	// Written out for speed: it runs once per sensor in every turn.
	for (const sensor of plant.sensors) {
		const { index } = sensor;
		const last = before[index] ?? UNKNOWN;
		const reading = judged(now, sensor, samples[index], last);
		readings.push(reading);
		if (reading === last) continue;
		const said = change(sensor, last, reading);
		if (said !== undefined) notices = [...notices, said];
	}
	return { readings, notices };
}

function judged(now: Instant, sensor: Sensor, sample: Sample | undefined, before: Reading): Reading {
	if (sample === undefined) return UNKNOWN;
	const { value, at } = sample;
	if (value === undefined || at === undefined)
		return sample.fault === undefined ? UNKNOWN : broken(sample.fault, before);
	// Written like the range, so that NaN is refused too.
	if (!(since(at, now) < patienceWith(sample)))
		return sample.fault === undefined ? stale(at, before) : broken(sample.fault, before);
	if (before.kind === "ok" && before.at === at) return before;
	const corrected = value + sensor.offset;
	const impossible = implausible(corrected, sensor);
	if (impossible !== undefined) return broken(impossible, before);
	return { kind: "ok", value: corrected, at };
}

/** The fault of a value that a sensor with this range cannot have measured. */
export function implausible(value: number, sensor: Pick<Sensor, "quantity" | "range">): Fault | undefined {
	const { low, high } = sensor.range;
	if (value >= low && value <= high) return undefined;
	return fault("implausible", {
		value: Number.isFinite(value) ? value : String(value),
		low,
		high,
		...inUnit(sensor),
	});
}

/** The quantity of the numbers among the facts. Those about temperatures do not name it. */
const inUnit = ({ quantity }: Pick<Sensor, "quantity">) => (quantity === NAMELESS ? {} : { quantity });
const NAMELESS = "temperature";

const broken = (f: Extract<Reading, { kind: "broken" }>["fault"], before: Reading): Reading =>
	before.kind === "broken" && before.fault.code === f.code ? before : { kind: "broken", fault: f };
const stale = (at: Instant, before: Reading): Reading =>
	before.kind === "stale" && before.at === at ? before : { kind: "stale", at };

function change(sensor: Sensor, before: Reading, after: Reading): Notice | undefined {
	if (before === after) return undefined;
	if (before.kind === "ok" && after.kind === "ok") {
		const { fast: limit } = KINDS[sensor.quantity];
		const jump = Math.abs(after.value - before.value);
		const fast =
			limit !== undefined && jump > limit.jump && jump / Math.max(since(before.at, after.at), 1) > limit.rate;
		return fast
			? notice("warning", "sensor_fast", { sensor: sensor.id, from: before.value, to: after.value, ...inUnit(sensor) })
			: undefined;
	}
	if (after.kind === "ok")
		return before.kind === "unknown"
			? undefined
			: notice("info", "sensor_back", { sensor: sensor.id, value: after.value, ...inUnit(sensor) });
	if (before.kind === after.kind) return undefined;
	if (after.kind === "broken") return notice("error", "sensor_broken", { sensor: sensor.id, fault: after.fault.code });
	return after.kind === "stale" ? notice("error", "sensor_stale", { sensor: sensor.id }) : undefined;
}
