import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { errorCode } from "#model/untyped/error-code.ts";
import { rowsIn } from "./database.ts";
import type { Rows } from "./rows.ts";

/** Whether there is a file, or may be one where the system does not let us look. */
export function mayHold(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch (thrown) {
		const code = errorCode(thrown);
		return code !== "ENOENT" && code !== "ENOTDIR";
	}
}

/**
 * The rows of a database that cannot be opened in place, because the disk is read-only or full. Reads a copy, with its log.
 * Undefined if that fails too. Not for a file that another process is writing.
 */
export function rowsBeside(path: string): Rows | undefined {
	let folder: string | undefined;
	try {
		folder = mkdtempSync(join(tmpdir(), "solar-heating-"));
		const copy = join(folder, basename(path));
		for (const beside of ["", "-wal"]) if (existsSync(path + beside)) copyFileSync(path + beside, copy + beside);
		const database = new DatabaseSync(copy);
		try {
			return rowsIn(database);
		} finally {
			database.close();
		}
	} catch {
		return undefined;
	} finally {
		if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
	}
}
