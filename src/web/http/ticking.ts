/** Runs something soon after it was requested, but at most once in so many milliseconds. */
export class Ticking {
	readonly #run: () => void;
	readonly #calm: number;
	#last = Number.NEGATIVE_INFINITY;
	#timer: NodeJS.Timeout | undefined;

	constructor(run: () => void, calm: number) {
		this.#run = run;
		this.#calm = calm;
	}

	soon(): void {
		if (this.#timer !== undefined) return;
		const wait = Math.max(0, this.#last + this.#calm - performance.now());
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#last = performance.now();
			this.#run();
		}, wait);
		this.#timer.unref();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
