import type { DatabaseSync } from "node:sqlite";
import { ENERGY_TABLES } from "./history/energy-days.ts";
import { HISTORY_TABLES, SWITCH_INDEX } from "./history/history.ts";
import { HOUR_TABLES } from "./history/hours.ts";
import { REASON_TABLES } from "./history/reasons.ts";
import { TRAIL_TABLES } from "./trail/audit-trail.ts";

/** "SOLH". SQLite files carry such an id of their application. */
export const APPLICATION_ID = 0x534f4c48;

/**
 * The oldest schema whose app can read and write a file of this schema without harm. Raise it to the number of the step
 * that changes or removes something older apps use. A step that only adds leaves it.
 */
const COMPATIBLE_SINCE = 2;

/**
 * The steps of the schema. `user_version` counts how many a file has had. Steps are only ever added, because files of every
 * age exist.
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
	ENERGY_TABLES,
	HOUR_TABLES,
	REASON_TABLES,
	SWITCH_INDEX,
];

/** Brings a file from `version` to the newest schema, all or nothing. */
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
 * Whether this app may use a file with `version` steps. A file of a newer app says itself whether an older app may use it.
 * It is then used as it is, and the newer data stay.
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
