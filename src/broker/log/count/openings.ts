import type { Peer } from "../read/line.ts";

/**
 * Connections that were opened and of which nothing more was said yet. From 2.0.13 on Mosquitto names a refused client by
 * its id alone. The address is certain only if all open connections came from one address. If they came from several, none
 * is named.
 */
export class Openings {
	readonly #open: { readonly from: Peer; readonly at: number }[] = [];
	/** So many of them ended, and which is not known. */
	#gone = 0;
	/** Until then, more were open than are remembered. */
	#lost = Number.NEGATIVE_INFINITY;

	opened(from: Peer, at: number): void {
		this.#forget(at);
		if (this.#open.length >= MOST) this.#lost = at;
		else this.#open.push({ from, at });
	}

	/** It logged in, or failed in a line that names it. */
	known({ address, port }: Peer): void {
		const nth = this.#open.findIndex(({ from }) => from.port === port && from.address === address);
		if (nth >= 0) this.#open.splice(nth, 1);
		this.#allGone();
	}

	/** One of them ended: whose it was, where only one address can be meant. Of more than one none is taken away. */
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

	/** The broker begins anew. */
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

/** Seconds after which Mosquitto has closed a connection that says nothing: one and a half times its 60, and its next look. */
const PATIENCE = 120;
/** As many as are open at once. */
const MOST = 2000;
