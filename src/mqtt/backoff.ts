import { FAILURES, type FailureClass } from "./failure.ts";

/**
 * How long to wait after each class of failure. Each class counts its own rounds. So a broker that alternates between two
 * failures is not asked more often.
 */
export class Backoff {
	readonly #rounds = new Map<FailureClass, number>();
	readonly #random: () => number;

	/** `random` gives 0 <= x < 1. */
	constructor(random: () => number) {
		this.#random = random;
	}

	/** Seconds until the next attempt; undefined means no attempt until the options change. */
	next(failure: FailureClass): number | undefined {
		const { retry } = FAILURES[failure];
		if (retry === undefined) return undefined;
		const round = this.#rounds.get(failure) ?? 0;
		this.#rounds.set(failure, round + 1);
		const wait = Math.min(retry.max, retry.first * retry.factor ** round);
		return wait * (1 + retry.jitter * this.#random());
	}

	/** Called after a connection that lasted, or when a person changed something. */
	forget(): void {
		this.#rounds.clear();
	}
}
