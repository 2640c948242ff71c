import { backup, type DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { fieldOf } from "#model/untyped/untyped.ts";

/** A save waits for the copying of no more pages than this: 32 KiB. */
const PAGES_AT_ONCE = 64;
const TRIES = 50;
const BETWEEN_MS = 20;

/**
 * Makes a consistent copy of an open database while writing continues. If its first step meets a transaction, SQLite
 * reports busy, and Node fails with the code 0. Transactions last a few ms, so the copy starts again. Rejects with any
 * other exception of SQLite.
 */
export async function copyDatabase(database: DatabaseSync, path: string): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			await backup(database, path, { rate: PAGES_AT_ONCE });
			return;
		} catch (thrown) {
			if (tries === TRIES || !isBusy(thrown)) throw thrown;
		}
		await pause(BETWEEN_MS);
	}
}

/** SQLITE_OK (as Node reports it), SQLITE_BUSY and SQLITE_LOCKED. */
const BUSY: readonly unknown[] = [0, 5, 6];
const isBusy = (thrown: unknown): boolean => BUSY.includes(fieldOf(thrown, "errcode"));
