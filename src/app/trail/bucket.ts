/** So many at once, and so many an hour after that: 14 000 a day, 5 MB. */
const MOST = 600;
const AN_HOUR = 600;

/** Keeps a flood of commands from filling the disk: the excess is counted only. */
export class Bucket {
	#left = MOST;
	#at: number;
	#over = 0;

	/** @param now monotonic seconds */
	constructor(now: number) {
		this.#at = now;
	}

	/** How many were turned away before this one, where this one may come; else undefined. */
	take(now: number): number | undefined {
		this.#left = Math.min(MOST, this.#left + ((now - this.#at) * AN_HOUR) / 3600);
		this.#at = now;
		// Of two, as one may have to tell how many were turned away.
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
