import { existsSync, renameSync, rmSync } from "node:fs";

/** What SQLite keeps beside a database file. The log goes first, because SQLite would apply it to the next file. */
const BESIDE = ["-wal", "-journal", "-shm"];

/** Removes a database and its side files. */
export function removeDatabase(path: string): void {
	for (const beside of [...BESIDE, ""]) rmSync(path + beside, { force: true });
}

/**
 * Renames `path` and SQLite's side files to `<path>.<why>-<n>` with the first free n. Nothing is deleted, so that a person
 * can still look at it. Gives the new path. Throws what the file system throws.
 */
export function setAside(path: string, why: "broken" | "before-restore" = "broken"): string {
	const aside = firstFree(path, why);
	for (const beside of BESIDE) if (existsSync(path + beside)) renameSync(path + beside, aside + beside);
	if (existsSync(path)) renameSync(path, aside);
	return aside;
}

function firstFree(path: string, why: string): string {
	for (let n = 1; ; n++) {
		const free = `${path}.${why}-${n}`;
		if (!existsSync(free) && !BESIDE.some((beside) => existsSync(free + beside))) return free;
	}
}

/** Whether SQLite's side files exist without their database. */
export const straysOf = (path: string): boolean =>
	!existsSync(path) && BESIDE.some((beside) => existsSync(path + beside));
