import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Replaces a file by one that only its owner may read. All or nothing, even in a power cut: the name changes only once
 * the bytes are on the disk (fsync(2) of file and folder). Throws as the disk does.
 */
export function writeWhole(path: string, text: string): void {
	const fresh = `${path}.new`;
	const file = openSync(fresh, "w", 0o600);
	try {
		writeSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(fresh, path);
	const directory = openSync(dirname(path), "r");
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}
