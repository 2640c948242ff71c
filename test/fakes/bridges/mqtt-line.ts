import { connect, type MqttClient } from "mqtt";
import type { Heard } from "#model/plant/messages.ts";
import { matches } from "#mqtt/topic.ts";
import type { Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

/** Real time, for devices at a real broker. */
export const REAL_TIME: Timers = {
	now: () => performance.now() / 1000,
	after(wait, then) {
		const timer = setTimeout(then, wait * 1000);
		return () => clearTimeout(timer);
	},
};

/** A device's connection to a real broker. It connects when the device has said its will, and again by itself. */
export class MqttLine implements Line {
	readonly #url: string;
	readonly #readers: { readonly filter: string; readonly reader: (message: Heard) => void }[] = [];
	readonly #connected = Promise.withResolvers<void>();
	#will: { readonly topic: string; readonly payload: string } | undefined;
	#client: MqttClient | undefined;

	constructor(url: string) {
		this.#url = url;
		queueMicrotask(() => this.#open());
	}

	/** It is connected, and has subscribed. */
	get ready(): Promise<void> {
		return this.#connected.promise;
	}

	publish(topic: string, payload: string, retain = false): void {
		queueMicrotask(() => this.#client?.publish(topic, payload, { qos: 1, retain }, () => undefined));
	}

	subscribe(filter: string, reader: (message: Heard) => void): void {
		this.#readers.push({ filter, reader });
	}

	will(topic: string, payload: string): void {
		this.#will = { topic, payload };
	}

	cut(): void {
		this.#client?.stream.destroy();
	}

	mend(): void {
		this.#client?.reconnect();
	}

	async close(): Promise<void> {
		await this.#client?.endAsync(true);
	}

	#open(): void {
		const will = this.#will && {
			topic: this.#will.topic,
			payload: Buffer.from(this.#will.payload),
			qos: 1 as const,
			retain: true,
		};
		const client = connect(this.#url, { clean: true, reconnectPeriod: 200, ...(will && { will }) });
		this.#client = client;
		client.on("error", () => undefined);
		client.on("connect", () =>
			client.subscribe(
				this.#readers.map(({ filter }) => filter),
				{ qos: 1 },
				() => this.#connected.resolve(),
			),
		);
		client.on("message", (topic, payload, { retain }) => {
			for (const { filter, reader } of this.#readers)
				if (matches(filter, topic)) reader({ topic, payload: payload.toString(), retained: retain });
		});
	}
}
