/** K, and K for each second between two readings. A collector that boils gains 5 K a minute. */
const MOST = 2;
const RATE = 0.2;
/** K from one reading to the next, of a pipe through which hot water begins to flow. */
const RAMP = 15;
/** Readings without a value after which nothing is known of a sensor any more. */
const FORGET_AFTER = 6;

/** What is known of one sensor. */
interface Known {
	readonly last: number;
	readonly doubted?: number;
	readonly missed: number;
}

/**
 * Whether temperatures are believed. One that is far from the last has to come again in the next reading: a loose contact
 * adds some ohms for a moment. So a single wrong reading starts no pump and releases no limit.
 */
export class Jumps {
	readonly #most: number;
	readonly #known = new Map<string, Known>();

	/** @param pace seconds between two readings of a sensor */
	constructor(pace: number) {
		this.#most = MOST + RATE * pace;
	}

	believed(sensor: string, value: number): boolean {
		const { last = value, doubted } = this.#known.get(sensor) ?? {};
		const near = Math.abs(value - last) <= this.#most;
		const believed = near || (doubted !== undefined && this.#again(value, doubted, last));
		this.#known.set(sensor, believed ? { last: value, missed: 0 } : { last, doubted: value, missed: 0 });
		return believed;
	}

	/** Whether it came again, or goes on changing as fast, as a pipe does when the pump starts. */
	#again(value: number, doubted: number, last: number): boolean {
		const [first, then] = [doubted - last, value - doubted];
		const goesOn = first * then > 0 ? Math.min(RAMP, 2 * Math.abs(first)) : 0;
		return Math.abs(then) <= Math.max(this.#most, goesOn);
	}

	/** It gave no value. */
	misses(sensor: string): void {
		const known = this.#known.get(sensor);
		if (known === undefined) return;
		if (known.missed + 1 >= FORGET_AFTER) this.#known.delete(sensor);
		else this.#known.set(sensor, { ...known, missed: known.missed + 1 });
	}
}
