type Run = (...given: unknown[]) => void;

/** The return value of `setTimeout`, with the methods that are used. */
export class HandTimer {
	due: number;
	readonly run: () => void;
	readonly wait: number;
	readonly again: boolean;
	readonly #timers: HandTimers;

	constructor(timers: HandTimers, run: () => void, wait: number, again: boolean) {
		this.#timers = timers;
		this.run = run;
		this.wait = wait;
		this.again = again;
		this.due = timers.now + wait;
	}
	unref(): this {
		return this;
	}
	ref(): this {
		return this;
	}
	hasRef(): boolean {
		return true;
	}
	refresh(): this {
		this.#timers.start(this);
		return this;
	}
	close(): this {
		this.#timers.forget(this);
		return this;
	}
}

/** Timers that run when time is put ahead by hand: the earliest first, of equal ones the older first. */
export class HandTimers {
	/** In ms, as `performance.now` has it. */
	now = 1000;
	readonly #waiting = new Set<HandTimer>();
	readonly #began: number;

	/** @param from the time of day at the beginning, in ms since 1970 */
	constructor(from: number) {
		this.#began = from - this.now;
	}

	readonly wall = (): number => Math.floor(this.#began + this.now);
	readonly after = (run: Run, wait?: number, ...given: readonly unknown[]): HandTimer =>
		this.#made(() => run(...given), wait, false);
	readonly every = (run: Run, wait?: number, ...given: readonly unknown[]): HandTimer =>
		this.#made(() => run(...given), wait, true);
	readonly forget = (timer?: unknown): void => {
		if (timer instanceof HandTimer) this.#waiting.delete(timer);
	};
	/** As `setTimeout` of `node:timers/promises`. */
	readonly sleep = <T>(wait?: number, value?: T, { signal }: { readonly signal?: AbortSignal } = {}): Promise<T> =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason);
			const timer = this.after(() => {
				signal?.removeEventListener("abort", stop);
				resolve(value as T);
			}, wait);
			const stop = () => {
				this.forget(timer);
				reject(signal?.reason);
			};
			signal?.addEventListener("abort", stop, { once: true });
		});

	start(timer: HandTimer): void {
		timer.due = this.now + timer.wait;
		// Taken out and put in again, it is the youngest.
		this.#waiting.delete(timer);
		this.#waiting.add(timer);
	}

	/** Runs the next timer that is due at `until` or before; false where there is none. */
	runNext(until: number): boolean {
		let next: HandTimer | undefined;
		for (const timer of this.#waiting)
			if (timer.due <= until && (next === undefined || timer.due < next.due)) next = timer;
		if (next === undefined) return false;
		this.now = Math.max(this.now, next.due);
		this.#waiting.delete(next);
		if (next.again) this.start(next);
		next.run();
		return true;
	}

	#made(run: () => void, wait: number | undefined, again: boolean): HandTimer {
		const timer = new HandTimer(this, run, Math.max(1, Number(wait) || 0), again);
		this.#waiting.add(timer);
		return timer;
	}
}
