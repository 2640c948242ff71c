/** All in milliseconds. */
export interface Times {
	/** A job that takes longer than this gives up its place, so that jobs that hang keep no other one waiting. */
	readonly usual: number;
	/** A job that takes longer than this is given up. */
	readonly deadline: number;
}

type Job<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs a few jobs at once and lets the others wait. A job that hangs costs nothing but itself: it loses its place soon, and
 * one whose last try was given up is tried again apart from the others, while the caller is told at once that it hangs.
 */
export class FewAtOnce<T> {
	readonly #places: number;
	readonly #times: Times;
	/** What has been asked for and not answered yet. */
	readonly #asked = new Map<string, Promise<T | undefined>>();
	/** Keys whose last job was given up, and whether it is over, or being tried again. */
	readonly #late = new Map<string, "over" | "at_work">();
	readonly #waiting: (() => void)[] = [];
	/** How each job at work is given up. */
	readonly #atWork = new Set<() => void>();
	#taken = 0;
	#closed = false;

	constructor(places: number, times: Times) {
		this.#places = places;
		this.#times = times;
	}

	/**
	 * What the job comes to; undefined where it takes longer than the deadline, or where the last one of this key did. Who
	 * asks for a key that is at work already gets the same answer. The signal tells the job that it is given up. Where
	 * `again` says so of what it came to, the job is done once more before its place goes to another; then that counts.
	 */
	run(key: string, job: Job<T>, again: (outcome: T) => boolean = () => false): Promise<T | undefined> {
		if (this.#closed) return Promise.resolve(undefined);
		const late = this.#late.get(key);
		if (late !== undefined) {
			if (late === "over") void this.#started(key, job).catch(() => undefined);
			return Promise.resolve(undefined);
		}
		const asked = this.#asked.get(key) ?? this.#inPlace(key, job, again).finally(() => this.#asked.delete(key));
		this.#asked.set(key, asked);
		return asked;
	}

	/** Gives up what is at work, and begins nothing any more. */
	close(): void {
		this.#closed = true;
		for (const giveUp of this.#atWork) giveUp();
	}

	async #inPlace(key: string, job: Job<T>, again: (outcome: T) => boolean): Promise<T | undefined> {
		let held = false;
		const leave = () => {
			if (held) this.#leave();
			held = false;
		};
		const once = async () => {
			if (!held) await this.#place();
			held = true;
			if (this.#closed) return undefined;
			const timer = setTimeout(leave, this.#times.usual);
			try {
				return await this.#started(key, job);
			} finally {
				clearTimeout(timer);
			}
		};
		try {
			const first = await once();
			return first !== undefined && again(first) ? await once() : first;
		} finally {
			leave();
		}
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
		const timer = setTimeout(giveUp, this.#times.deadline);
		this.#atWork.add(giveUp);
		const done = job(stop.signal).finally(() => {
			clearTimeout(timer);
			this.#atWork.delete(giveUp);
			if (stop.signal.aborted) this.#late.set(key, "over");
			else this.#late.delete(key);
		});
		// The caller of one that was given up has had its answer.
		done.catch(() => undefined);
		return Promise.race([done, promise]);
	}

	#place(): void | Promise<void> {
		if (this.#taken < this.#places) this.#taken++;
		else return new Promise((resolve) => this.#waiting.push(resolve));
	}

	#leave(): void {
		const next = this.#waiting.shift();
		if (next) next();
		else this.#taken--;
	}
}
