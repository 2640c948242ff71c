import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { errorCode } from "#model/untyped/error-code.ts";
import { rowsIn } from "./database.ts";
import type { Rows } from "./rows.ts";

/** Whether there is a file that may hold something: also where the system does not let us look. */
export function mayHold(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch (thrown) {
		const code = errorCode(thrown);
		return code !== "ENOENT" && code !== "ENOTDIR";
	}
}

/**
 * What a database holds that cannot be opened where it is: on a disk that became read-only or is full. It is read through
 * a copy, with its log. Undefined where that fails too. Not for a file that another process is writing.
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
