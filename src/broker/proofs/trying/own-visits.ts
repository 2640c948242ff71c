import { statSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";

/** In the data folder: when a proof last logged in as the app itself. */
export const OWN_VISIT_FILE = "own-visit";

/** A login in the app's own name goes out. A folder that cannot be written costs the note, never the proof. */
export function noteVisit(folder: string, now: Date): void {
	try {
		// Not written in place: `check` by root must not leave a file that the app's user cannot renew.
		replaceFile(join(folder, OWN_VISIT_FILE), `${now.toISOString()}\n`, false);
	} catch {
		// The app may then take its own audit for somebody else.
	}
}

/** Whether a proof from this folder logged in as the app just now: it may have thrown the app out. */
export function visitedJustNow(folder: string, now: () => number = Date.now): boolean {
	try {
		return Math.abs(now() - statSync(join(folder, OWN_VISIT_FILE)).mtimeMs) <= JUST_NOW * 1000;
	} catch {
		return false;
	}
}

/** Seconds; a proof that waits for an answer takes less. */
const JUST_NOW = 10;
