import { basename, dirname, join } from "node:path";
import { type Finding, finding } from "#model/findings/finding.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mayHold, rowsBeside } from "./beside.ts";
import { causeOf, type Database, type Failure, failureOf, openDatabase, type ReadHistory } from "./database.ts";
import { STORE_FILE } from "./files/files.ts";
import { Mark } from "./files/mark.ts";
import { setAside, straysOf } from "./files/set-aside.ts";
import type { Recorded } from "./history/history.ts";
import { KnownRows } from "./known-rows.ts";
import { clearLeftOver, takeRestored } from "./restore.ts";
import { type Rows, savedOf } from "./rows.ts";
import type { Changes, Saved } from "./saved.ts";
import type { Store } from "./store-contract.ts";
import { Waiting } from "./waiting.ts";

/** ms that a start waits for the previous controller to release the file. Later attempts do not wait. */
const PATIENCE = 2000;

export function openStore(folder: string, tell: Tell): Store {
	const store = new FileStore(join(folder, STORE_FILE), tell, takeRestored(folder, tell));
	store.open(PATIENCE);
	return store;
}

class FileStore implements Store {
	readonly #path: string;
	readonly #tell: Tell;
	#database: Database | undefined;
	readonly #known = new KnownRows();
	readonly #waiting = new Waiting();
	#unavailable: string | undefined;
	#aside: readonly Finding[];
	#closed = false;
	#unread = true;
	/** No file has been opened yet. */
	#first = true;
	#replaced = 0;
	readonly #mark: Mark;

	constructor(path: string, tell: Tell, found: readonly Finding[]) {
		this.#path = path;
		this.#mark = new Mark(path);
		this.#tell = tell;
		this.#aside = found;
	}

	get unread(): boolean {
		return this.#unread;
	}

	get replaced(): number {
		return this.#replaced;
	}

	retry(): boolean {
		if (this.#unread && !this.#closed) this.open(0);
		return this.#unread;
	}

	load(): Saved {
		return savedOf(this.#known.all(), this.#tell);
	}

	save(changes: Changes): void {
		this.#known.change(changes, this.#tell);
		if (this.#closed || !this.#ready()) return;
		this.#flush("if_broken");
	}

	record(recorded: readonly Recorded[], days: number): void {
		if (!this.#closed) this.#waiting.record(recorded, days);
	}

	append(entries: readonly TrailEntry[], days: number): void {
		if (!this.#closed) this.#waiting.append(entries, days);
	}

	get appended(): number {
		return this.#waiting.appended;
	}

	trail(): ReturnType<Store["trail"]> {
		return this.#database?.trail;
	}

	readonly history: ReadHistory = {
		minutes: (...asked) => this.#read((tables) => tables.minutes(...asked)) ?? [],
		hours: (...asked) => this.#read((tables) => tables.hours(...asked)) ?? [],
		rolledUp: () => this.#read((tables) => tables.rolledUp()) ?? 0,
		switched: (...asked) => this.#read((tables) => tables.switched(...asked)) ?? [],
		reasons: (...asked) => this.#read((tables) => tables.reasons(...asked)) ?? [],
		energyDays: (...asked) => this.#read((tables) => tables.energyDays(...asked)) ?? [],
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
		if (!this.#closed && !this.#waiting.empty && this.#ready()) this.#flush("never");
		this.#closed = true;
		const whole = this.#database !== undefined;
		this.#letGo();
		// The database itself is now whole, and newer.
		if (whole) clearLeftOver(dirname(this.#path));
	}

	/** Opens the file, or a new one if it is broken. */
	open(patience: number): boolean {
		if (straysOf(this.#path)) this.#setAside("missing");
		let result = openDatabase(this.#path, patience);
		if (result.kind === "broken" && this.#setAside(result.cause)) result = openDatabase(this.#path, patience);
		if (result.kind !== "open") {
			this.#failed(result.cause);
			if (this.#unread) this.#readBeside(result.kind);
			return false;
		}
		this.#database = result.database;
		if (this.#unread) this.#firstRead(result.database.rows);
		else this.#known.found(result.database.rows);
		this.#count(result.database.generation);
		this.#first = false;
		this.#known.agree();
		return true;
	}

	/** A file that cannot be opened exclusively can still be read, unless another process uses it. */
	#readBeside(kind: Failure["kind"]): void {
		if (!mayHold(this.#path)) this.#unread = false;
		else if (kind !== "locked") {
			const rows = rowsBeside(this.#path);
			if (rows === undefined) return;
			this.#firstRead(rows);
			// The next save must compare with the known state, not with the file.
			this.#startAnew();
		}
	}

	#firstRead(rows: Rows): void {
		this.#unread = false;
		this.#known.firstRead(rows);
	}

	/** If everything is known, or the file was set aside, an older file is not worth reporting. */
	#count(generation: number): void {
		const facts = { lost: this.#mark.begin(generation) };
		if (facts.lost === 0 || !this.#first || this.#aside.length > 0) return;
		this.#aside = [finding("alarm", "store_older", facts)];
		this.#tell(notice("error", "store_older", facts));
	}

	/** If the file was deleted or replaced, the known state is written to the present one. */
	#ready(): boolean {
		if (this.#database?.inPlace()) return true;
		if (this.#database !== undefined) {
			this.#replaced += 1;
			this.#startAnew();
		}
		return this.open(0);
	}

	#flush(setAside: "if_broken" | "never"): void {
		try {
			const { unsaved } = this.#known;
			if (unsaved.size > 0 || !this.#waiting.empty) {
				this.#database?.write(this.#waiting.with(unsaved), this.#mark.next());
				this.#mark.move(this.#known.matter);
			}
		} catch (thrown) {
			this.#mend(thrown, setAside);
			return;
		}
		this.#known.saved();
		this.#waiting.clear();
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

	/** After an exception of SQLite: a faulty file is replaced by a new one with everything known. */
	#mend(thrown: unknown, setAside: "if_broken" | "never"): void {
		const { kind, cause } = failureOf(thrown);
		this.#startAnew();
		if (kind !== "broken" || setAside === "never") this.#failed(cause);
		else if (this.#setAside(cause) && this.open(0)) this.#flush("never");
	}

	#startAnew(): void {
		this.#known.forgetFile();
		this.#letGo();
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
