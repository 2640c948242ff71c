import {
	closeSync,
	fchmodSync,
	fchownSync,
	fstatSync,
	fsyncSync,
	lstatSync,
	openSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { caught } from "#model/untyped/caught.ts";

/**
 * Replaces a file of ours with one that only its owner may read. It is atomic, even in a power cut: the name changes only
 * once the bytes are on the disk (fsync(2) of file and folder). The new file is created beside the old one, so other users
 * can never open it. Throws what the file system throws. The old file then stays, unless the folder's fsync failed: then
 * the new file is in place and may be lost in a power cut. If two replace it at once, each writes a file of its own, and the
 * last one stays.
 * @param lasting false for a file that need not survive a power cut, which saves writes
 * @param like whose owner and mode it gets, in place of ours
 */
export function replaceFile(path: string, text: string, lasting = true, like?: Stats): void {
	const fresh = `${path}.new-${unlikelyTaken()}`;
	try {
		const file = openSync(fresh, "wx", 0o600);
		try {
			if (like !== undefined) belongAs(file, like);
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
	sweep(path);
	if (lasting) toDisk(dirname(path));
}

/** Replaces a file of a person's: it keeps its owner and its mode, and where it is a link, so does the link. Otherwise as `replaceFile`. */
export function replaceKept(path: string, text: string): void {
	const real = realpathSync(path);
	replaceFile(real, text, true, statSync(real));
}

function belongAs(file: number, { uid, gid, mode }: Stats): void {
	const now = fstatSync(file);
	if (now.uid !== uid || now.gid !== gid) fchownSync(file, uid, gid);
	fchmodSync(file, mode & 0o7777);
}

/** Twelve hex digits. `wx` refuses a name that is taken, so they need not be secret; `node:crypto` takes a start 3 ms. */
const unlikelyTaken = () =>
	Math.floor(Math.random() * 16 ** 12)
		.toString(16)
		.padStart(12, "0");

/** Files whose leavings were looked for, once in a process: only one that died leaves any. */
const swept = new Set<string>();
/** ms. A younger one may belong to another process that writes it now. */
const LEFT_BEHIND = 60_000;

/** Removes incomplete files that a killed process or a power cut left. They may hold secrets. */
function sweep(path: string): void {
	if (swept.has(path)) return;
	swept.add(path);
	const name = basename(path);
	const now = caught(() => lstatSync(path).mtimeMs, 0);
	for (const left of caught(() => readdirSync(dirname(path)), [])) {
		// An older version called it `.new` alone.
		if (!left.startsWith(`${name}.new`) || !LEAVING.test(left.slice(name.length))) continue;
		const there = join(dirname(path), left);
		const found = caught(() => lstatSync(there), undefined);
		if (found === undefined || found.isDirectory() || now - found.mtimeMs < LEFT_BEHIND) continue;
		caught(() => rmSync(there, { force: true }), undefined);
	}
}
const LEAVING = /^\.new(?:-[0-9a-f]{12})?$/;

/** A file's bytes, or a folder's names, are on the disk when this returns. */
export function toDisk(path: string): void {
	const file = openSync(path, "r");
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
