import { chmodSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "#files/make-folder.ts";
import { toDisk } from "#files/replace.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { copyDatabase } from "./files/copy.ts";
import { type EnergyDayTables, energyDaysIn } from "./history/energy-days.ts";
import { type HistoryTables, historyIn, type Recorded } from "./history/history.ts";
import { APPLICATION_ID, migrate, usable } from "./migrations.ts";
import { joinKey, type RowChanges, type Rows, splitKey } from "./rows.ts";
import { type TrailTables, trailIn } from "./trail/audit-trail.ts";

export interface Database {
	readonly rows: Rows;
	readonly history: ReadHistory;
	readonly trail: Omit<TrailTables, "write">;
	/** How often it has been written, by its own count. */
	readonly generation: number;
	/** Writes everything or nothing, as this generation. Throws what SQLite throws. */
	write(written: Written, generation: number): void;
	/** Makes a consistent copy while writing continues. Rejects with what SQLite throws. */
	copy(path: string): Promise<void>;
	/** Whether the open file is still the one at its path. */
	inPlace(): boolean;
	close(): void;
}

/** All that is read of the history. */
export type ReadHistory = Pick<HistoryTables, "minutes" | "hours" | "rolledUp" | "switched" | "reasons"> &
	Pick<EnergyDayTables, "energyDays">;

/** One transaction. `days` is how many days of history to keep. */
export interface Written {
	readonly changes: RowChanges;
	readonly recorded?: readonly Recorded[];
	readonly days?: number | undefined;
	readonly trailing?: Trailing | undefined;
}

/** Entries to add to the audit trail, and how many days of it to keep. */
export interface Trailing {
	readonly entries: readonly TrailEntry[];
	readonly days: number;
}

/**
 * Broken: not usable, a new file helps. Locked: another process has it. Unavailable: the folder or disk refuses. For the
 * last two, waiting may help.
 */
export type Failure = { readonly kind: "broken" | "locked" | "unavailable"; readonly cause: string };
export type Opened = { readonly kind: "open"; readonly database: Database } | Failure;

/**
 * Opens or creates the database file (0600) in its folder (0700 if created). A write-ahead log costs one synced page per
 * save, where a rollback journal costs five: an SD card can bear that. `synchronous = FULL` makes each save survive a power
 * cut. The exclusive lock keeps a second controller away and avoids the shared-memory file, which would also be written to
 * the card.
 * @param patience ms to wait for another process to release the file
 */
export function openDatabase(path: string, patience: number): Opened {
	try {
		makeFolder(dirname(path));
		if (!existsSync(path)) create(path);
		const found = statSync(path);
		if (!found.isFile()) return { kind: "broken", cause: "not_a_file" };
		if (found.size === 0) return { kind: "broken", cause: "empty" };
		if ((found.mode & 0o077) !== 0) closeToOthers(path);
		return opened(path, patience);
	} catch (thrown) {
		return failureOf(thrown);
	}
}

/**
 * Created under another name, so that a kill or a power cut leaves no incomplete file under the right one. So SQLite itself
 * need not wait for the disk: with the switch to the write-ahead log that would be eight times before the first turn.
 */
function create(path: string): void {
	const fresh = `${path}.new`;
	for (const left of [fresh, `${fresh}-journal`, `${fresh}-wal`]) rmSync(left, { force: true });
	writeFileSync(fresh, "", { mode: 0o600 });
	const database = new DatabaseSync(fresh);
	try {
		// A save changes few bytes but writes whole pages. With 512 bytes, a day of counters each minute and a hundred changed
		// memories dirties 7.2 MB of the card's 4 KiB blocks; with the usual 4096 bytes, 12.7 MB.
		database.exec("PRAGMA page_size = 512; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF");
		migrate(database, 0);
		database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
	} finally {
		database.close();
	}
	toDisk(fresh);
	renameSync(fresh, path);
	toDisk(dirname(path));
}

function opened(path: string, patience: number): Opened {
	const database = new DatabaseSync(path, { timeout: patience });
	try {
		const cause = refusal(database);
		if (cause !== undefined) {
			database.close();
			return { kind: "broken", cause };
		}
		const ino = statSync(path).ino;
		const rows = rowsIn(database);
		const generation = Number(database.prepare("SELECT n FROM generation").get()?.["n"] ?? 0);
		const copy = (to: string) => copyDatabase(database, to);
		const inPlace = () => isStill(path, ino);
		return { kind: "open", database: { rows, generation, copy, inPlace, ...writerTo(database) } };
	} catch (thrown) {
		database.close();
		throw thrown;
	}
}

/** A restored backup may be readable by all. Some disks know no modes. */
const closeToOthers = (path: string): void => caught(() => chmodSync(path, 0o600), undefined);

const isStill = (path: string, ino: number): boolean => caught(() => statSync(path).ino === ino, false);

/** Why this file cannot be used; undefined if it can. */
function refusal(database: DatabaseSync): string | undefined {
	database.exec("PRAGMA locking_mode = EXCLUSIVE");
	if (numberOf(database, "application_id") !== APPLICATION_ID) return "foreign";
	const version = numberOf(database, "user_version");
	if (!usable(database, version)) return "newer";
	migrate(database, version);
	database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
	const check = database.prepare("PRAGMA quick_check(kept)").get();
	return check?.["quick_check"] === "ok" ? undefined : "corrupt";
}

const numberOf = (database: DatabaseSync, pragma: string) =>
	Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);

