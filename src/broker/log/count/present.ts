/**
 * Who is logged in, by id. If 2.0.13 or later refuses a login over websockets, it only logs that the connection was closed.
 * Such a refusal is recognised by an id that is not logged in.
 */
export class Present {
	readonly #here = new Map<string, number>();
	/** Complete only if the broker's start was seen. */
	#whole = false;

	begins(): void {
		this.#here.clear();
		this.#whole = true;
	}

	came(client: string): void {
		if (this.#here.size >= MOST && !this.#here.has(client)) this.#whole = false;
		else this.#here.set(client, (this.#here.get(client) ?? 0) + 1);
	}

	/** Whether that client may have been logged in. */
	left(client: string): boolean {
		const times = this.#here.get(client);
		if (times === undefined) return !this.#whole;
		if (times > 1) this.#here.set(client, times - 1);
		else this.#here.delete(client);
		return true;
	}
}

const MOST = 10_000;
