import { isLoopback } from "./peers.ts";

/** Connections at a time from elsewhere: more than a house has browsers, and few enough to be no burden. */
const ELSEWHERE = 50;
/** And from the machine itself, whose health check must not wait for others. A proxy there brings every browser that way. */
const HERE = 50;

/** Places for connections: those from elsewhere never take the machine's own. */
export class Places {
	#here = 0;
	#elsewhere = 0;

	/** How to give the place back; undefined where there is none. */
	take(peer: string | undefined): (() => void) | undefined {
		if (isLoopback(peer)) {
			if (this.#here >= HERE) return undefined;
			this.#here += 1;
			return () => {
				this.#here -= 1;
			};
		}
		if (this.#elsewhere >= ELSEWHERE) return undefined;
		this.#elsewhere += 1;
		return () => {
			this.#elsewhere -= 1;
		};
	}
}
