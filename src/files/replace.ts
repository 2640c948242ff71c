import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Replaces a file of ours by one that only its owner may read. All or nothing, even in a power cut: the name changes only
 * once the bytes are on the disk (fsync(2) of file and folder). Other users never have the new file open, because it is
 * created beside the old one. Throws as the disk does: then the old file stays, unless it was the folder's fsync that failed.
 * Then the new file is in place and may be lost in a power cut. Of two processes that replace it at once, one may throw.
 * @param lasting false for what need not outlive a power cut: it spares the disk
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
