import { setImmediate as breath } from "node:timers/promises";
import { type Instant, instant, type Seconds } from "#model/quantities/units.ts";

interface Waiter {
	readonly at: number;
	readonly wake: () => void;
}

/** Time that passes only on command. Waiters are woken in order, and may wait again meanwhile. */
export class HandTime {
	#now = 0;
	#waiting: Waiter[] = [];

	/** Seconds. */
	readonly now = (): Instant => instant(this.#now);

	/** Ends early, without complaint, when `signal` is aborted. */
	readonly pause = (wait: Seconds | number, signal?: AbortSignal): Promise<void> =>
		new Promise((resolve) => {
			if (signal?.aborted || wait <= 0) return resolve();
			const waiter = { at: this.#now + wait, wake: resolve };
			this.#waiting.push(waiter);
			signal?.addEventListener("abort", () => {
				this.#waiting = this.#waiting.filter((other) => other !== waiter);
				resolve();
			});
		});

	/** How many wait. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** Lets so many seconds pass. */
	async pass(seconds: number): Promise<void> {
		const end = this.#now + seconds;
		await settled();
		for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
			this.#now = next.at;
			this.#waiting = this.#waiting.filter((other) => other !== next);
			next.wake();
			await settled();
		}
		this.#now = end;
	}

	#next(end: number): Waiter | undefined {
		return this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
	}
}

/** Everything that does not wait for time has happened. */
export const settled = () => breath();
