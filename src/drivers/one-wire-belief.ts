import { type Celsius, type Instant, type Seconds, seconds, since } from "#model/units.ts";

/** How near the last reading has to be (K). */
const NEAR = 5;
/** How many periods old it may be; a round of many sensors takes longer than a short period. */
const PERIODS = 3;
const AT_LEAST = seconds(15);
/** A sensor without power would say so for ever: after this long without any other value it is not believed (s). */
const LATELY = 600;

interface Last {
	readonly value: Celsius;
	readonly at: Instant;
	/** When a value came last that a sensor without power never says. */
	readonly measured: Instant;
}

/** Whether a value is believed that a sensor also says when it has just got its power. */
export class Belief {
	readonly #recent: number;
	readonly #last = new Map<string, Last>();

	constructor(pace: Seconds) {
		this.#recent = Math.max(PERIODS * pace, AT_LEAST);
	}

	/** Tells whether this value may be used, and remembers it if so. */
	believes(sensor: string, value: Celsius, suspect: boolean, now: Instant): boolean {
		const last = this.#last.get(sensor);
		if (suspect && !(last !== undefined && this.#follows(last, value, now))) return false;
		this.#last.set(sensor, { value, at: now, measured: suspect && last !== undefined ? last.measured : now });
		return true;
	}

	#follows({ value, at, measured }: Last, next: Celsius, now: Instant): boolean {
		return Math.abs(value - next) <= NEAR && since(at, now) <= this.#recent && since(measured, now) <= LATELY;
	}
}
