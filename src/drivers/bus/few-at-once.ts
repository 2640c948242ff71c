import { Places } from "./places.ts";

/** All in milliseconds. */
export interface Times {
	/**
	 * A job that takes longer than this gives up its place, so that jobs that hang keep no other one waiting. It becomes
	 * longer where jobs are slow and do come to an end.
	 */
	readonly usual: number;
	/** A job that takes longer than this is given up. */
	readonly deadline: number;
}

/** A job has its place for so many times what slow ones took lately. */
const PATIENCE = 2;
/** What is left of the longest time with each job that ends. */
const FADES = 0.9;

type Job<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs a few jobs at once and lets the others wait. A job that hangs costs nothing but itself: it loses its place soon, and
 * one whose last try was given up is tried again apart from the others, while the caller is told at once that it hangs.
 */
export class FewAtOnce<T> {
	readonly #places: Places;
	/** For those whose last job was given up: one at a time, so that they do not crowd a bus that is only slow. */
	readonly #apart = new Places(1);
	readonly #times: Times;
	/** What has been asked for and not answered yet. */
	readonly #asked = new Map<string, Promise<T | undefined>>();
	/** Keys whose last job was given up, and whether it is over, or is being tried again. */
	readonly #late = new Map<string, "over" | "at_work">();
	/** How each job at work is given up. */
	readonly #atWork = new Set<() => void>();
	/** Milliseconds that the slowest job took lately, of those that came to an end. */
	#slowest = 0;
	#closed = false;

	constructor(places: number, times: Times) {
		this.#places = new Places(places);
		this.#times = times;
	}

	/**
	 * What the job comes to; undefined where it takes longer than the deadline, or where the last one of this key did. Who
	 * asks for a key that is at work already gets the same answer. The signal tells the job that it is given up. Where
	 * `again` says so of what it came to, and no other one has its place, the job is done once more; then that counts.
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

	/** Gives up what is at work, and begins nothing any more. */
	close(): void {
		this.#closed = true;
		for (const giveUp of this.#atWork) giveUp();
	}

	/** The job once more only in its own place, or in one that no other one wants: a job in excess makes all of them slower. */
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
	 * With two at once, of which each waits for the other, slow ones would lose their places all the time, others would
	 * come in and make them slower, until none of them ends before its deadline.
	 */
	#patience(): number {
		return Math.max(this.#times.usual, PATIENCE * this.#slowest);
	}

	/** The job, until its deadline. What it does after that only decides when it is tried again. */
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
		// The caller of one that was given up has had its answer.
		done.catch(() => undefined);
		return Promise.race([done, promise]);
	}
}
