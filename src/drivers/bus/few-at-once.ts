import { Places } from "./places.ts";

/** All in milliseconds. */
export interface Times {
	/**
	 * A job that takes longer gives up its place, so that hanging jobs do not block others. It grows where jobs are slow but
	 * do finish.
	 */
	readonly usual: number;
	/** A job that takes longer than this is given up. */
	readonly deadline: number;
}

/** A job keeps its place for so many times the duration of the slowest recent job. */
const PATIENCE = 2;
/** The remembered duration shrinks by this factor with each job that finishes. */
const FADES = 0.9;

type Job<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs a few jobs at once and lets the others wait. A job that hangs affects only itself: it soon loses its place. After it
 * was given up, its key is retried apart from the others, and callers are told at once that it hangs.
 */
export class FewAtOnce<T> {
	readonly #places: Places;
	/** For keys whose last job was given up. One at a time, so that they do not load a bus that is merely slow. */
	readonly #apart = new Places(1);
	readonly #times: Times;
	/** Requests without an answer yet. */
	readonly #asked = new Map<string, Promise<T | undefined>>();
	/** Keys whose last job was given up: finished since then, or being tried again. */
	readonly #late = new Map<string, "over" | "at_work">();
	/** For each running job, the function that gives it up. */
	readonly #atWork = new Set<() => void>();
	/** Duration of the slowest job that finished lately (ms). */
	#slowest = 0;
	#closed = false;

	constructor(places: number, times: Times) {
		this.#places = new Places(places);
		this.#times = times;
	}

	/**
	 * The result of the job. Undefined where it exceeds the deadline, or where the last job of this key did. A second call
	 * for a running key gets the same answer. The signal tells the job that it was given up. If `again` accepts the first
	 * result and the place is not needed, the job runs once more, and that result counts.
	 */
	run(key: string, job: Job<T>, again: (outcome: T) => boolean = () => false): Promise<T | undefined> {
		if (this.#closed) return Promise.resolve(undefined);
		const late = this.#late.get(key);
		if (late !== undefined) {
			if (late === "over") {
				this.#late.set(key, "at_work");
				void this.#inPlace(this.#apart, key, job).catch(() => undefined);
			}
			return Promise.resolve(undefined);
		}
		const asked =
			this.#asked.get(key) ?? this.#inPlace(this.#places, key, job, again).finally(() => this.#asked.delete(key));
		this.#asked.set(key, asked);
		return asked;
	}

	/** Gives up all running jobs and starts no more. */
	close(): void {
		this.#closed = true;
		for (const giveUp of this.#atWork) giveUp();
	}

	/** Repeats a job only in its own place, or in one that is not needed. Additional jobs would slow all others down. */
	async #inPlace(
		places: Places,
		key: string,
		job: Job<T>,
		again: (outcome: T) => boolean = () => false,
	): Promise<T | undefined> {
		let held = false;
		const take = async () => {
			if (!held) await places.take();
			held = true;
		};
		const leave = () => {
			if (held) places.leave();
			held = false;
		};
		const once = async () => {
			await take();
			if (this.#closed) return undefined;
			const timer = setTimeout(leave, this.#patience());
			try {
				return await this.#started(key, job);
			} finally {
				clearTimeout(timer);
			}
		};
		try {
			const first = await once();
			const soon = held || places.free > 0;
			return soon && first !== undefined && again(first) ? await once() : first;
		} finally {
			leave();
		}
	}

	/**
	 * Two slow jobs wait for each other on the bus. With too little patience both would lose their places, others would start
	 * and slow the bus further, until none meets its deadline.
	 */
	#patience(): number {
		return Math.max(this.#times.usual, PATIENCE * this.#slowest);
	}

	/** Runs the job until its deadline. What it does later only decides when the key is tried again. */
	#started(key: string, job: Job<T>): Promise<T | undefined> {
		if (this.#late.has(key)) this.#late.set(key, "at_work");
		const { promise, resolve } = Promise.withResolvers<undefined>();
		const stop = new AbortController();
		const giveUp = () => {
			this.#late.set(key, "at_work");
			stop.abort();
			resolve(undefined);
		};
		const began = performance.now();
		const timer = setTimeout(giveUp, this.#times.deadline);
		this.#atWork.add(giveUp);
		const done = job(stop.signal).finally(() => {
			clearTimeout(timer);
			this.#atWork.delete(giveUp);
			if (stop.signal.aborted) return void this.#late.set(key, "over");
			this.#late.delete(key);
			this.#slowest = Math.max(performance.now() - began, FADES * this.#slowest);
		});
		// The caller has already been told that it was given up.
		done.catch(() => undefined);
		return Promise.race([done, promise]);
	}
}
