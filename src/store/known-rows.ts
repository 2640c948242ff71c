import type { Tell } from "#model/sentences/notice.ts";
import { isAnnounced, matters, type RowChanges, type Rows, rowsOf, splitKey } from "./rows.ts";
import type { Changes } from "./saved.ts";

/** All known rows: those that the file holds, and those not saved yet. */
export class KnownRows {
	#filed: Rows = new Map();
	readonly #unsaved = new Map<string, string | undefined>();
	/** The list of overrides was saved: rows of it that only the file has must be deleted. */
	#overridden = false;

	all(): Rows {
		const known = new Map(this.#filed);
		for (const [key, json] of this.#unsaved) {
			if (json === undefined) known.delete(key);
			else known.set(key, json);
		}
		return known;
	}

	get unsaved(): RowChanges {
		return this.#unsaved;
	}

	/** More than counters or history is unsaved. */
	get matter(): boolean {
		return matters(this.#unsaved);
	}

	change(changes: Changes, tell: Tell): void {
		for (const [key, json] of rowsOf(changes, this.all().keys(), tell)) {
			if (this.#filed.get(key) === json) this.#unsaved.delete(key);
			else this.#unsaved.set(key, json);
		}
		if (changes.overrides !== undefined) this.#overridden = true;
	}

	/** Only defaults were known until now, so the file wins. */
	firstRead(rows: Rows): void {
		this.#filed = rows;
		for (const key of this.#unsaved.keys()) if (rows.has(key) && !isAnnounced(key)) this.#unsaved.delete(key);
	}

	/** The file was opened later, so our rows win. */
	found(rows: Rows): void {
		this.#filed = rows;
	}

	/** The content of the next file is unknown, so all rows must be written. */
	forgetFile(): void {
		for (const [key, json] of this.all()) this.#unsaved.set(key, json);
		this.#filed = new Map();
	}

	/** Keeps only differences to the open file. */
	agree(): void {
		// First, because an override that both have must not be deleted.
		if (this.#overridden)
			for (const key of this.#filed.keys())
				if (splitKey(key)[0] === "overrides" && !this.#unsaved.has(key)) this.#unsaved.set(key, undefined);
		for (const [key, json] of this.#unsaved) if (this.#filed.get(key) === json) this.#unsaved.delete(key);
	}

	/** The file holds all of it. */
	saved(): void {
		this.#filed = this.all();
		this.#unsaved.clear();
		this.#overridden = false;
	}
}
