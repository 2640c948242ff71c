import { backup, type DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { fieldOf } from "#model/untyped/untyped.ts";

/** A turn that has to save waits for no more than the copying of these: 32 KiB. */
const PAGES_AT_ONCE = 64;
const TRIES = 50;
const BETWEEN_MS = 20;

/**
 * A consistent copy of an open database, made while writing goes on.
 *
 * Where its first step falls into a transaction that is being written, SQLite says busy, and Node gives up with an error
 * whose code is 0: such a transaction lasts a few ms, so it is begun again. Rejects with what SQLite throws else.
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

/** SQLITE_OK, as Node has it, SQLITE_BUSY and SQLITE_LOCKED. */
const BUSY: readonly unknown[] = [0, 5, 6];
const isBusy = (thrown: unknown): boolean => BUSY.includes(fieldOf(thrown, "errcode"));
