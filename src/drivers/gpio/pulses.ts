import { type Instant, type Seconds, since } from "#model/quantities/units.ts";
import type { Edge } from "./abi.ts";

/** The kernel counts with 32 bits. */
const WRAPS = 2 ** 32;
/** A pulse belongs to the flow before it if it came no later than after so many of the pauses between the others. */
const PAUSES = 3;

/**
 * Counts pulses and tells how many come in a second. Exact also where the kernel kept only the last of many, because it
 * numbers them. Between two pulses nothing is known but that none came: the rate is then at most one in that time.
 */
export class Pulses {
	#total = 0;
	#last: Edge | undefined;
	#heard: Instant | undefined;
	#rate = 0;

	/** Since the start of this process. */
	get total(): number {
		return this.#total;
	}

	/** The kernel numbers from 1 again. */
	begins(): void {
		this.#last = undefined;
	}

	hears(edges: readonly Edge[], now: Instant): void {
		const first = edges[0];
		const last = edges.at(-1);
		if (first === undefined || last === undefined) return;
		const before = this.#last;
		this.#total += before === undefined ? last.nth : apart(before, last);
		this.#rate = rateOf(before, first, last);
		this.#last = last;
		this.#heard = now;
	}

	/** Pulses in a second; 0 after `still` without one. */
	perSecond(now: Instant, still: Seconds): number {
		if (this.#heard === undefined) return 0;
		const silence = since(this.#heard, now);
		if (silence >= still) return 0;
		return silence > 0 ? Math.min(this.#rate, 1 / silence) : this.#rate;
	}
}

const apart = (from: Edge, to: Edge) => (to.nth - from.nth + WRAPS) % WRAPS;

/** Over the time from the last pulse before, if there was no pause in between. */
function rateOf(before: Edge | undefined, first: Edge, last: Edge): number {
	const within = apart(first, last);
	const lasted = last.at - first.at;
	if (before !== undefined) {
		const pause = first.at - before.at;
		const steady = within === 0 || pause * within <= PAUSES * lasted * apart(before, first);
		if (steady && last.at > before.at) return apart(before, last) / (last.at - before.at);
	}
	return within > 0 && lasted > 0 ? within / lasted : 0;
}
