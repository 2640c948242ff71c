import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

export interface Following {
	/** Starts with the first line. Otherwise only new lines are read. */
	readonly from_start?: boolean;
	/** Waits between two checks, and ends early with the signal. Half a second by default. */
	readonly wait?: (signal: AbortSignal) => Promise<void>;
	readonly signal: AbortSignal;
	/** Called with earlier lines, if they are recent. */
	readonly before?: (line: string) => void;
	/** Called when the file is missing, and when it is back. */
	readonly state?: (there: boolean) => void;
}

/** Longer lines are cut. No broker writes them. */
const LONGEST = 64 * 1024;
const CHUNK = 64 * 1024;
/** ms */
const PACE = 500;
/** Bytes of earlier content that are read. */
const BEFORE = 8 * 1024 * 1024;
/** Bytes before the reading position that identify the log: about a line with its time. */
const SEEN = 256;

/**
 * Follows a file that another program writes and gives its lines without line ends. Handles rotation by renaming and
 * truncating, and a missing file. Invalid UTF-8 becomes U+FFFD. Ends with the signal.
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
				// A failing disk, a lost server, a folder: it is retried, and does not count as read meanwhile.
				await log.close();
				say(false);
			}
			if (!again) await wait(signal);
		}
	} finally {
		await log.close();
	}
}

/**
 * The followed file. Reads throw what the file system throws. After `close` it continues at its position in the same file.
 */
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

	/** Whether the file exists. At `first`, its content is skipped and passed to `before`. */
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
		// Truncated, and perhaps written again: all content is new.
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

	/** The bytes before the reading position. */
	async #before(file: FileHandle): Promise<Buffer> {
		const length = Math.min(SEEN, this.#offset);
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, this.#offset - length);
		return buffer.subarray(0, bytesRead);
	}

	/** Whether the name now belongs to another file, or to none. Call this before the last read. */
	async renamed(): Promise<boolean> {
		return (await stat(this.#path).catch(() => undefined))?.ino !== this.#ino;
	}

	/** Finishes with the file. Gives the beginning of an incomplete last line. */
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

/** Opened only if it is a regular file, because a pipe would block the reader. */
async function regular(path: string): Promise<FileHandle | undefined> {
	const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
	if (file === undefined || (await file.stat()).isFile()) return file;
	await file.close();
	return undefined;
}

const halfASecond = (signal: AbortSignal): Promise<void> => pause(PACE, undefined, { signal }).catch(() => undefined);

/** All lines of a file. Throws what the file system throws. */
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

/** Existing content, line by line. */
async function past(file: FileHandle, until: number, tell: (line: string) => void, cut: Lines): Promise<void> {
	const from = Math.max(0, until - BEFORE);
	// The first line is incomplete unless the file is read from its start.
	let whole = from === 0;
	cut.rest = "";
	for await (const { text } of textFrom(file, from, until)) {
		const lines = cut.take(text);
		for (const line of whole ? lines : lines.slice(1)) tell(line);
		whole ||= lines.length > 0;
	}
}

/** Splits text into lines without line ends. `rest` is the beginning of an incomplete line. */
class Lines {
	rest = "";

	take(text: string): readonly string[] {
		const lines = `${this.rest}${text}`.split("\n");
		this.rest = (lines.pop() ?? "").slice(0, LONGEST);
		return lines.map((line) => line.slice(0, LONGEST).replace(/\r$/, ""));
	}
}

/** Reads to the end in pieces that do not split a character. */
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
		// An incomplete character is read again with its rest.
		const whole = bytesRead - partial(buffer.subarray(0, bytesRead));
		if (whole === 0) return;
		at += whole;
		yield { text: decoder.decode(buffer.subarray(0, whole)), bytes: whole };
	}
}

/** Number of bytes at the end that belong to an incomplete character (RFC 3629). */
function partial(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if ((byte & 0xc0) === 0x80) continue;
		const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return needs > back ? back : 0;
	}
	return 0;
}
