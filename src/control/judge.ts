import { type Fault, fault } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import { type Reading, type Readings, type Sample, UNKNOWN } from "#model/plant/reading.ts";
import { isIn, KINDS } from "#model/quantities/quantity.ts";
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
	// Written like the range, so that NaN is refused too.
	const fresh = value !== undefined && at !== undefined && since(at, now) < patienceWith(sample);
	if (!fresh) return lost(sample, before);
	if (before.kind === "ok" && before.at === at) return before;
	const corrected = value + sensor.offset;
	if (!isIn(sensor.range, corrected)) return broken(outside(corrected, sensor), before);
	return { kind: "ok", value: corrected, at };
}

/** The reading of a sensor without a value that counts. */
function lost({ value, at, fault: why }: Sample, before: Reading): Reading {
	if (why !== undefined) return broken(why, before);
	return value === undefined || at === undefined ? UNKNOWN : stale(at, before);
}

/** The fault of a value that a sensor with this range cannot have measured. */
export const implausible = (value: number, sensor: Ranged): Fault | undefined =>
	isIn(sensor.range, value) ? undefined : outside(value, sensor);

type Ranged = Pick<Sensor, "quantity" | "range">;
function outside(value: number, sensor: Ranged): Fault {
	const { low, high } = sensor.range;
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

type Measured = Extract<Reading, { kind: "ok" }>;
function isFast({ quantity }: Sensor, before: Measured, after: Measured): boolean {
	const { fast } = KINDS[quantity];
	const jump = Math.abs(after.value - before.value);
	return fast !== undefined && jump > fast.jump && jump / Math.max(since(before.at, after.at), 1) > fast.rate;
}

function change(sensor: Sensor, before: Reading, after: Reading): Notice | undefined {
	if (before.kind === "ok" && after.kind === "ok")
		return isFast(sensor, before, after)
			? notice("warning", "sensor_fast", { sensor: sensor.id, from: before.value, to: after.value, ...inUnit(sensor) })
			: undefined;
	if (after.kind === "ok")
		return before.kind === "unknown"
			? undefined
			: notice("info", "sensor_back", { sensor: sensor.id, value: after.value, ...inUnit(sensor) });
	if (before.kind === after.kind) return undefined;
	if (after.kind === "broken") return notice("error", "sensor_broken", { sensor: sensor.id, fault: after.fault.code });
	return after.kind === "stale" ? notice("error", "sensor_stale", { sensor: sensor.id }) : undefined;
}
