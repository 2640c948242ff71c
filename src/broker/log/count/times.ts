/** Keys that are counted at once. Of an attack from more addresses only the first ones are counted. */
const MOST = 10_000;

/** [second, how often in it] */
type Bucket = [number, number];

/** How often something happened within a window of seconds: exact, and in bounded memory. */
export class Times {
	readonly #window: number;
	readonly #buckets = new Map<string, Bucket[]>();
	#sweptAt = Number.NEGATIVE_INFINITY;

	constructor(window: number) {
		this.#window = window;
	}

	/** Notes that it happened; answers how often in the window, this time included. Times go forward but for a little. */
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

	/** How often in the window until then. */
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
		// All are looked through, so not with every line of a flood.
		if (at - this.#sweptAt >= 1) {
			this.#sweptAt = at;
			for (const key of this.keys()) this.count(key, at);
		}
		return this.#buckets.size < MOST;
	}
}