export const rowsIn = (database: DatabaseSync): Rows =>
	new Map(
		database
			.prepare("SELECT part, id, value FROM kept ORDER BY part, id")
			.all()
			.map((row) => [joinKey(String(row["part"]), String(row["id"])), String(row["value"])]),
	);

function writerTo(database: DatabaseSync): Pick<Database, "history" | "trail" | "write" | "close"> {
	const history = historyIn(database);
	const energy = energyDaysIn(database);
	const trail = trailIn(database);
	// Not REPLACE, which would empty columns that only a newer app knows.
	const put = database.prepare(
		"INSERT INTO kept (part, id, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
	);
	const remove = database.prepare("DELETE FROM kept WHERE part = ? AND id = ?");
	const count = database.prepare("UPDATE generation SET n = ?");
	return {
		history: { ...history, energyDays: energy.energyDays },
		trail,
		write({ changes, recorded = [], days, trailing }, generation) {
			database.exec("BEGIN IMMEDIATE");
			count.run(generation);
			for (const [key, json] of changes) {
				const [part, id] = splitKey(key);
				if (json === undefined) remove.run(part, id);
				else put.run(part, id, json);
			}
			history.write(recorded.filter((one) => one.kind !== "energy_day"));
			energy.write(recorded.filter((one) => one.kind === "energy_day"));
			if (days !== undefined) history.trim(days);
			if (trailing !== undefined) trail.write(trailing.entries, trailing.days);
			database.exec("COMMIT");
		},
		close: () => database.close(),
	};
}

/** Primary result codes for a faulty file: SQLITE_ERROR (no such table), _CORRUPT, _NOTADB. */
const BROKEN: Readonly<Record<number, string>> = { 1: "foreign", 11: "corrupt", 26: "not_a_database" };

/** SQLITE_BUSY and SQLITE_LOCKED. */
const LOCKED: readonly number[] = [5, 6];

/** Classifies an exception of SQLite or of the file system. */
export function failureOf(thrown: unknown): Failure {
	const code = Number(fieldOf(thrown, "errcode")) & 0xff;
	const broken = BROKEN[code];
	if (broken !== undefined) return { kind: "broken", cause: broken };
	return { kind: LOCKED.includes(code) ? "locked" : "unavailable", cause: causeOf(thrown) };
}

/** Short and without paths: `database or disk is full`, `ENOSPC`. */
export const causeOf = (thrown: unknown): string =>
	String(fieldOf(thrown, "errstr") ?? fieldOf(thrown, "code") ?? fieldOf(thrown, "message") ?? thrown);
