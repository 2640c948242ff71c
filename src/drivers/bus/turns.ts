/** Runs jobs one after another. An urgent job goes before all that have not begun, in the order in which urgent ones came. */
export class Turns {
	readonly #urgent: (() => Promise<void>)[] = [];
	readonly #usual: (() => Promise<void>)[] = [];
	#busy = false;

	run<T>(job: () => Promise<T>, urgent = false): Promise<T> {
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		(urgent ? this.#urgent : this.#usual).push(() => job().then(resolve, reject));
		void this.#work();
		return promise;
	}

	async #work(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		for (let next = this.#next(); next !== undefined; next = this.#next()) await next();
		this.#busy = false;
	}

	#next(): (() => Promise<void>) | undefined {
		return this.#urgent.shift() ?? this.#usual.shift();
	}
}
