import type { Action, Broker, Denied, Message, Protocol, Rights } from "./broker.ts";
import { refusalClass } from "./classify.ts";
import type { ConnectionLog } from "./connection-log.ts";
import { probe } from "./probe.ts";
import { prefixOf } from "./topic.ts";
import type { Delivery } from "./wire/in-flight-queue.ts";
import type { Timer } from "./wire/timer.ts";

/** A message that tests one right. */
export type Trial = Pick<Message, "topic" | "payload">;

export interface AccessPorts {
	readonly broker: () => Broker;
	/** Empty messages, one for each kind of topic that will be published. */
	readonly trials: readonly Trial[];
	readonly timer: Timer;
	readonly log: ConnectionLog;
}

/**
 * Finds out what the broker allows this login. With MQTT 5 the broker answers every message. With 3.1.1 it acknowledges
 * even messages that it drops, and an echo would also be missing if we may write but not read. So a short second connection
 * asks with MQTT 5, once per connection and then every six hours.
 */
export class Access {
	readonly #ports: AccessPorts;
	readonly #denied = new Map<string, Denied>();
	#protocol: Protocol = 5;
	#known = false;
	/** The broker did not speak MQTT 5 last time. Do not ask again at every reconnection. */
	#silent = false;
	#connection = 0;
	#cancel: () => void = nothing;

	constructor(ports: AccessPorts) {
		this.#ports = ports;
	}

	rights(): Rights {
		return { denied: [...this.#denied.values()], known: this.#known };
	}

	connected(protocol: Protocol): void {
		this.ended();
		this.#denied.clear();
		this.#protocol = protocol;
		this.#known = protocol === 5;
		if (this.#known || this.#ports.trials.length === 0) return;
		if (this.#silent) this.#askLater();
		else void this.#ask();
	}

	ended(): void {
		this.#connection += 1;
		this.#cancel();
		this.#cancel = nothing;
	}

	/** This filter is not read any more. */
	forget(filter: string): void {
		this.#denied.delete(`subscribe ${filter}`);
	}

	/** The broker's answer to a message or to a subscription. */
	answered(action: Action, topic: string, delivery: Delivery): void {
		if (delivery.kind === "refused") this.#refused(action, topic, delivery.code);
		// With 3.1.1 an acknowledgement of a message proves nothing.
		else if (delivery.kind === "sent" && (this.#protocol === 5 || action === "subscribe")) this.#allowed(action, topic);
	}

	#refused(action: Action, topic: string, code: number): void {
		const { log } = this.#ports;
		log.refused(action, topic, code);
		if (refusalClass(action, code) === "acl-denied") this.#denied.set(`${action} ${topic}`, { action, topic });
	}

	#allowed(action: Action, topic: string): void {
		if (!this.#denied.delete(`${action} ${topic}`)) return;
		const prefix = prefixOf(topic);
		const alike = [...this.#denied.values()].some((d) => d.action === action && prefixOf(d.topic) === prefix);
		if (!alike) this.#ports.log.allowed(action, topic);
	}

	async #ask(): Promise<void> {
		const { broker, trials } = this.#ports;
		const connection = this.#connection;
		const { client_id, ...rest } = broker();
		const will = { topic: trials[0]?.topic ?? "", payload: "", retain: false, qos: 0 } as const;
		const asker = { ...rest, client_id: `${client_id}_rights`, will, publish_timeout: TIMEOUT / 2 };
		const probed = await probe(asker, { protocol: 5, timeout: TIMEOUT }, (line) =>
			Promise.all(
				trials.map(async ({ topic, payload }) => {
					const delivery = await line.publish({ topic, payload, retain: false, qos: 1 });
					return { topic, delivery };
				}),
			),
		);
		// The connection that asked has ended.
		if (connection !== this.#connection) return;
		this.#silent = probed.kind !== "connected" && probed.class === "protocol-unsupported";
		const answers = probed.kind === "connected" ? probed.value : [];
		this.#known = answers.length > 0 && answers.every(({ delivery }) => delivery.kind !== "lost");
		for (const { topic, delivery } of answers) {
			if (delivery.kind === "refused") this.#refused("publish", topic, delivery.code);
			else if (delivery.kind === "sent") this.#allowed("publish", topic);
		}
		this.#askLater();
	}

	#askLater(): void {
		this.#cancel = this.#ports.timer.after(AGAIN, () => void this.#ask());
	}
}

/** Seconds. */
const AGAIN = 6 * 3600;
const TIMEOUT = 4;

const nothing = () => undefined;
