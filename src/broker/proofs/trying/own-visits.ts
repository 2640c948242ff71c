import { statSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { caught } from "#model/untyped/caught.ts";

/** In the data folder: when a proof last logged in as the app itself. */
export const OWN_VISIT_FILE = "own-visit";

/** A login in the app's own name goes out. A folder that cannot be written costs the note, never the proof. */
export function noteVisit(folder: string, now: Date): void {
	// Not written in place: `check` by root must not leave a file that the app's user cannot renew.
	// Where it cannot be written, the app may take its own audit for somebody else.
	caught(() => replaceFile(join(folder, OWN_VISIT_FILE), `${now.toISOString()}\n`, false), undefined);
}

/** Whether a proof from this folder logged in as the app just now: it may have thrown the app out. */
export const visitedJustNow = (folder: string, now: () => number = Date.now): boolean =>
	caught(() => Math.abs(now() - statSync(join(folder, OWN_VISIT_FILE)).mtimeMs) <= JUST_NOW * 1000, false);

/** Seconds; a proof that waits for an answer takes less. */
const JUST_NOW = 10;
