import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { toDisk } from "#files/replace.ts";
import { causeOf } from "./database.ts";
import { DRAFT_FILE, STORE_FILE } from "./files/files.ts";
import { INSTALLATION_ID_FILE } from "./files/installation-id.ts";
import { removeDatabase } from "./files/set-aside.ts";

/** What a backup says of itself. */
export interface About {
	/** ISO 8601, UTC. */
	readonly made: string;
	/** Of the app that made it. */
	readonly version: string;
}

/** What a backup carries beside the tables of the store, by name. */
export type Carried = ReadonlyMap<string, string>;

const ORIGIN = "origin";

/**
 * Makes of the copied database in the draft file a backup at `path`: with what says where it comes from and the
 * installation id in it, verified, in one file that only its owner may read, whole or not there at all. It holds no secret.
 * @returns the cause where that failed; then no draft is left
 */
export function sealBackup(folder: string, path: string, about: About): string | undefined {
	const draft = join(folder, DRAFT_FILE);
	try {
		chmodSync(draft, 0o600);
		const flaw = sealed(draft, carriedFrom(folder, about));
		if (flaw !== undefined) return flaw;
		putInPlace(draft, path);
		return undefined;
	} catch (thrown) {
		return causeOf(thrown);
	} finally {
		clearDraft(folder);
	}
}

/** A broken-off backup leaves its draft. */
export const clearDraft = (folder: string): void => removeDatabase(join(folder, DRAFT_FILE));

function carriedFrom(folder: string, { made, version }: About): Carried {
	const id = join(folder, INSTALLATION_ID_FILE);
	return new Map([
		["made", made],
		["version", version],
		[ORIGIN, identityOf(join(folder, STORE_FILE)) ?? ""],
		...(existsSync(id) ? [[INSTALLATION_ID_FILE, readFileSync(id, "utf8").trim()] as const] : []),
	]);
}

function sealed(draft: string, carried: Carried): string | undefined {
	const database = new DatabaseSync(draft);
	try {
		// Without a log beside it, as only this one file is taken along.
		database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
		database.exec("CREATE TABLE carried (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT");
		const put = database.prepare("INSERT INTO carried VALUES (?, ?)");
		for (const [name, content] of carried) put.run(name, content);
		database.exec("COMMIT");
		return integrity(database);
	} finally {
		database.close();
	}
}

/** Undefined where every page of it is sound. */
export function integrity(database: DatabaseSync): string | undefined {
	return database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"] === "ok" ? undefined : "corrupt";
}

export const carriedIn = (database: DatabaseSync): Carried =>
	database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'carried'").get() === undefined
		? new Map()
		: new Map(
				database
					.prepare("SELECT name, content FROM carried")
					.all()
					.map(({ name, content }) => [String(name), String(content)]),
			);

/**
 * Which file a database is, over renames and restarts, but not over a copy: so a backup that lies beside the very file it
 * was made of is a left-over, and beside any other it was brought back.
 */
export function identityOf(path: string): string | undefined {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	return found === undefined ? undefined : `${found.ino} ${found.birthtimeNs}`;
}

export const isOrigin = (carried: Carried, path: string): boolean =>
	carried.get(ORIGIN) !== undefined && carried.get(ORIGIN) === identityOf(path);

/** By a rename if it can be, by a copy beside the target and a rename where the target is on another disk. */
function putInPlace(from: string, to: string): void {
	const beside = `${to}.new`;
	if (beside !== from) {
		copyFileSync(from, beside);
		chmodSync(beside, 0o600);
	}
	try {
		toDisk(beside);
		renameSync(beside, to);
		toDisk(dirname(to));
	} catch (thrown) {
		rmSync(beside, { force: true });
		throw thrown;
	}
}
