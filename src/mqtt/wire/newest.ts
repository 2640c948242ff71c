import { type Publish, pubackOf } from "./frames.ts";

interface Held {
	readonly bytes: Buffer;
	readonly id: number | undefined;
	readonly nth: number;
}

/**
 * Holds two messages per topic: the newest valid one and the newest invalid one. Invalid payloads must not displace a
 * command, and their sender is still told why they were refused. So memory is bounded by the number of topics.
 */
export class Newest {
	readonly #meant = new Map<string, Held>();
	readonly #rubbish = new Map<string, Held>();
	#nth = 0;

	/** Returns the acknowledgement of the message that this one replaces. */
	keep({ bytes, topic, qos, after_topic }: Publish, means: boolean): Buffer | undefined {
		const id = qos === 1 ? bytes.readUInt16BE(after_topic) : undefined;
		const kind = means ? this.#meant : this.#rubbish;
		const before = kind.get(topic);
		// Copied, because the bytes belong to a larger block.
		kind.set(topic, { bytes: Buffer.from(bytes), id, nth: this.#nth++ });
		return before?.id === undefined ? undefined : pubackOf(before.id);
	}

	/** Returns all held messages, oldest first, and forgets them. */
	take(): readonly Buffer[] {
		const all = [...this.#meant.values(), ...this.#rubbish.values()].sort((a, b) => a.nth - b.nth);
		this.#meant.clear();
		this.#rubbish.clear();
		return all.map(({ bytes }) => bytes);
	}
}
