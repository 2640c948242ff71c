import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { caught } from "#model/untyped/caught.ts";
import { codeOf } from "#model/untyped/error-code.ts";

/**
 * Makes a folder and those above it, only for its owner. True if it was missing. Throws what the file system throws. Node's
 * own recursive mkdir never ends where a folder is there and still gives ENOENT for what is to be made in it, as /proc does,
 * an automounter without its server, and a removed working folder.
 */
export function makeFolder(path: string, mode = 0o700): boolean {
	try {
		mkdirSync(path, { mode });
		return true;
	} catch (failed) {
		if (isFolder(path)) return false;
		const above = dirname(path);
		if (codeOf(failed) !== "ENOENT" || above === path || isFolder(above)) throw failed;
		makeFolder(above, mode);
		return makeFolder(path, mode);
	}
}

const isFolder = (path: string): boolean => caught(() => statSync(path).isDirectory(), false);
