import type { DatabaseSync } from "node:sqlite";
import { HISTORY_TABLES } from "./history/history.ts";
import { TRAIL_TABLES } from "./trail/audit-trail.ts";

/** "SOLH": how SQLite files say whose they are. */
export const APPLICATION_ID = 0x534f4c48;

/**
 * The oldest schema whose app still reads and writes a file of this one without harm. Raise it, to the number of the step
 * that did it, only where a step changes or removes what older apps use; a step that merely adds leaves it as it is.
 */
const COMPATIBLE_SINCE = 2;

/**
 * How the schema came to be, a step each: the file's `user_version` says how many of them it has had. Steps are only
 * ever added, as files of every age are out there.
 */
export const MIGRATIONS: readonly string[] = [
	`CREATE TABLE kept (
		part TEXT NOT NULL,
		id TEXT NOT NULL,
		value TEXT NOT NULL,
		PRIMARY KEY (part, id)
	) STRICT, WITHOUT ROWID`,
	`${HISTORY_TABLES};
	CREATE TABLE compatible (since INTEGER NOT NULL) STRICT;
	INSERT INTO compatible VALUES (${COMPATIBLE_SINCE})`,
	TRAIL_TABLES,
	`CREATE TABLE generation (n INTEGER NOT NULL) STRICT;
	INSERT INTO generation VALUES (0)`,
];

/** Brings the file from `version` to the newest schema, all or nothing. */
export function migrate(database: DatabaseSync, version: number, steps = MIGRATIONS, since = COMPATIBLE_SINCE): void {
	if (version >= steps.length) return;
	database.exec("BEGIN IMMEDIATE");
	for (const step of steps.slice(version)) database.exec(step);
	database.exec(`UPDATE compatible SET since = ${since}`);
	database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
	database.exec(`PRAGMA user_version = ${steps.length}`);
	database.exec("COMMIT");
}

/**
 * Whether this app may use a file that is `version` steps old. One of a newer app says itself whether an older one does it
 * no harm; then it is used as it is, and what only the newer one knows stays in it.
 */
export function usable(database: DatabaseSync, version: number, known = MIGRATIONS.length): boolean {
	if (version <= known) return true;
	try {
		const since = database.prepare("SELECT since FROM compatible").get()?.["since"];
		return typeof since === "number" && since <= known;
	} catch {
		return false;
	}
}
