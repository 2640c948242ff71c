import type { Users } from "#supervisor/users.ts";

/** ms for which an answer counts, and until Home Assistant is asked again after it gave none. */
const COUNTS = 60_000;
const AGAIN = 5000;

/** Who is an administrator of Home Assistant. Asked at most once at a time; what is not known is false. */
export class Admins {
	readonly #ask: () => Promise<Users | undefined>;
	readonly #now: () => number;
	#known: Users | undefined;
	#until = Number.NEGATIVE_INFINITY;
	#asking: Promise<void> | undefined;

	/** @param now monotonic ms */
	constructor(ask: () => Promise<Users | undefined>, now: () => number = () => performance.now()) {
		this.#ask = ask;
		this.#now = now;
	}

	isAdmin = async (id: string): Promise<boolean> => {
		if (this.#now() >= this.#until) await this.#once();
		return this.#known?.get(id) === true;
	};

	#once(): Promise<void> {
		this.#asking ??= this.#learn().finally(() => {
			this.#asking = undefined;
		});
		return this.#asking;
	}

	async #learn(): Promise<void> {
		this.#known = await this.#ask().catch(() => undefined);
		this.#until = this.#now() + (this.#known === undefined ? AGAIN : COUNTS);
	}
}
