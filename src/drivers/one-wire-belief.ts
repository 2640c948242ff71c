import { type Celsius, type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";

/** How near the last reading has to be (K) for a value that a sensor without power says too. */
const NEAR = 5;
/** How many periods old it may be; a round of many sensors takes longer than a short period. */
const PERIODS = 3;
const AT_LEAST = seconds(15);
/** A sensor without power would say so for ever: after this long without any other value it is not believed (s). */
const LATELY = 600;

/**
 * A reading this near to the last one (K) counts at once. Limits are released 2 K below, unless an owner has it otherwise, so
 * a wrong reading that is nearer does no more than a sensor that is not exact.
 */
const STEADY = 2;
/** Seconds that the reading before may be old, or three periods: a round of forty sensors takes 16 s, on a slow bus 40. */
const STEADY_FOR = 60;
/** What counts as the same when a sensor is read twice (K): what changes fastest in a plant, a collector that cold water enters, does 5 K/s. */
const SAME = 5;
/** Seconds between the two within which the plant does not change by more. */
const AT_ONCE = 10;

interface Heard {
	readonly value: Celsius;
	readonly at: Instant;
}
interface Last extends Heard {
	/** When a value came last that a sensor without power never says. */
	readonly measured: Instant;
}

/** What is thought of a reading: it counts; the sensor has to say it once more; or it may have measured nothing at all. */
export type Verdict = "believed" | "doubted" | "power_on";

/**
 * Whether a reading counts whose checksum is right. Loose contacts and low supplies make sensors say wrong temperatures with
 * right checksums, mostly once; so a reading counts that an earlier one confirms: the last that counted, or the one just before.
 */
export class Belief {
	readonly #recent: number;
	readonly #steadyFor: number;
	readonly #last = new Map<string, Last>();
	/** Readings that no other one has confirmed yet. */
	readonly #doubted = new Map<string, Heard>();
	/** Sensors whose read failed since. */
	readonly #missed = new Set<string>();

	readonly #wrong: (sensor: string, value: Celsius) => void;

	/** `wrong` is called for each reading that the next one contradicts. */
	constructor(pace: Seconds, wrong: (sensor: string, value: Celsius) => void = () => undefined) {
		this.#wrong = wrong;
		this.#recent = Math.max(PERIODS * pace, AT_LEAST);
		this.#steadyFor = Math.max(PERIODS * pace, STEADY_FOR);
	}

	/** `suspect`: a sensor that has just got its power says this too. Such a value is never confirmed by itself. */
	hears(sensor: string, value: Celsius, suspect: boolean, now: Instant): Verdict {
		const last = this.#last.get(sensor);
		const first = this.#doubted.get(sensor);
		// A contact that is loose fails most reads and may say the same wrong value again a while later.
		const sameFor = this.#missed.has(sensor) ? AT_ONCE : this.#steadyFor;
		this.#doubted.delete(sensor);
		this.#missed.delete(sensor);
		const steady = near(last, value, now, STEADY, this.#steadyFor);
		const same = near(first, value, now, SAME, sameFor);
		// After a whole round a temperature may be another one, unless it is the one of before.
		if (first !== undefined && !same && (steady || since(first.at, now) <= AT_ONCE)) this.#wrong(sensor, first.value);
		if (suspect && !(last !== undefined && this.#mayBeMeasured(last, value, now))) return "power_on";
		if (!suspect && !steady && !same) {
			this.#doubted.set(sensor, { value, at: now });
			return "doubted";
		}
		this.#last.set(sensor, { value, at: now, measured: suspect && last !== undefined ? last.measured : now });
		return "believed";
	}

	/** The sensor was read, and said nothing that could be heard. */
	misses(sensor: string): void {
		this.#missed.add(sensor);
	}

	#mayBeMeasured(last: Last, next: Celsius, now: Instant): boolean {
		return near(last, next, now, NEAR, this.#recent) && since(last.measured, now) <= LATELY;
	}
}

const near = (other: Heard | undefined, value: Celsius, now: Instant, kelvins: number, within: number): boolean =>
	other !== undefined && Math.abs(other.value - value) <= kelvins && since(other.at, now) <= within;
