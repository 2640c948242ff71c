import type { Shown } from "./installation.ts";

/** A number that moved by less is noise, where its entity names no other band. */
const BAND = 1;
/** So many bands at once are news at once. */
const LEAP = 10;
/** Seconds until half a band counts, and until anything counts: so the last value always comes in the end. */
const CALM = 60;
const SETTLED = 600;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Spares the network and Home Assistant's recorder, which keeps a row for every message that changes something. A word is
 * sent at once. A number that moved by its band waits until `min_interval` has passed, half a band a minute, less ten minutes.
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
		return messages.filter(({ topic, payload, min_interval, noise = BAND, news: told }) => {
			const last = this.#last.get(topic);
			if (last?.payload === payload || (told !== undefined && last?.news === told)) return false;
			const wait = last === undefined ? 0 : waitFor(last.payload, payload, noise, min_interval);
			const due = wait <= now - (last?.at ?? 0) || news.has(topic.replace(/\/attributes$/, ""));
			if (wait === 0) news.add(topic);
			if (due) this.#last.set(topic, { payload, at: now, news: told });
			return due;
		});
	}
}

/** How long after the last message this one may follow: 0 is at once. */
function waitFor(before: string, after: string, band: number, min_interval: number | undefined): number {
	if (min_interval === undefined) return 0;
	if (after.startsWith("{")) return min_interval;
	if (!NUMBER.test(before) || !NUMBER.test(after)) return 0;
	const moved = Math.abs(Number(after) - Number(before)) + 1e-9;
	if (moved >= LEAP * band) return 0;
	if (moved >= band) return min_interval;
	return Math.max(min_interval, moved >= band / 2 ? CALM : SETTLED);
}
