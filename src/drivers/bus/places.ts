/** A few places, and the order in which those who wait for one get it. */
export class Places {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	constructor(count: number) {
		this.#free = count;
	}

	/** How many can be had at once. */
	get free(): number {
		return this.#free;
	}

	/** Comes back with a place, which has to be left. */
	take(): void | Promise<void> {
		if (this.#free > 0) this.#free--;
		else return new Promise((resolve) => this.#waiting.push(resolve));
	}

	leave(): void {
		const next = this.#waiting.shift();
		if (next) next();
		else this.#free++;
	}
}
