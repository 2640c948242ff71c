import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TrailEntry } from "#model/findings/trail.ts";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { copyDatabase } from "./files/copy.ts";
import { type HistoryTables, historyIn, type Recorded } from "./history/history.ts";
import { APPLICATION_ID, migrate, usable } from "./migrations.ts";
import { joinKey, type RowChanges, type Rows, splitKey } from "./rows.ts";
import { type TrailTables, trailIn } from "./trail/audit-trail.ts";

export interface Database {
	readonly rows: Rows;
	readonly history: Pick<HistoryTables, "minutes" | "switched">;
	readonly trail: Omit<TrailTables, "write">;
	/** How often it has been written, as it says itself. */
	readonly generation: number;
	/** All of them or none, as this generation; throws what SQLite throws. */
	write(written: Written, generation: number): void;
	/** A consistent copy, made while writing goes on. Rejects with what SQLite throws. */
	copy(path: string): Promise<void>;
	/** Whether the open file is still the one that is found under its path. */
	inPlace(): boolean;
	close(): void;
}

/** What goes into one transaction. `days` trims the history to as many. */
export interface Written {
	readonly changes: RowChanges;
	readonly recorded?: readonly Recorded[];
	readonly days?: number | undefined;
	readonly trailing?: Trailing | undefined;
}

/** What is to be added to the audit trail, and how many days of it are kept. */
export interface Trailing {
	readonly entries: readonly TrailEntry[];
	readonly days: number;
}

/**
 * Broken: not ours to use, a fresh file helps. Locked: another process has it. Unavailable: the folder or disk does not let
 * us. Waiting may help with both.
 */
export type Failure = { readonly kind: "broken" | "locked" | "unavailable"; readonly cause: string };
export type Opened = { readonly kind: "open"; readonly database: Database } | Failure;

/**
 * Opens or creates the database file (0600) in its folder (0700 if it has to be made).
 *
 * A write-ahead log costs one synced page a save where a rollback journal costs five, which is what an SD card can
 * bear; `synchronous = FULL` makes each save survive a power cut; the exclusive lock keeps a second controller away
 * and spares the shared-memory file, which would be written to the card as well.
 * @param patience how long to wait for another process to let go of the file, in ms
 */
export function openDatabase(path: string, patience: number): Opened {
	try {
		mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
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

/** Built under another name, so that a kill in between leaves no half-made file under the right one. */
function create(path: string): void {
	const fresh = `${path}.new`;
	for (const left of [fresh, `${fresh}-journal`]) rmSync(left, { force: true });
	writeFileSync(fresh, "", { mode: 0o600 });
	const database = new DatabaseSync(fresh);
	try {
		// A save changes few bytes but writes whole pages: with 512 bytes a day of counters each minute and a hundred
		// changed memories dirties 7.2 MB of the card's 4 KiB blocks, with the usual 4096 it is 12.7 MB.
		database.exec("PRAGMA page_size = 512; PRAGMA synchronous = FULL");
		migrate(database, 0);
	} finally {
		database.close();
	}
	renameSync(fresh, path);
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

/** A restored backup may be readable by all. Where the disk knows no modes there is nothing to close. */
const closeToOthers = (path: string): void => caught(() => chmodSync(path, 0o600), undefined);

const isStill = (path: string, ino: number): boolean => caught(() => statSync(path).ino === ino, false);

/** Why this file is not to be used; undefined once it is ready to be. */
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
	const trail = trailIn(database);
	// Not REPLACE, which would empty columns that only a newer app knows.
	const put = database.prepare(
		"INSERT INTO kept (part, id, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
	);
	const remove = database.prepare("DELETE FROM kept WHERE part = ? AND id = ?");
	const count = database.prepare("UPDATE generation SET n = ?");
	return {
		history,
		trail,
		write({ changes, recorded = [], days, trailing }, generation) {
			database.exec("BEGIN IMMEDIATE");
			count.run(generation);
			for (const [key, json] of changes) {
				const [part, id] = splitKey(key);
				if (json === undefined) remove.run(part, id);
				else put.run(part, id, json);
			}
			history.write(recorded);
			if (days !== undefined) history.trim(days);
			if (trailing !== undefined) trail.write(trailing.entries, trailing.days);
			database.exec("COMMIT");
		},
		close: () => database.close(),
	};
}

/** The primary result codes that say that the file itself is at fault: SQLITE_ERROR (no such table), _CORRUPT, _NOTADB. */
const BROKEN: Readonly<Record<number, string>> = { 1: "foreign", 11: "corrupt", 26: "not_a_database" };

/** SQLITE_BUSY and SQLITE_LOCKED. */
const LOCKED: readonly number[] = [5, 6];

/** What an exception of SQLite or of the file system means. */
export function failureOf(thrown: unknown): Failure {
	const code = Number(fieldOf(thrown, "errcode")) & 0xff;
	const broken = BROKEN[code];
	if (broken !== undefined) return { kind: "broken", cause: broken };
	return { kind: LOCKED.includes(code) ? "locked" : "unavailable", cause: causeOf(thrown) };
}

/** Short and without paths: `database or disk is full`, `ENOSPC`. */
export const causeOf = (thrown: unknown): string =>
	String(fieldOf(thrown, "errstr") ?? fieldOf(thrown, "code") ?? fieldOf(thrown, "message") ?? thrown);
