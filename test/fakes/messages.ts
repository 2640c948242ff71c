import type { Fault } from "#model/plant/fault.ts";
import type { Heard, Messages, Sending } from "#model/plant/messages.ts";
import { matches } from "#mqtt/topic.ts";

/** The house's broker as a device sees it: it delivers at once, stores what is retained, and can be away. */
export class FakeMessages implements Messages {
	/** What devices of the app published. */
	readonly sent: Heard[] = [];
	/** Absent: connected, with all rights. */
	closed: Fault | undefined;
	readonly #readers: { readonly filter: string; readonly reader: (heard: Heard) => void }[] = [];
	readonly #stored = new Map<string, string>();

	get filters(): readonly string[] {
		return this.#readers.map(({ filter }) => filter);
	}

	subscribe(filter: string, reader: (heard: Heard) => void): () => void {
		const one = { filter, reader };
		this.#readers.push(one);
		for (const [topic, payload] of this.#stored) if (matches(filter, topic)) reader({ topic, payload, retained: true });
		return () => void this.#readers.splice(this.#readers.indexOf(one), 1);
	}

	async publish(topic: string, payload: string): Promise<Sending> {
		if (this.closed !== undefined) return "lost";
		this.sent.push({ topic, payload, retained: false });
		return "sent";
	}

	fault(): Fault | undefined {
		return this.closed;
	}

	/** Another client publishes it. */
	say(topic: string, payload: string, retain = false): void {
		if (retain) this.#stored.set(topic, payload);
		this.#deliver({ topic, payload, retained: false });
	}

	/** The connection was lost and is back: what is stored comes again. */
	reconnect(): void {
		for (const [topic, payload] of this.#stored) this.#deliver({ topic, payload, retained: true });
	}

	#deliver(heard: Heard): void {
		for (const { filter, reader } of [...this.#readers]) if (matches(filter, heard.topic)) reader(heard);
	}
}
