/** Burst, and entries an hour after that: 14 000 a day, 5 MB. */
const MOST = 600;
const AN_HOUR = 600;

/** Keeps a flood of commands from filling the disk. The excess is only counted. */
export class Bucket {
	#left = MOST;
	#at: number;
	#over = 0;

	/** @param now monotonic seconds */
	constructor(now: number) {
		this.#at = now;
	}

	/** Undefined if this entry is dropped. Otherwise the number of entries dropped before it. */
	take(now: number): number | undefined {
		this.#left = Math.min(MOST, this.#left + ((now - this.#at) * AN_HOUR) / 3600);
		this.#at = now;
		// Two places are needed if dropped entries must be reported.
		if (this.#left < (this.#over > 0 ? 2 : 1)) {
			this.#over += 1;
			return undefined;
		}
		const over = this.#over;
		this.#left -= over > 0 ? 2 : 1;
		this.#over = 0;
		return over;
	}
}
