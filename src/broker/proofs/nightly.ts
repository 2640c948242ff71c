import { type Instant, since } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";

/** The last audit: controller's running time, and the date if it was known. */
export interface Last {
	readonly at: Instant;
	readonly date?: string;
}

/** Minutes of the day between which it runs, at night without sun. */
export const FROM = 120;
export const UNTIL = 240;
/** Seconds, used while the time of day is unknown. */
export const DAILY = 86_400;

/**
 * When the daily audit is due: once a night, at a different minute each night. So many controllers do not connect at once,
 * and an attacker cannot predict it. Without a set clock, once in 24 hours of running.
 */
export class Nightly {
	readonly #chance: () => number;
	#last: Last;
	#minute: number;

	/** @param chance from 0 to less than 1 */
	constructor(chance: () => number, last: Last) {
		this.#chance = chance;
		this.#last = last;
		this.#minute = this.#another();
	}

	due(now: Instant, { trusted, date, minute_of_day }: Wall): boolean {
		if (!trusted) return since(this.#last.at, now) >= DAILY;
		return date !== this.#last.date && minute_of_day >= this.#minute && minute_of_day < UNTIL;
	}

	/** An audit has started, by itself or on request. So this night's is done. */
	begun(now: Instant, { trusted, date }: Wall): Last {
		this.#last = { at: now, ...(trusted && { date }) };
		this.#minute = this.#another();
		return this.#last;
	}

	#another(): number {
		return FROM + Math.floor(this.#chance() * (UNTIL - FROM));
	}
}
