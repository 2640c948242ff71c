/**
 * What goes first on a bus. `urgent`: writes of outputs, and their read-backs. `soon`: what keeps up what is there already, and
 * the rest of a conversation that has begun. `usual`: all else.
 */
export const RANKS = ["urgent", "soon", "usual"] as const;
export type Rank = (typeof RANKS)[number];

/** How something is asked of a bus that does one thing at a time. */
export interface Manner {
	readonly rank?: Rank;
	/** Asked right before the bytes go out. What is not wanted any more is not sent. */
	readonly wanted?: () => boolean;
}

/** Runs jobs one after another. Those of a rank go before all of a lower one that have not begun, in the order in which they came. */
export class Turns {
	readonly #waiting: Readonly<Record<Rank, (() => Promise<void>)[]>> = { urgent: [], soon: [], usual: [] };
	#hurried: (() => void)[] = [];
	#busy = false;

	run<T>(job: () => Promise<T>, rank: Rank = "usual"): Promise<T> {
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		this.#waiting[rank].push(() => job().then(resolve, reject));
		if (rank === "urgent") for (const hurry of this.#hurried.splice(0)) hurry();
		void this.#work();
		return promise;
	}

	/** Settles once something urgent waits for the job that is under way. */
	hurried(): Promise<void> {
		if (this.#waiting.urgent.length > 0) return Promise.resolve();
		return new Promise((resolve) => this.#hurried.push(resolve));
	}

	async #work(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		for (let rank = this.#next(); rank !== undefined; rank = this.#next()) {
			this.#hurried = [];
			await this.#waiting[rank].shift()?.();
			// Of several writes, and the read-back after them, each is asked for when the one before is done.
			if (rank === "urgent") await new Promise<void>((resolve) => setImmediate(resolve));
		}
		this.#busy = false;
	}

	#next(): Rank | undefined {
		return RANKS.find((rank) => this.#waiting[rank].length > 0);
	}
}
