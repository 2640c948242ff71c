/** A fixed number of places. Waiters get one in the order in which they asked. */
export class Places {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	constructor(count: number) {
		this.#free = count;
	}

	/** How many places are free. */
	get free(): number {
		return this.#free;
	}

	/** Settles with a place, which must be given back. */
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
