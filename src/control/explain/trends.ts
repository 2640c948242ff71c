import type { OutputStates } from "#model/plant/output.ts";
import type { Readings } from "#model/plant/reading.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";

/** Readings are remembered so far apart, and so long. */
const APART = seconds(20);
const SPAN = seconds(300);
/** Fewer seconds say too little: sensors have steps of 0.06 K. */
const ENOUGH = seconds(120);

interface Moment {
	readonly at: Instant;
	readonly readings: Readings;
}

/** How fast each sensor changes (per second), in the plant's order; undefined where that is not known. */
export type Rates = readonly (number | undefined)[];

/**
 * Remembers the readings of the last minutes, to say how fast they change. A load that starts or stops changes that, so the
 * memory begins again then.
 */
export class Trends {
	#moments: Moment[] = [];
	#since: readonly (Instant | undefined)[] = [];

	see(now: Instant, readings: Readings, outputs: OutputStates): void {
		if (outputs.length !== this.#since.length || outputs.some((state, nth) => state.since !== this.#since[nth])) {
			this.#since = outputs.map((state) => state.since);
			this.#moments = [];
		}
		const last = this.#moments.at(-1);
		if (last !== undefined && since(last.at, now) < APART) return;
		this.#moments = [...this.#moments.filter(({ at }) => since(at, now) <= SPAN), { at: now, readings }];
	}

	/** Of each sensor that has a value now. */
	rates(now: Instant, readings: Readings): Rates {
		return readings.map((_, nth) => this.#rate(nth, now, readings));
	}

	#rate(nth: number, now: Instant, readings: Readings): number | undefined {
		const reading = readings[nth];
		const first = this.#moments.find((moment) => moment.readings[nth]?.kind === "ok");
		const then = first?.readings[nth];
		if (first === undefined || reading?.kind !== "ok" || then?.kind !== "ok") return undefined;
		const took = since(first.at, now);
		return took < ENOUGH ? undefined : (reading.value - then.value) / took;
	}
}

/** About how long a value needs to its limit; undefined if it does not go there. */
export function timeTo(value: number, limit: number, rate: number): Seconds | undefined {
	const left = (limit - value) / rate;
	return Number.isFinite(left) && left >= 0 ? seconds(Math.round(left)) : undefined;
}
