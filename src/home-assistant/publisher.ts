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
	/** What the broker has acknowledged; unknown after a new connection. */
	held?: string;
	flying: boolean;
	/** Not before then, since the broker refused this very payload. */
	refused?: { readonly payload: string; readonly until: number };
}

/** The picture of us that the broker should hold: retained messages of QoS 1, each sent once until it changes. */
export class Publisher {
	readonly #session: Session;
	readonly #now: () => number;
	readonly #topics = new Map<string, Topic>();
	readonly #stop: () => void;
	/** Counts the times that everything had to be published anew: an answer from before says nothing about now. */
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
	 * Adds to the picture and publishes what the broker has not acknowledged so. Topics keep the order in which they were
	 * first wanted: name discovery first, then availability, then states.
	 */
	want(messages: Iterable<Wanted>): void {
		for (const { topic, payload } of messages) {
			const known = this.#topics.get(topic);
			if (known === undefined) this.#topics.set(topic, { want: payload, flying: false });
			else known.want = payload;
		}
		this.#publish();
	}

	/** Publishes the whole picture again, as when Home Assistant was born anew. */
	again(): void {
		this.#edition += 1;
		for (const topic of this.#topics.values()) delete topic.held;
		this.#publish();
	}

	/** Number of topics that the broker is not known to hold as wanted. */
	missing(): number {
		return [...this.#topics.values()].filter(({ want, held }) => held !== want).length;
	}

	/** No more publishing; the session stays. */
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

	/** One at a time per topic: the newest follows when the answer is there, so an old state can never overtake it. */
	async #send(name: string, topic: Topic): Promise<void> {
		const payload = topic.want;
		const edition = this.#edition;
		topic.flying = true;
		const outcome = await this.#session.publish({ topic: name, payload, retain: true, qos: 1 });
		topic.flying = false;
		if (outcome === "refused") topic.refused = { payload, until: this.#now() + PATIENCE };
		if (outcome === "sent") delete topic.refused;
		// It may have arrived all the same: what was acknowledged before is no longer known to be there.
		if (outcome === "lost") delete topic.held;
		if (outcome === "sent" && edition === this.#edition) topic.held = payload;
		const changed = topic.want !== payload || edition !== this.#edition;
		if (changed && this.#session.state().kind === "connected" && this.#due(topic)) this.#send(name, topic);
	}
}

/** Seconds between two tries of what the broker does not allow. */
const PATIENCE = FAILURES["acl-denied"].retry?.max ?? 300;
