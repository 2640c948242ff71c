import type { FoundPlace } from "#model/plant/found.ts";
import type { Looked } from "./at-broker.ts";

/** For scripts: whether a person has asked for a look at the broker, and what came of it. */
export interface BrokerLookView {
	readonly state: "never" | "looking" | "looked" | "failed";
	/** Filters that the broker refused, and those on which nothing came. */
	readonly refused?: readonly string[];
	readonly silent?: readonly string[];
	/** Why there was no connection. */
	readonly class?: string;
}

/** One look at the broker at a time, and what the last one found. Begins only when a person asks. */
export class BrokerLook {
	readonly #look: () => Promise<Looked>;
	#looking = false;
	#last: Looked | undefined;

	constructor(look: () => Promise<Looked>) {
		this.#look = look;
	}

	/** A second one waits for nothing: the first goes on. */
	begin(): void {
		if (this.#looking) return;
		this.#looking = true;
		void this.#look()
			.catch((): Looked => ({ kind: "failed", class: "unknown" }))
			.then((looked) => {
				this.#last = looked;
				this.#looking = false;
			});
	}

	places(): readonly FoundPlace[] {
		return this.#last?.kind === "looked" ? this.#last.found : [];
	}

	view(): BrokerLookView {
		if (this.#looking) return { state: "looking" };
		if (this.#last === undefined) return { state: "never" };
		if (this.#last.kind === "failed") return { state: "failed", class: this.#last.class };
		const { refused, silent } = this.#last;
		return { state: "looked", refused, silent };
	}
}
