import type { Fault } from "#model/plant/fault.ts";
import { fault } from "#model/plant/fault.ts";
import type { Heard, Messages, Sending } from "#model/plant/messages.ts";
import { matches } from "#mqtt/topic.ts";

/** A client's line to a broker, with what a device needs of it. */
export interface Line {
	publish(topic: string, payload: string, retain?: boolean): void;
	subscribe(filter: string, reader: (message: Heard) => void): void;
	/** What the broker publishes, retained, when the line breaks. */
	will(topic: string, payload: string): void;
	/** Like a power cut or a cut cable: the broker publishes the will. */
	cut(): void;
	mend(): void;
}

interface Member {
	readonly subscriptions: { readonly filter: string; readonly reader: (message: Heard) => void }[];
	will: { readonly topic: string; readonly payload: string } | undefined;
	connected: boolean;
}

/** A broker in memory: messages arrive at once, in order. It keeps retained ones, knows wills, and may be gone. */
export class MemoryBroker {
	readonly #members: Member[] = [];
	readonly retained = new Map<string, string>();
	/** All that was published, also by devices. */
	readonly published: (Heard & { readonly by: "app" | "device"; readonly expires?: number })[] = [];
	/** Topics that the app may not write, or read. */
	readonly denied = { write: new Set<string>(), read: new Set<string>() };
	#app = true;
	#readers: Member["subscriptions"] = [];

	/** What the app reads. */
	get filters(): readonly string[] {
		return this.#readers.map(({ filter }) => filter);
	}

	/** A device's line. */
	line(): Line {
		const me: Member = { subscriptions: [], will: undefined, connected: true };
		this.#members.push(me);
		return {
			publish: (topic, payload, retain = false) => {
				if (me.connected) this.#publish({ topic, payload, retained: retain }, "device");
			},
			subscribe: (filter, reader) => void me.subscriptions.push({ filter, reader }),
			will: (topic, payload) => {
				me.will = { topic, payload };
			},
			cut: () => {
				if (!me.connected) return;
				me.connected = false;
				if (me.will !== undefined) this.#publish({ ...me.will, retained: true }, "device");
			},
			mend: () => {
				me.connected = true;
			},
		};
	}

	/** The app's side. */
	readonly messages: Messages = {
		subscribe: (filter, reader) => {
			const one = { filter, reader };
			this.#readers.push(one);
			if (this.#app) this.#stored(one);
			return () => {
				this.#readers = this.#readers.filter((other) => other !== one);
			};
		},
		publish: async (topic, payload, options = {}): Promise<Sending> => {
			if (!this.#app) return "lost";
			if (this.denied.write.has(topic)) return "refused";
			this.#publish({ topic, payload, retained: false }, "app", options);
			return "sent";
		},
		fault: (filter): Fault | undefined => {
			if (!this.#app) return fault("no_connection");
			return this.denied.read.has(filter) ? fault("no_right", { right: "read", topic: filter }) : undefined;
		},
	};

	/** The app has no connection any more. */
	lose(): void {
		this.#app = false;
	}

	/** It has one again, so the broker sends it what it stores. */
	back(): void {
		this.#app = true;
		for (const one of this.#readers) this.#stored(one);
	}

	/** What the app published since the last call. */
	take(): readonly { readonly topic: string; readonly payload: string }[] {
		const all = this.published.splice(0);
		return all.filter(({ by }) => by === "app").map(({ topic, payload }) => ({ topic, payload }));
	}

	#stored({ filter, reader }: Member["subscriptions"][number]): void {
		for (const [topic, payload] of this.retained)
			if (matches(filter, topic)) reader({ topic, payload, retained: true });
	}

	#publish(message: Heard, by: "app" | "device", options: { readonly expires?: number } = {}): void {
		this.published.push({ ...message, by, ...options });
		if (message.retained) this.retained.set(message.topic, message.payload);
		const live = { ...message, retained: false };
		const members = this.#members.filter(({ connected }) => connected);
		for (const { subscriptions } of members)
			for (const { filter, reader } of subscriptions) if (matches(filter, message.topic)) reader(live);
		if (this.#app)
			for (const { filter, reader } of this.#readers)
				if (matches(filter, message.topic) && !this.denied.read.has(filter)) reader(live);
	}
}
