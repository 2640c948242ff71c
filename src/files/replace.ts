import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Replaces a file of ours with one that only its owner may read. It is atomic, even in a power cut: the name changes only
 * once the bytes are on the disk (fsync(2) of file and folder). The new file is created beside the old one, so other users
 * can never open it. Throws what the file system throws. The old file then stays, unless the folder's fsync failed: then
 * the new file is in place and may be lost in a power cut. If two processes replace it at once, one may throw.
 * @param lasting false for a file that need not survive a power cut, which saves writes
 */
export function replaceFile(path: string, text: string, lasting = true): void {
	const fresh = `${path}.new`;
	rmSync(fresh, { force: true });
	try {
		const file = openSync(fresh, "wx", 0o600);
		try {
			writeFileSync(file, text);
			if (lasting) fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(fresh, path);
	} catch (failed) {
		rmSync(fresh, { force: true });
		throw failed;
	}
	if (lasting) toDisk(dirname(path));
}

/** A file's bytes, or a folder's names, are on the disk when this returns. */
export function toDisk(path: string): void {
	const file = openSync(path, "r");
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
