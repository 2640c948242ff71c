/** Most keys that are counted. In an attack from more addresses only the first ones are. */
const MOST = 10_000;

/** [second, count] */
type Bucket = [number, number];

/** Counts events within a window of seconds, exactly and in bounded memory. */
export class Times {
	readonly #window: number;
	readonly #buckets = new Map<string, Bucket[]>();
	#sweptAt = Number.NEGATIVE_INFINITY;

	constructor(window: number) {
		this.#window = window;
	}

	/** Adds an event. Gives the count within the window, including this one. Times may go back only a little. */
	add(key: string, at: number): number {
		const buckets = this.#buckets.get(key) ?? [];
		if (buckets.length === 0 && !this.#room(at)) return 0;
		const second = Math.floor(at);
		const last = buckets.at(-1);
		if (last !== undefined && second <= last[0]) last[1]++;
		else buckets.push([second, 1]);
		this.#buckets.set(key, buckets);
		return this.#sum(key, buckets, at);
	}

	/** Count within the window that ends then. */
	count(key: string, at: number): number {
		const buckets = this.#buckets.get(key);
		return buckets === undefined ? 0 : this.#sum(key, buckets, at);
	}

	keys(): readonly string[] {
		return [...this.#buckets.keys()];
	}

	#sum(key: string, buckets: Bucket[], at: number): number {
		const old = buckets.findIndex(([second]) => second > at - this.#window);
		if (old === -1) {
			this.#buckets.delete(key);
			return 0;
		}
		buckets.splice(0, old);
		return buckets.reduce((sum, [, count]) => sum + count, 0);
	}

	#room(at: number): boolean {
		if (this.#buckets.size < MOST) return true;
		// This looks at all keys, so it must not run for every line of a flood.
		if (at - this.#sweptAt >= 1) {
			this.#sweptAt = at;
			for (const key of this.keys()) this.count(key, at);
		}
		return this.#buckets.size < MOST;
	}
}
