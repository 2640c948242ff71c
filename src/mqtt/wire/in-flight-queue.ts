import type { Message } from "../broker.ts";

/** The outcome of one message. `code` is the broker's reason (MQTT 5, 3.4.2.1). */
export type Delivery =
	| { readonly kind: "sent" }
	| { readonly kind: "refused"; readonly code: number }
	| { readonly kind: "lost" };

export const SENT: Delivery = { kind: "sent" };
export const LOST: Delivery = { kind: "lost" };

interface Pending {
	readonly message: Message;
	readonly settle: (delivery: Delivery) => void;
}

/** Gives a message to the network and reports the broker's answer. */
export type Send = (message: Message, answered: (delivery: Delivery) => void) => void;

/**
 * Messages under way over one connection. No more of QoS 1 are sent at a time than the broker accepts (MQTT 5, 4.9). Each
 * has a deadline, and none outlives the connection.
 */
export class InFlightQueue {
	readonly #send: Send;
	readonly #timeout: number;
	readonly #inFlight = new Set<Pending>();
	#waiting: Pending[] = [];
	#limit = Number.POSITIVE_INFINITY;

	/** @param timeout seconds until a message without an answer counts as lost */
	constructor(send: Send, timeout: number) {
		this.#send = send;
		this.#timeout = timeout;
	}

	limit(messages: number): void {
		this.#limit = Math.max(1, messages);
	}

	/** No further message can be sent before an answer arrives. */
	get full(): boolean {
		return this.#inFlight.size >= this.#limit;
	}

	take(message: Message): Promise<Delivery> {
		return new Promise((resolve) => {
			const settle = (delivery: Delivery) => {
				clearTimeout(timer);
				resolve(delivery);
			};
			const pending = { message, settle };
			const timer = setTimeout(() => {
				// A message that was reported lost must not be sent later and overwrite a newer one.
				this.#waiting = this.#waiting.filter((waiting) => waiting !== pending);
				resolve(LOST);
			}, this.#timeout * 1000);
			this.#waiting.push(pending);
			this.#fill();
		});
	}

	/** The connection is gone. Messages under way may or may not have arrived. */
	end(): void {
		for (const pending of [...this.#inFlight, ...this.#waiting]) pending.settle(LOST);
		this.#inFlight.clear();
		this.#waiting = [];
	}

	/** The broker answered the oldest message with a code that the parser rejects. Answers come in order (MQTT 5, 4.6). */
	refuseOldest(code: number): void {
		const [oldest] = this.#inFlight;
		oldest?.settle({ kind: "refused", code });
	}

	#fill(): void {
		while (this.#inFlight.size < this.#limit) {
			const next = this.#waiting.shift();
			if (next === undefined) return;
			this.#inFlight.add(next);
			this.#send(next.message, (delivery) => {
				next.settle(delivery);
				if (this.#inFlight.delete(next)) this.#fill();
			});
		}
	}
}
