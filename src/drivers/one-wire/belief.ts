import { type Celsius, type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";

/** How near (K) the last reading must be, for a value that a sensor without power also gives. */
const NEAR = 5;
/** How many periods old that reading may be. A round of many sensors takes longer than a short period. */
const PERIODS = 3;
const AT_LEAST = seconds(15);
/**
 * Seconds. A sensor without power repeats its value for ever, so the value is not believed after this long without another
 * one.
 */
const LATELY = 600;

/**
 * A reading this near to the last one (K) counts at once. Limits are released 2 K below by default, so an error smaller
 * than that does no more harm than an inexact sensor.
 */
const STEADY = 2;
/** Seconds, or three periods. A round of forty sensors takes 16 s, on a slow bus 40. */
const STEADY_FOR = 60;
/** Two readings this near (K) count as the same. The fastest change in a plant, cold water in a collector, is 5 K/s. */
const SAME = 5;
/** Seconds between two readings within which the plant changes by no more. */
const AT_ONCE = 10;
/** Seconds. A sensor in a noisy place gives nearly the same wrong value again and again, also twice in a row. */
const REMEMBERED = 3600;
/** Seconds between two readings of such a value of which one may confirm the other: the next round, not the second try. */
const APART = 3;

interface Heard {
	readonly value: Celsius;
	readonly at: Instant;
}
interface Last extends Heard {
	/** When the last value came that a sensor without power never gives. */
	readonly measured: Instant;
}

/** It counts; it has to be confirmed by another reading; or the sensor may have measured nothing. */
export type Verdict = "believed" | "doubted" | "power_on";

/**
 * Decides whether a reading with a right checksum counts. Loose contacts and low supply voltage cause wrong temperatures
 * with right checksums, mostly once. So a reading counts if an earlier one confirms it: the last that counted, or the one
 * just before.
 */
export class Belief {
	readonly #recent: number;
	readonly #steadyFor: number;
	readonly #last = new Map<string, Last>();
	/** Readings that are not confirmed yet. */
	readonly #doubted = new Map<string, Heard>();
	/** The last reading of each sensor that was found wrong. */
	readonly #contradicted = new Map<string, Heard>();
	/** Sensors whose read has failed since. */
	readonly #missed = new Set<string>();

	readonly #wrong: (sensor: string, value: Celsius) => void;

	/** @param wrong called for each reading that the next one contradicts */
	constructor(pace: Seconds, wrong: (sensor: string, value: Celsius) => void = () => undefined) {
		this.#wrong = wrong;
		this.#recent = Math.max(PERIODS * pace, AT_LEAST);
		this.#steadyFor = Math.max(PERIODS * pace, STEADY_FOR);
	}

	/** @param suspect a sensor that has just got power gives this value too; it never confirms itself */
	hears(sensor: string, value: Celsius, suspect: boolean, now: Instant): Verdict {
		const last = this.#last.get(sensor);
		const first = this.#doubted.get(sensor);
		// With a loose contact most reads fail, and the same wrong value may come again later.
		const sameFor = this.#missed.has(sensor) ? AT_ONCE : this.#steadyFor;
		this.#doubted.delete(sensor);
		this.#missed.delete(sensor);
		const steady = near(last, value, now, STEADY, this.#steadyFor);
		const alike = near(first, value, now, SAME, sameFor);
		const wrongBefore = near(this.#contradicted.get(sensor), value, now, SAME, REMEMBERED);
		const same = alike && !(wrongBefore && first !== undefined && since(first.at, now) < APART);
		// After a whole round a different temperature is normal, unless the one before is confirmed.
		if (first !== undefined && !alike && (steady || since(first.at, now) <= AT_ONCE)) this.#contradict(sensor, first);
		if (suspect && !(last !== undefined && this.#mayBeMeasured(last, value, now))) return "power_on";
		if (!suspect && !steady && !same) {
			this.#doubted.set(sensor, { value, at: alike && first !== undefined ? first.at : now });
			return "doubted";
		}
		this.#last.set(sensor, { value, at: now, measured: suspect && last !== undefined ? last.measured : now });
		return "believed";
	}

	/** Whether the sensor has told nothing lately that could confirm a reading, and has not failed. */
	isNew(sensor: string, now: Instant): boolean {
		if (this.#missed.has(sensor)) return false;
		const within = (heard: Heard | undefined) => heard !== undefined && since(heard.at, now) <= this.#steadyFor;
		return !within(this.#last.get(sensor)) && !within(this.#doubted.get(sensor));
	}

	/** The sensor was read without a valid answer. */
	misses(sensor: string): void {
		this.#missed.add(sensor);
	}

	#contradict(sensor: string, wrong: Heard): void {
		this.#contradicted.set(sensor, wrong);
		this.#wrong(sensor, wrong.value);
	}

	#mayBeMeasured(last: Last, next: Celsius, now: Instant): boolean {
		return near(last, next, now, NEAR, this.#recent) && since(last.measured, now) <= LATELY;
	}
}

const near = (other: Heard | undefined, value: Celsius, now: Instant, kelvins: number, within: number): boolean =>
	other !== undefined && Math.abs(other.value - value) <= kelvins && since(other.at, now) <= within;
