import { type Publish, pubackOf } from "./frames.ts";

interface Held {
	readonly bytes: Buffer;
	readonly id: number | undefined;
	readonly nth: number;
}

/**
 * Of each topic the newest message that means something, and the newest that does not: rubbish must not push out a
 * command, and who sent it is to hear why it was refused. So it holds two messages a topic, however many come.
 */
export class Newest {
	readonly #meant = new Map<string, Held>();
	readonly #rubbish = new Map<string, Held>();
	#nth = 0;

	/** Answers the acknowledgement of the one that is not needed any more. */
	keep({ bytes, topic, qos, after_topic }: Publish, means: boolean): Buffer | undefined {
		const id = qos === 1 ? bytes.readUInt16BE(after_topic) : undefined;
		const kind = means ? this.#meant : this.#rubbish;
		const before = kind.get(topic);
		// The bytes are lent, and part of a larger block.
		kind.set(topic, { bytes: Buffer.from(bytes), id, nth: this.#nth++ });
		return before?.id === undefined ? undefined : pubackOf(before.id);
	}

	/** All that is held, oldest first, and forgets it. */
	take(): readonly Buffer[] {
		const all = [...this.#meant.values(), ...this.#rubbish.values()].sort((a, b) => a.nth - b.nth);
		this.#meant.clear();
		this.#rubbish.clear();
		return all.map(({ bytes }) => bytes);
	}
}
