import type { Connection, Received } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session.ts";
import { matches } from "#mqtt/topic.ts";

/** All that listen to the broker, whichever connection there is: another broker gets another one. */
export class Audience {
	readonly #listeners = new Set<(connection: Connection) => void>();
	readonly #readers = new Map<string, (received: Received) => void>();
	readonly #nowhere: Connection = { kind: "waiting", since: performance.now() / 1000, attempts: 0 };
	#session: Session | undefined;

	/** From now on it is this connection that they hear. */
	attach(session: Session): void {
		this.#session = session;
		for (const filter of this.#readers.keys()) session.subscribe(filter);
		session.onMessage((received) => {
			for (const [filter, read] of this.#readers) if (matches(filter, received.topic)) read(received);
		});
		session.on((connection) => {
			for (const listener of this.#listeners) listener(connection);
		});
	}

	state(): Connection {
		return this.#session?.state() ?? this.#nowhere;
	}

	/** Returns how to end that. */
	on(listener: (connection: Connection) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	listen(filter: string, reader: (received: Received) => void): void {
		this.#readers.set(filter, reader);
		this.#session?.subscribe(filter);
	}
}
