import { isLoopback } from "./peers.ts";

/** Connections at a time from elsewhere: more than a house has browsers, and few enough to be no burden. */
const ELSEWHERE = 50;
/** And from the machine itself, whose health check must not wait for others. A proxy there brings every browser that way. */
const HERE = 50;

/** A connection that holds a place. */
export interface Held {
	/** Whether no answer is being made for it: its request is not complete yet, or its last one has been answered. */
	readonly silent: () => boolean;
	readonly drop: () => void;
}

/**
 * Places for connections: those from elsewhere never take the machine's own. Where all are taken, the oldest silent one
 * makes room, so that connections without a request cannot keep out a health check. Streams are never silent; there are
 * fewer of them than places, so that some places are always left for short requests.
 */
export class Places {
	readonly #here = new Set<Held>();
	readonly #elsewhere = new Set<Held>();
	readonly #full: () => void;

	/** @param full told whenever a connection found all places taken */
	constructor(full: () => void = () => {}) {
		this.#full = full;
	}

	/** How to give the place back; undefined where there is none. */
	take(peer: string | undefined, held: Held): (() => void) | undefined {
		const [holders, most] = isLoopback(peer) ? [this.#here, HERE] : [this.#elsewhere, ELSEWHERE];
		if (holders.size >= most) {
			this.#full();
			const oldest = [...holders].find((each) => each.silent());
			if (oldest === undefined) return undefined;
			holders.delete(oldest);
			oldest.drop();
		}
		holders.add(held);
		return () => void holders.delete(held);
	}
}
