/** Held by one job or by a list of them. */
export interface Place {
	readonly held: boolean;
	/** Settles when the place was given up. */
	readonly left: Promise<void>;
	/** Gives it up. Nothing happens where that was done before. */
	leave(): void;
}

/** A fixed number of places, and those that wait for one. */
export class Lane<T> {
	#free: number;
	/** In the order in which they are served. */
	waiting: readonly T[] = [];

	constructor(places: number) {
		this.#free = places;
	}

	/** How many places are free. */
	get free(): number {
		return this.#free;
	}

	/** Takes a free place. */
	take(): Place {
		const over = Promise.withResolvers<void>();
		let held = true;
		this.#free--;
		return {
			get held() {
				return held;
			},
			left: over.promise,
			leave: () => {
				if (!held) return;
				held = false;
				this.#free++;
				over.resolve();
			},
		};
	}
}
