import type { Listening, NewestOf, Received } from "./broker.ts";
import { matches } from "./topic.ts";

/** The topic filters of a session. They outlive the connection. */
export class Filters {
	readonly #filters = new Map<string, Listening>();
	/** By topic, because it is asked for every message of a flood. */
	readonly #newest = new Map<string, NewestOf>();

	add(filter: string, listening: Listening): void {
		this.remove(filter);
		this.#filters.set(filter, listening);
		for (const topic of listening.newest?.topics ?? [])
			if (listening.newest !== undefined && !this.#newest.has(topic)) this.#newest.set(topic, listening.newest);
	}

	remove(filter: string): void {
		const newest = this.#filters.get(filter)?.newest;
		this.#filters.delete(filter);
		for (const [topic, of] of this.#newest) if (of === newest) this.#newest.delete(topic);
	}

	all(): Iterable<readonly [string, Listening]> {
		return this.#filters;
	}

	/** For topics of which only the newest message counts. */
	newest(topic: string): NewestOf | undefined {
		return this.#newest.get(topic);
	}

	/**
	 * Whether a message was asked for. MQTT 3.1.1 cannot ask for live messages only, so stored ones arrive as well.
	 * @param just_said true with MQTT 5: a live filter then delivers only messages that were published just now
	 */
	wants({ topic, retained }: Received, just_said: boolean): boolean {
		if (!retained) return true;
		const asked = [...this.#filters].filter(([filter]) => matches(filter, topic));
		return (
			asked.length === 0 ||
			asked.some(([, { live, as_published }]) => live !== true || (just_said && as_published === true))
		);
	}
}
