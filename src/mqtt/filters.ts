import type { Listening, Received } from "./broker.ts";
import { matches } from "./topic.ts";

/** The topic filters of a session. They outlive the connection. */
export class Filters {
	readonly #filters = new Map<string, Listening>();

	add(filter: string, listening: Listening): void {
		this.#filters.set(filter, listening);
	}

	all(): Iterable<readonly [string, Listening]> {
		return this.#filters;
	}

	/** For topics of which only the newest message counts: the test for a meaningful payload. */
	newest(topic: string): ((payload: Uint8Array) => boolean) | undefined {
		for (const { newest } of this.#filters.values())
			if (newest?.topics.has(topic)) return (payload) => newest.means(topic, payload);
		return undefined;
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
