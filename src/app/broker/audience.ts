import type { Connection, Received } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session.ts";
import { matches } from "#mqtt/topic.ts";

/** All that listen to the broker, whichever connection there is: another broker gets another one. */
export function audience() {
	const listeners = new Set<(connection: Connection) => void>();
	const readers = new Map<string, (received: Received) => void>();
	const nowhere: Connection = { kind: "waiting", since: performance.now() / 1000, attempts: 0 };
	let current: Session | undefined;
	return {
		/** From now on it is this connection that they hear. */
		attach(session: Session) {
			current = session;
			for (const filter of readers.keys()) session.subscribe(filter);
			session.onMessage((received) => {
				for (const [filter, read] of readers) if (matches(filter, received.topic)) read(received);
			});
			session.on((connection) => {
				for (const listener of listeners) listener(connection);
			});
		},
		state: () => current?.state() ?? nowhere,
		/** Returns how to end that. */
		on(listener: (connection: Connection) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		listen(filter: string, reader: (received: Received) => void) {
			readers.set(filter, reader);
			current?.subscribe(filter);
		},
	};
}
