import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

export interface Following {
	/** From its first line; otherwise only what is written from now on. */
	readonly from_start?: boolean;
	/** Passes the time between two looks, and ends early with the signal; half a second by default. */
	readonly wait?: (signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
	/** Given what was written before, if that is recent. */
	readonly before?: (line: string) => void;
	/** Something about the file itself: it is not there, or it is there again. */
	readonly state?: (there: boolean) => void;
}

/** Longer lines are cut: no broker writes them. */
const LONGEST = 64 * 1024;
const CHUNK = 64 * 1024;
/** ms */
const PACE = 500;
/** Bytes of what was before that are looked at. */
const BEFORE = 8 * 1024 * 1024;
/** Bytes before the place where it goes on, that show whether it is still the same log: a line with its time of day. */
const SEEN = 256;

/**
 * Lines of a file that another program writes, as they come, without their line ends; over rotation by renaming and by
 * truncating, and while there is no file. What is no UTF-8 becomes U+FFFD. Ends with the signal.
 */
export async function* follow(
	path: string,
	{ from_start = false, wait = halfASecond, signal, before, state }: Following,
): AsyncGenerator<string> {
	const log = new Log(path);
	let first = !from_start;
	let there: boolean | undefined;
	const say = (now: boolean) => {
		if (there !== now) state?.(now);
		there = now;
	};
	try {
		while (!signal.aborted) {
			let again = false;
			try {
				if (await log.opened(first, before)) {
					const renamed = await log.renamed();
					for await (const line of log.lines()) yield line;
					say(true);
					if (renamed) {
						const rest = await log.left();
						if (rest !== "") yield rest;
						again = await log.exists();
					}
				} else say(false);
				first = false;
			} catch {
				// A disk that fails, a server that is gone, a folder: it is tried again, and not believed to be read meanwhile.
				await log.close();
				say(false);
			}
			if (!again) await wait(signal);
		}
	} finally {
		await log.close();
	}
}

/** The file as it is followed. Its reads throw as the disk does; after `close` it goes on where it was, in the same file. */
class Log {
	readonly #path: string;
	#file: FileHandle | undefined;
	#ino: number | undefined;
	#offset = 0;
	readonly #cut = new Lines();
	#seen: Buffer = Buffer.alloc(0);

	constructor(path: string) {
		this.#path = path;
	}

	/** Whether there is one. At `first` what it has is behind us, and told to `before`. */
	async opened(first: boolean, before: ((line: string) => void) | undefined): Promise<boolean> {
		if (this.#file !== undefined) return true;
		const file = await regular(this.#path);
		if (file === undefined) return false;
		this.#file = file;
		const { ino, size } = await file.stat();
		const same = this.#ino === undefined || ino === this.#ino;
		const skip = first && same;
		this.#ino = ino;
		if (!same) this.#begin();
		if (skip && before !== undefined) await past(file, size, before, this.#cut);
		if (skip) this.#offset = size;
		if (skip || !same) this.#seen = await this.#before(file);
		return true;
	}

	async *lines(): AsyncGenerator<string> {
		const file = this.#file;
		if (file === undefined) return;
		// Truncated, and perhaps written again since: what is there is new.
		if ((await file.stat()).size < this.#offset || !(await this.#before(file)).equals(this.#seen)) this.#begin();
		for await (const text of textFrom(file, this.#offset)) {
			this.#offset += text.bytes;
			const lines = this.#cut.take(text.text);
			this.#seen = await this.#before(file);
			yield* lines;
		}
	}

	#begin(): void {
		this.#offset = 0;
		this.#cut.rest = "";
	}

	/** The bytes before the place where it goes on. */
	async #before(file: FileHandle): Promise<Buffer> {
		const length = Math.min(SEEN, this.#offset);
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, this.#offset - length);
		return buffer.subarray(0, bytesRead);
	}

	/** Whether its name belongs to another file by now, or to none. Asked before it is read to its end for the last time. */
	async renamed(): Promise<boolean> {
		return (await stat(this.#path).catch(() => undefined))?.ino !== this.#ino;
	}

	/** It is done with; the beginning of a line that has no end. */
	async left(): Promise<string> {
		const { rest } = this.#cut;
		await this.close();
		this.#begin();
		[this.#ino, this.#seen] = [undefined, Buffer.alloc(0)];
		return rest;
	}

	async exists(): Promise<boolean> {
		return (await stat(this.#path).catch(() => undefined)) !== undefined;
	}

	async close(): Promise<void> {
		const file = this.#file;
		this.#file = undefined;
		await file?.close().catch(() => undefined);
	}
}

/** Opened only where it is a file: a pipe would hold the reader until somebody writes. */
async function regular(path: string): Promise<FileHandle | undefined> {
	const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
	if (file === undefined || (await file.stat()).isFile()) return file;
	await file.close();
	return undefined;
}

const halfASecond = (signal: AbortSignal): Promise<void> => pause(PACE, undefined, { signal }).catch(() => undefined);

/** All lines of a file as it is now; throws as the disk does. */
export async function* linesIn(path: string): AsyncGenerator<string> {
	const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const cut = new Lines();
		for await (const { text } of textFrom(file, 0)) yield* cut.take(text);
		if (cut.rest !== "") yield cut.rest;
	} finally {
		await file.close();
	}
}

/** What is there already, line by line. */
async function past(file: FileHandle, until: number, tell: (line: string) => void, cut: Lines): Promise<void> {
	const from = Math.max(0, until - BEFORE);
	// What begins in the middle of a line is none.
	let whole = from === 0;
	cut.rest = "";
	for await (const { text } of textFrom(file, from, until)) {
		const lines = cut.take(text);
		for (const line of whole ? lines : lines.slice(1)) tell(line);
		whole ||= lines.length > 0;
	}
}

/** Cuts text into lines, without their ends; `rest` is the beginning of one that has no end yet. */
class Lines {
	rest = "";

	take(text: string): readonly string[] {
		const lines = `${this.rest}${text}`.split("\n");
		this.rest = (lines.pop() ?? "").slice(0, LONGEST);
		return lines.map((line) => line.slice(0, LONGEST).replace(/\r$/, ""));
	}
}

/** From there to the end, in pieces that end between two characters. */
async function* textFrom(
	file: FileHandle,
	from: number,
	until = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
	const decoder = new TextDecoder("utf-8");
	const buffer = Buffer.alloc(CHUNK);
	let at = from;
	for (;;) {
		const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK, until - at), at);
		if (bytesRead === 0) return;
		// A character that is not all there yet is read again with its rest.
		const whole = bytesRead - partial(buffer.subarray(0, bytesRead));
		if (whole === 0) return;
		at += whole;
		yield { text: decoder.decode(buffer.subarray(0, whole)), bytes: whole };
	}
}

/** How many bytes at the end begin a character whose rest is missing (RFC 3629). */
function partial(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if ((byte & 0xc0) === 0x80) continue;
		const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return needs > back ? back : 0;
	}
	return 0;
}
