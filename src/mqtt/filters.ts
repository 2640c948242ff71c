import type { Listening, Received } from "./broker.ts";
import { matches } from "./topic.ts";

/** What a session listens to, whether connected or not. */
export class Filters {
	readonly #filters = new Map<string, Listening>();

	add(filter: string, listening: Listening): void {
		this.#filters.set(filter, listening);
	}

	all(): Iterable<readonly [string, Listening]> {
		return this.#filters;
	}

	/** How to tell whether a message there means anything, where only the newest of a topic counts. */
	newest(topic: string): ((payload: Uint8Array) => boolean) | undefined {
		for (const { newest } of this.#filters.values())
			if (newest?.topics.has(topic)) return (payload) => newest.means(topic, payload);
		return undefined;
	}

	/**
	 * Whether somebody asked for it. 3.1.1 has no way to ask for live messages only, so stored ones come all the same.
	 * @param just_said that a live filter brings no message but those of now, also if they are stored: so by MQTT 5
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
