import { isLoopback } from "./peers.ts";

/** Connections at a time from elsewhere. More than a house has browsers, few enough to cost little. */
const ELSEWHERE = 50;
/**
 * Connections at a time from this machine, whose health check must not wait for others. Behind a local proxy every browser
 * counts here.
 */
const HERE = 50;

/** A connection that has a place. */
export interface Held {
	/** True while no answer is being made: its request is incomplete, or the last one was answered. */
	readonly silent: () => boolean;
	readonly drop: () => void;
}

/**
 * Limits the number of connections. Those from elsewhere never take the machine's own places. When all are taken, the
 * oldest silent connection is closed, so that connections without a request cannot block the health check. Streams are
 * never silent. There are fewer streams than places, so short requests always find one.
 */
export class Places {
	readonly #here = new Set<Held>();
	readonly #elsewhere = new Set<Held>();
	readonly #full: () => void;

	/** @param full called whenever a connection finds all places taken */
	constructor(full: () => void = () => {}) {
		this.#full = full;
	}

	/** Returns the function that gives the place back; undefined where there is none. */
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
