import type { Peer } from "../read/line.ts";

/**
 * Connections that were opened and not mentioned again yet. Since 2.0.13 Mosquitto names a refused client only by its id.
 * The address is certain only if all open connections come from one address. If they come from several, none is reported.
 */
export class Openings {
	readonly #open: { readonly from: Peer; readonly at: number }[] = [];
	/** So many ended without being identified. */
	#gone = 0;
	/** Until then, more connections were open than are remembered. */
	#lost = Number.NEGATIVE_INFINITY;

	opened(from: Peer, at: number): void {
		this.#forget(at);
		if (this.#open.length >= MOST) this.#lost = at;
		else this.#open.push({ from, at });
	}

	/** It logged in, or failed with a line that names it. */
	known({ address, port }: Peer): void {
		const nth = this.#open.findIndex(({ from }) => from.port === port && from.address === address);
		if (nth >= 0) this.#open.splice(nth, 1);
		this.#allGone();
	}

	/** A connection ended. Gives its address if there is only one possibility. Otherwise no connection is removed. */
	ended(at: number): { readonly address: string; readonly port?: number } | undefined {
		this.#forget(at);
		const [first] = this.#open;
		if (first === undefined || at - this.#lost < PATIENCE) return undefined;
		const { address, port } = first.from;
		if (this.#open.some(({ from }) => from.address !== address)) {
			this.#gone++;
			this.#allGone();
			return undefined;
		}
		const alone = this.#open.length === 1;
		this.#open.shift();
		return { address, ...(alone && { port }) };
	}

	/** The broker restarted. */
	clear(): void {
		this.#open.length = 0;
		this.#gone = 0;
	}

	#allGone(): void {
		if (this.#gone > 0 && this.#gone >= this.#open.length) this.clear();
	}

	#forget(at: number): void {
		const young = this.#open.findIndex((one) => at - one.at < PATIENCE);
		const old = this.#open.splice(0, young < 0 ? this.#open.length : young);
		this.#gone = Math.max(0, this.#gone - old.length);
	}
}

/** Seconds after which Mosquitto closes a silent connection: 1.5 times its 60, plus the interval of its checks. */
const PATIENCE = 120;
/** Most connections that are remembered. */
const MOST = 2000;
