import type { DatabaseSync } from "node:sqlite";

/** "SOLH": how SQLite files say whose they are. */
export const APPLICATION_ID = 0x534f4c48;

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
];

/** Brings the file from `version` to the newest schema, all or nothing. */
export function migrate(database: DatabaseSync, version: number): void {
	if (version === MIGRATIONS.length) return;
	database.exec("BEGIN IMMEDIATE");
	for (const step of MIGRATIONS.slice(version)) database.exec(step);
	database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
	database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
	database.exec("COMMIT");
}
