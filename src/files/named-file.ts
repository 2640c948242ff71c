import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { open } from "node:fs/promises";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";

/** Bytes. All certificates of a Linux system are 0.2 MB. Files written by hand are smaller. */
export const MOST = 1024 * 1024;

/** The system's error code, or one of these two. */
interface Unreadable extends Error {
	readonly code: "NOT_A_FILE" | "TOO_LARGE";
}
const unreadable = (code: Unreadable["code"], path: string): Unreadable =>
	Object.assign(new Error(`${code}: ${path}`), { code });

/**
 * The text (UTF-8) of a file whose path a person gave. The path may name anything: a pipe without a writer would block the
 * whole process, `/dev/zero` would fill its memory. So the file is opened without blocking, must be regular, and is read up
 * to `most` bytes. Throws what the file system throws, or an error with the code `NOT_A_FILE` or `TOO_LARGE`.
 */
export function textOfFile(path: string, most = MOST): string {
	const file = openSync(path, FLAGS);
	try {
		check(fstatSync(file), most, path);
		return readUpTo(file, most, path);
	} finally {
		closeSync(file);
	}
}

/** The same without blocking the process, for a disk that may hang. */
export async function textOfFileLater(path: string, most = MOST): Promise<string> {
	const file = await open(path, FLAGS);
	try {
		check(await file.stat(), most, path);
		const pieces: Buffer[] = [];
		let length = 0;
		for (;;) {
			const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024));
			if (bytesRead === 0) return Buffer.concat(pieces, length).toString("utf8");
			pieces.push(buffer.subarray(0, bytesRead));
			length += bytesRead;
			if (length > most) throw unreadable("TOO_LARGE", path);
		}
	} finally {
		await file.close();
	}
}

const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

function check(found: Stats, most: number, path: string): void {
	if (!found.isFile()) throw unreadable("NOT_A_FILE", path);
	if (found.size > most) throw unreadable("TOO_LARGE", path);
}

/** The size is not trusted: it is 0 in /proc, and a file may grow while it is read. */
function readUpTo(file: number, most: number, path: string): string {
	const pieces: Buffer[] = [];
	let length = 0;
	for (;;) {
		const piece = Buffer.alloc(64 * 1024);
		const read = readSync(file, piece);
		if (read === 0) return Buffer.concat(pieces, length).toString("utf8");
		pieces.push(piece.subarray(0, read));
		length += read;
		if (length > most) throw unreadable("TOO_LARGE", path);
	}
}

/** The remedy to show when a file could not be read. */
export function fileRemedy(failed: unknown): Sentence {
	const code = codeOf(failed);
	switch (code) {
		case "ENOENT":
			return mend("no_such_file");
		case "NOT_A_FILE":
		case "EISDIR":
		case "ENXIO":
			return mend("not_a_file");
		case "TOO_LARGE":
			return mend("file_too_large", { most: `${MOST / 1024 / 1024} MiB` });
		default:
			return mend("file_unreadable", { cause: code });
	}
}
