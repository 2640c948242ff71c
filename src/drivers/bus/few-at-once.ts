import { within } from "./deadline.ts";

/**
 * Runs a few jobs at once and lets the others wait. A job that does not come back keeps its place, so that hung jobs
 * never add up to more than `places`, and nothing waits for a hung one.
 */
export class FewAtOnce<T> {
	readonly #places: number;
	/** Milliseconds for one job. */
	readonly #deadline: number;
	/** What has been asked for and not answered yet. */
	readonly #asked = new Map<string, Promise<T | undefined>>();
	readonly #hung = new Set<string>();
	readonly #waiting: ((free: boolean) => void)[] = [];
	#taken = 0;

	constructor(places: number, deadline: number) {
		this.#places = places;
		this.#deadline = deadline;
	}

	/**
	 * What the job comes to; undefined where it takes longer than the deadline, where the last one of this key still
	 * hangs, or where all places hang. Who asks for a key that is at work already gets the same answer.
	 */
	run(key: string, job: () => Promise<T>): Promise<T | undefined> {
		if (this.#hung.has(key)) return Promise.resolve(undefined);
		const asked = this.#asked.get(key) ?? this.#inPlace(key, job).finally(() => this.#asked.delete(key));
		this.#asked.set(key, asked);
		return asked;
	}

	async #inPlace(key: string, job: () => Promise<T>): Promise<T | undefined> {
		if (!(await this.#place())) return undefined;
		let over = false;
		const done = job().finally(() => {
			over = true;
			this.#leave(key);
		});
		const result = await within<T | undefined>(this.#deadline, done, undefined);
		if (!over) this.#hang(key, done);
		return result;
	}

	#place(): boolean | Promise<boolean> {
		if (this.#taken < this.#places) {
			this.#taken++;
			return true;
		}
		return this.#hung.size < this.#places && new Promise((resolve) => this.#waiting.push(resolve));
	}

	#leave(key: string) {
		this.#hung.delete(key);
		const next = this.#waiting.shift();
		if (next) next(true);
		else this.#taken--;
	}

	#hang(key: string, done: Promise<T>) {
		// Nobody is left to be told how it ended.
		done.catch(() => {});
		this.#hung.add(key);
		if (this.#hung.size === this.#places) for (const waiting of this.#waiting.splice(0)) waiting(false);
	}
}
