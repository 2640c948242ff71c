import type { Shown } from "./installation.ts";

/** Texts are news, numbers are noise unless they moved this far. */
const FAR = 1;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Limits values that change all the time: at most one message per topic in `min_interval` seconds while only noise changes
 * it.
 */
export class RateLimiter {
	readonly #last = new Map<string, { payload: string; at: number; news: string | undefined }>();
	readonly #now: () => number;

	/** @param now monotonic seconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** The messages to send now. Others follow in a later turn, if they still differ. */
	worth(messages: readonly Shown[]): readonly Shown[] {
		const now = this.#now();
		const news = new Set<string>();
		return messages.filter(({ topic, payload, min_interval, noise = FAR, news: told }) => {
			const last = this.#last.get(topic);
			if (last?.payload === payload || (told !== undefined && last?.news === told)) return false;
			const word = min_interval === undefined || last === undefined || isNews(last.payload, payload, noise);
			const due = word || news.has(topic.replace(/\/attributes$/, "")) || now - last.at >= min_interval;
			if (word) news.add(topic);
			if (due) this.#last.set(topic, { payload, at: now, news: told });
			return due;
		});
	}
}

function isNews(before: string, after: string, noise: number): boolean {
	if (after.startsWith("{")) return false;
	if (!NUMBER.test(before) || !NUMBER.test(after)) return true;
	return Math.abs(Number(after) - Number(before)) >= noise - 1e-9;
}
