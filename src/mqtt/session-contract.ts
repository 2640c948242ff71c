import type { Tell } from "#model/sentences/notice.ts";
import type { Trial } from "./access.ts";
import type { Connection, Credentials, Listening, Message, Outcome, Protocol, Received, Rights } from "./broker.ts";
import type { Timer } from "./wire/timer.ts";

export interface SessionPorts {
	readonly tell: Tell;
	/** Monotonic seconds. */
	readonly now?: () => number;
	readonly timer?: Timer;
	/** Messages to try where the broker does not say by itself what it denies: one that says nothing, of every kind we use. */
	readonly trials?: readonly Trial[];
	/** Control runs in the same thread: of a flood is read what can be done with it, and no more. */
	readonly bounded?: boolean;
	/** Whether an audit of ours logged in just now: where a broker gives each user one connection, it throws us out. */
	readonly audited?: () => boolean;
	/** What to speak first, 5 by default; the other is tried where a broker refuses it. */
	readonly first?: Protocol;
}

/** Being a good client of one broker, for as long as the app runs. Nothing here throws for what a network or broker does. */
export interface Session {
	state(): Connection;
	/** What the broker says this login may do. */
	rights(): Rights;
	/**
	 * Comes back within `publish_timeout`, and at once while not connected: nothing is queued here. A `trial` only finds out
	 * whether it is allowed: being refused is its answer, and no failure.
	 */
	publish(message: Message, trial?: boolean): Promise<Outcome>;
	/** Remembered, and made anew on every connection, before `on` listeners hear of it. */
	subscribe(filter: string, listening?: Listening): void;
	/** Reports every change of `state`. Returns a function that stops that. */
	on(listener: (connection: Connection) => void): () => void;
	onMessage(listener: (received: Received) => void): () => void;
	/** Changes the login in place: at once when not connected, else for the next connection. */
	credentials(credentials: Credentials): void;
	/** Publishes the last messages, disconnects and ends for good. Takes 700 ms at most, also without a network. */
	close(last: readonly Message[]): Promise<void>;
}
