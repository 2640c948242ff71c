import { basename, join } from "node:path";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { causeOf, type Database, failureOf, openDatabase } from "./database.ts";
import { type Rows, rowsOf, savedOf, splitKey } from "./rows.ts";
import type { Changes, Saved } from "./saved.ts";
import { setAside, straysOf } from "./set-aside.ts";

export const STORE_FILE = "solar-heating.db";
/** How long a start waits for the controller before it to let go of the file, in ms. Later tries do not wait. */
const PATIENCE = 2000;

/**
 * What outlives a restart. Nothing here throws: without a usable folder everything is kept in memory, a finding says
 * so, and each save tries again. What was saved in the meantime then wins over what the file had.
 */
export interface Store {
	/** Everything that is known, at any time. */
	load(): Saved;
	/** Writes what differs from what is known, in one transaction that is on the disk when this returns. */
	save(changes: Changes): void;
	/** `store_unavailable` {cause} while it lasts, and `store_set_aside` {file, cause} for each file that was. */
	findings(): readonly Finding[];
	close(): void;
}

export function openStore(folder: string, tell: Tell): Store {
	const store = new FileStore(join(folder, STORE_FILE), tell);
	store.open(PATIENCE);
	return store;
}

class FileStore implements Store {
	readonly #path: string;
	readonly #tell: Tell;
	#database: Database | undefined;
	/** What the file holds, as far as we know. */
	#filed: Rows = new Map();
	/** What the file does not hold yet. */
	readonly #unsaved = new Map<string, string | undefined>();
	/** The list of overrides was saved anew: those that only the file knows are to go. */
	#overridden = false;
	#unavailable: string | undefined;
	#aside: readonly Finding[] = [];
	#closed = false;

	constructor(path: string, tell: Tell) {
		this.#path = path;
		this.#tell = tell;
	}

	load(): Saved {
		return savedOf(this.#known(), this.#tell);
	}

	save(changes: Changes): void {
		for (const [key, json] of rowsOf(changes, this.#known().keys(), this.#tell)) {
			if (this.#filed.get(key) === json) this.#unsaved.delete(key);
			else this.#unsaved.set(key, json);
		}
		if (changes.overrides !== undefined) this.#overridden = true;
		if (this.#closed || !this.#ready()) return;
		this.#flush("if_broken");
	}

	findings(): readonly Finding[] {
		if (this.#unavailable === undefined) return this.#aside;
		return [...this.#aside, finding("alarm", "store_unavailable", { cause: this.#unavailable })];
	}

	close(): void {
		this.#closed = true;
		this.#letGo();
	}

	/** Gets hold of the file, or of a fresh one if it is broken. */
	open(patience: number): boolean {
		if (straysOf(this.#path)) this.#setAside("missing");
		let result = openDatabase(this.#path, patience);
		if (result.kind === "broken" && this.#setAside(result.cause)) result = openDatabase(this.#path, patience);
		if (result.kind !== "open") {
			this.#failed(result.cause);
			return false;
		}
		this.#database = result.database;
		this.#filed = result.database.rows;
		this.#agree();
		return true;
	}

	#known(): Rows {
		const known = new Map(this.#filed);
		for (const [key, json] of this.#unsaved) {
			if (json === undefined) known.delete(key);
			else known.set(key, json);
		}
		return known;
	}

	/** A file that was deleted or replaced under us takes no more: what is known goes into the one that is there. */
	#ready(): boolean {
		if (this.#database?.inPlace()) return true;
		if (this.#database !== undefined) this.#startAnew();
		return this.open(0);
	}

	#flush(setAside: "if_broken" | "never"): void {
		try {
			if (this.#unsaved.size > 0) this.#database?.write(this.#unsaved);
		} catch (thrown) {
			const { kind, cause } = failureOf(thrown);
			this.#startAnew();
			if (kind === "unavailable" || setAside === "never") this.#failed(cause);
			else if (this.#setAside(cause) && this.open(0)) this.#flush("never");
			return;
		}
		this.#filed = this.#known();
		this.#unsaved.clear();
		this.#overridden = false;
		if (this.#unavailable !== undefined) this.#tell(notice("info", "store_available_again"));
		this.#unavailable = undefined;
	}

	/** Nobody knows what the next file will hold: all that is known is yet to be written. */
	#startAnew(): void {
		for (const [key, json] of this.#known()) this.#unsaved.set(key, json);
		this.#filed = new Map();
		this.#letGo();
	}

	#agree(): void {
		for (const [key, json] of this.#unsaved) if (this.#filed.get(key) === json) this.#unsaved.delete(key);
		if (!this.#overridden) return;
		for (const key of this.#filed.keys())
			if (splitKey(key)[0] === "overrides" && !this.#unsaved.has(key)) this.#unsaved.set(key, undefined);
	}

	#letGo(): void {
		try {
			this.#database?.close();
		} catch (thrown) {
			this.#tell(notice("warning", "store_not_closed", { cause: causeOf(thrown) }));
		}
		this.#database = undefined;
	}

	#failed(cause: string): void {
		if (cause !== this.#unavailable) this.#tell(notice("error", "store_unavailable", { cause }));
		this.#unavailable = cause;
	}

	#setAside(cause: string): boolean {
		try {
			const facts = { file: basename(setAside(this.#path)), cause };
			this.#aside = [...this.#aside, finding("alarm", "store_set_aside", facts)];
			this.#tell(notice("error", "store_set_aside", facts));
			return true;
		} catch (thrown) {
			this.#failed(causeOf(thrown));
			return false;
		}
	}
}
