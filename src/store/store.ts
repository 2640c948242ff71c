import { basename, dirname, join } from "node:path";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import type { TrailEntry } from "#model/trail.ts";
import { bounded } from "./audit-queue.ts";
import type { TrailTables } from "./audit-trail.ts";
import { causeOf, type Database, failureOf, openDatabase, type Trailing } from "./database.ts";
import { STORE_FILE } from "./files.ts";
import type { HistoryTables, Recorded } from "./history.ts";
import { clearLeftOver, takeRestored } from "./restore.ts";
import { type Rows, rowsOf, savedOf, splitKey } from "./rows.ts";
import type { Changes, Saved } from "./saved.ts";
import { setAside, straysOf } from "./set-aside.ts";

/** How long a start waits for the controller before it to let go of the file, in ms. Later tries do not wait. */
const PATIENCE = 2000;
/** So many minutes of history wait for a disk that does not take them; older ones are lost. */
const MOST_WAITING = 3000;
/** The history is trimmed every so many minutes. */
const TRIM_EVERY = 10;

/**
 * What outlives a restart. Nothing here throws: without a usable folder everything is kept in memory, a finding says
 * so, and each save tries again. What was saved in the meantime then wins over what the file had.
 */
export interface Store {
	/** Everything that is known, at any time. */
	load(): Saved;
	/** Writes what differs from what is known, in one transaction that is on the disk when this returns. */
	save(changes: Changes): void;
	/** For the history: written together with the next `save`, or at the close. `days` is how many of it are kept. */
	record(recorded: readonly Recorded[], days: number): void;
	/** What of it is on the disk; empty where nothing can be read. */
	readonly history: Pick<HistoryTables, "minutes" | "switched">;
	/** For the audit trail: written together with the next `save`, or at the close. `days` is how many of it are kept. */
	append(entries: readonly TrailEntry[], days: number): void;
	/** How much is appended that is not on the disk yet. */
	readonly appended: number;
	/** The trail as it is on the disk; undefined where nothing can be read. */
	trail(): Omit<TrailTables, "write"> | undefined;
	/** Copies the file as it is now, beside whatever is saved meanwhile; the cause where that fails. */
	copy(path: string): Promise<string | undefined>;
	/** `store_unavailable` {cause} while it lasts, `store_set_aside` and `backup_not_restored` {file, cause} for each file that was. */
	findings(): readonly Finding[];
	close(): void;
}

export function openStore(folder: string, tell: Tell): Store {
	const store = new FileStore(join(folder, STORE_FILE), tell, takeRestored(folder, tell));
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
	#waiting: readonly Recorded[] = [];
	#days = 0;
	#entries: readonly TrailEntry[] = [];
	#trailDays = 0;
	/** The list of overrides was saved anew: those that only the file knows are to go. */
	#overridden = false;
	#unavailable: string | undefined;
	#aside: readonly Finding[];
	#closed = false;

	constructor(path: string, tell: Tell, found: readonly Finding[]) {
		this.#path = path;
		this.#tell = tell;
		this.#aside = found;
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

	record(recorded: readonly Recorded[], days: number): void {
		this.#days = days;
		if (recorded.length > 0 && !this.#closed) this.#waiting = [...this.#waiting, ...recorded].slice(-MOST_WAITING);
	}

	append(entries: readonly TrailEntry[], days: number): void {
		this.#trailDays = days;
		if (entries.length > 0 && !this.#closed) this.#entries = bounded([...this.#entries, ...entries]);
	}

	get appended(): number {
		return this.#entries.length;
	}

	trail(): Omit<TrailTables, "write"> | undefined {
		return this.#database?.trail;
	}

	readonly history = {
		minutes: (...asked: Parameters<HistoryTables["minutes"]>) => this.#read((tables) => tables.minutes(...asked)) ?? [],
		switched: (...asked: Parameters<HistoryTables["switched"]>) =>
			this.#read((tables) => tables.switched(...asked)) ?? [],
	};

	async copy(path: string): Promise<string | undefined> {
		if (this.#closed || !this.#ready()) return this.#unavailable ?? "closed";
		try {
			await this.#database?.copy(path);
			return undefined;
		} catch (thrown) {
			return causeOf(thrown);
		}
	}

	findings(): readonly Finding[] {
		if (this.#unavailable === undefined) return this.#aside;
		return [...this.#aside, finding("alarm", "store_unavailable", { cause: this.#unavailable })];
	}

	close(): void {
		if (!this.#closed && this.#waiting.length + this.#entries.length > 0 && this.#ready()) this.#flush("never");
		this.#closed = true;
		const whole = this.#database !== undefined;
		this.#letGo();
		// Now the database itself is whole, and newer.
		if (whole) clearLeftOver(dirname(this.#path));
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
		const due = this.#waiting.some((one) => one.kind === "minute" && one.minute % TRIM_EVERY === 0);
		const entries = this.#entries;
		const trailing: Trailing | undefined = entries.length > 0 ? { entries, days: this.#trailDays } : undefined;
		try {
			if (this.#unsaved.size + this.#waiting.length + entries.length > 0)
				this.#database?.write(this.#unsaved, this.#waiting, due ? this.#days : undefined, trailing);
		} catch (thrown) {
			this.#mend(thrown, setAside);
			return;
		}
		this.#filed = this.#known();
		this.#unsaved.clear();
		this.#waiting = [];
		this.#entries = [];
		this.#overridden = false;
		if (this.#unavailable !== undefined) this.#tell(notice("info", "store_available_again"));
		this.#unavailable = undefined;
	}

	#read<T>(read: (tables: Database["history"]) => T): T | undefined {
		try {
			return this.#database && read(this.#database.history);
		} catch (thrown) {
			this.#mend(thrown, "if_broken");
			return undefined;
		}
	}

	/** After an exception of SQLite's: a file that is at fault gives way to a fresh one, with everything known in it. */
	#mend(thrown: unknown, setAside: "if_broken" | "never"): void {
		const { kind, cause } = failureOf(thrown);
		this.#startAnew();
		if (kind === "unavailable" || setAside === "never") this.#failed(cause);
		else if (this.#setAside(cause) && this.open(0)) this.#flush("never");
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
