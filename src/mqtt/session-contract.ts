import type { Tell } from "#model/sentences/notice.ts";
import type { Trial } from "./access.ts";
import type { Connection, Credentials, Listening, Message, Outcome, Protocol, Received, Rights } from "./broker.ts";
import type { Timer } from "./wire/timer.ts";

export interface SessionPorts {
	readonly tell: Tell;
	/** Monotonic seconds. */
	readonly now?: () => number;
	readonly timer?: Timer;
	/**
	 * One empty message for each kind of topic we publish to. They find out what the broker denies, where it does not say so
	 * itself.
	 */
	readonly trials?: readonly Trial[];
	/** Limits what is read in a flood, because control runs in the same thread. */
	readonly bounded?: boolean;
	/** Whether our own audit has just logged in. A broker that allows one connection per user then closes ours. */
	readonly audited?: () => boolean;
	/** The protocol to try first, 5 by default. The other one follows if the broker refuses it. */
	readonly first?: Protocol;
}

/** One connection to one broker, kept up while the app runs. Nothing here throws for faults of the network or broker. */
export interface Session {
	state(): Connection;
	/** What the broker allows this login. */
	rights(): Rights;
	/**
	 * Settles within `publish_timeout`, and at once while not connected: nothing is queued. A `trial` only asks whether the
	 * message is allowed, so a refusal of it is not reported as a failure.
	 */
	publish(message: Message, trial?: boolean): Promise<Outcome>;
	/** Remembers the filter and subscribes on every connection, before `on` listeners are told of it. */
	subscribe(filter: string, listening?: Listening): void;
	/** Forgets the filter, at the broker too. */
	unsubscribe(filter: string): void;
	/** Calls `listener` at every change of `state`. Returns a function that removes it. */
	on(listener: (connection: Connection) => void): () => void;
	onMessage(listener: (received: Received) => void): () => void;
	/** Replaces the login: at once while not connected, otherwise for the next connection. */
	credentials(credentials: Credentials): void;
	/** Publishes the last messages, disconnects and ends for good. Takes 700 ms at most, also without a network. */
	close(last: readonly Message[]): Promise<void>;
}
