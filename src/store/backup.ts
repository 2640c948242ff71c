import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { toDisk } from "#files/replace.ts";
import { causeOf } from "./database.ts";
import { DRAFT_FILE, STORE_FILE } from "./files/files.ts";
import { INSTALLATION_ID_FILE } from "./files/installation-id.ts";
import { removeDatabase } from "./files/set-aside.ts";

/** Description of a backup. */
export interface About {
	/** ISO 8601, UTC. */
	readonly made: string;
	/** Version of the app that made it. */
	readonly version: string;
}

/** What a backup holds besides the tables of the store, by name. */
export type Carried = ReadonlyMap<string, string>;

const ORIGIN = "origin";

/**
 * Turns the copied database in the draft file into a backup at `path`. Adds its description and the installation id, and
 * verifies it. Only its owner may read the file; it appears complete or not at all. It holds no secret.
 * @returns the cause if that failed; then no draft is left
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

/** An interrupted backup leaves its draft. */
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
		// Without a log beside it, because only this file is copied.
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

/** Undefined if every page is sound. */
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
 * Identifies the file of a database. It survives renames and restarts, but not a copy. So a backup beside the very file it
 * was made of was left over; beside any other file it was restored.
 */
function identityOf(path: string): string | undefined {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	return found === undefined ? undefined : `${found.ino} ${found.birthtimeNs}`;
}

export const isOrigin = (carried: Carried, path: string): boolean =>
	carried.get(ORIGIN) !== undefined && carried.get(ORIGIN) === identityOf(path);

/** Renames where possible. On another disk it copies beside the target and renames. */
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
