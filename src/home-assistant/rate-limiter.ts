import type { Shown } from "./installation.ts";

/** Words are news and numbers are noise: a number that moved this far is news too. */
const FAR = 1;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Holds back what changes all the time: at most one message per topic in `min_interval` seconds while only noise changes it. */
export class RateLimiter {
	readonly #last = new Map<string, { payload: string; at: number }>();
	readonly #now: () => number;

	/** `now` in monotonic seconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** What is worth sending now; the rest comes in a later turn, if it is still so. */
	worth(messages: readonly Shown[]): readonly Shown[] {
		const now = this.#now();
		const news = new Set<string>();
		return messages.filter(({ topic, payload, min_interval }) => {
			const last = this.#last.get(topic);
			if (last?.payload === payload) return false;
			const word = min_interval === undefined || last === undefined || isNews(last.payload, payload);
			const due = word || news.has(topic.replace(/\/attributes$/, "")) || now - last.at >= min_interval;
			if (word) news.add(topic);
			if (due) this.#last.set(topic, { payload, at: now });
			return due;
		});
	}
}

function isNews(before: string, after: string): boolean {
	if (after.startsWith("{")) return false;
	if (!NUMBER.test(before) || !NUMBER.test(after)) return true;
	return Math.abs(Number(after) - Number(before)) >= FAR;
}
