import { FAILURES } from "#mqtt/failure.ts";
import type { Session } from "#mqtt/session.ts";

export interface Wanted {
	readonly topic: string;
	readonly payload: string;
}

export interface PublisherOptions {
	/** Monotonic seconds. */
	readonly now?: () => number;
}

export const publisher = (session: Session, options: PublisherOptions = {}): Publisher =>
	new Publisher(session, options);

interface Topic {
	want: string;
	/** What the broker acknowledged; absent after a new connection. */
	held?: string;
	flying: boolean;
	/** The broker refused this payload; do not send it again before then. */
	refused?: { readonly payload: string; readonly until: number };
}

/** Keeps the broker's copy of our state: retained messages of QoS 1, each sent once until it changes. */
export class Publisher {
	readonly #session: Session;
	readonly #now: () => number;
	readonly #topics = new Map<string, Topic>();
	readonly #stop: () => void;
	/** Counts how often everything was published anew. An answer to an earlier edition says nothing about the present one. */
	#edition = 0;
	#closed = false;

	constructor(session: Session, { now = () => performance.now() / 1000 }: PublisherOptions) {
		this.#session = session;
		this.#now = now;
		this.#stop = session.on(({ kind }) => {
			if (kind === "connected") this.again();
		});
	}

	/**
	 * Adds messages and publishes those that the broker has not acknowledged. Topics keep the order in which they first came:
	 * pass discovery first, then availability, then states.
	 */
	want(messages: Iterable<Wanted>): void {
		for (const { topic, payload } of messages) {
			const known = this.#topics.get(topic);
			if (known === undefined) this.#topics.set(topic, { want: payload, flying: false });
			else known.want = payload;
		}
		this.#publish();
	}

	/** Publishes these no more: somebody else speaks on their topics from now on. */
	forget(topics: Iterable<string>): void {
		for (const topic of topics) this.#topics.delete(topic);
	}

	/** Publishes everything again, for example after Home Assistant restarted. */
	again(): void {
		this.#edition += 1;
		for (const topic of this.#topics.values()) delete topic.held;
		this.#publish();
	}

	/** How many topics the broker may not hold as wanted. */
	missing(): number {
		return [...this.#topics.values()].filter(({ want, held }) => held !== want).length;
	}

	/** Stops publishing. The session stays open. */
	close(): void {
		this.#closed = true;
		this.#stop();
	}

	#publish(): void {
		if (this.#session.state().kind !== "connected") return;
		for (const [name, topic] of this.#topics) if (this.#due(topic)) this.#send(name, topic);
	}

	#due({ want, held, flying, refused }: Topic): boolean {
		if (this.#closed || flying || held === want) return false;
		return refused?.payload !== want || this.#now() >= refused.until;
	}

	/** One message at a time per topic. The next follows after the answer, so an old state never overtakes a newer one. */
	async #send(name: string, topic: Topic): Promise<void> {
		const payload = topic.want;
		const edition = this.#edition;
		topic.flying = true;
		const outcome = await this.#session.publish({ topic: name, payload, retain: true, qos: 1 });
		topic.flying = false;
		if (outcome === "refused") topic.refused = { payload, until: this.#now() + PATIENCE };
		if (outcome === "sent") delete topic.refused;
		// The message may have arrived or not, so the broker's content is unknown.
		if (outcome === "lost") delete topic.held;
		if (outcome === "sent" && edition === this.#edition) topic.held = payload;
		const changed = topic.want !== payload || edition !== this.#edition;
		if (changed && this.#session.state().kind === "connected" && this.#due(topic)) this.#send(name, topic);
	}
}

/** Seconds between attempts for a topic that the broker denies. */
const PATIENCE = FAILURES["acl-denied"].retry?.max ?? 300;
