import { statSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";

/** Name in the data folder: when a proof last logged in as the app itself. */
export const OWN_VISIT_FILE = "own-visit";

/** Records a login with the app's own name. A folder that cannot be written only loses the record. */
export function noteVisit(folder: string, now: Date): void {
	// Replaced instead of written in place: `check` by root must not leave a file that the app's user cannot write.
	// Without the record the app may take its own audit for another client.
	caught(() => replaceFile(join(folder, OWN_VISIT_FILE), `${now.toISOString()}\n`, false), undefined);
}

/** Whether a proof from this folder has just logged in as the app, which may have disconnected the app. */
export const visitedJustNow = (folder: string, now: () => number = Date.now): boolean =>
	caught(() => Math.abs(now() - statSync(join(folder, OWN_VISIT_FILE)).mtimeMs) <= JUST_NOW * 1000, false);

/** Seconds. A proof waits less than this for an answer. */
const JUST_NOW = 10;
