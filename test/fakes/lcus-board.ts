import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryPort } from "./memory-port.ts";
import { openPty, type Pty } from "./pty.ts";

/** What a board hears: a frame as it came, and when (ms, monotonic). */
export interface Heard {
	readonly bytes: readonly number[];
	readonly at: number;
}

/** How this board differs from a good one. May be changed at any time. */
export interface Temper {
	/** Answers queries; the board with one relay and many clones do not. */
	answers: boolean;
	/** Relays that do not move any more. */
	stuck: readonly number[];
	/** Ignores so many set frames and then works: a board that missed something. */
	misses: number;
	/** What it says instead of a plain line for a relay. */
	spelling: (channel: number, on: boolean) => string;
	/** Sends its answer in pieces of so many bytes, a millisecond apart; 0 sends all at once. */
	pieces: number;
}

/**
 * An LCUS board with four relays on a pseudo-terminal. It keeps its relays while it has power: `unplug` drops them
 * all. `path` stays the same when it is plugged in again, as a /dev/serial/by-id link does. With `memory` it is on a port in memory,
 * for tests whose time is their own.
 */
export class LcusBoard {
	readonly path: string;
	readonly heard: Heard[] = [];
	readonly temper: Temper = { answers: true, stuck: [], misses: 0, spelling: plain, pieces: 0 };
	readonly coils: boolean[];
	readonly #folder = mkdtempSync(join(tmpdir(), "lcus-"));
	readonly #memory: MemoryPort | undefined;
	#pty: Pty | undefined;
	#input: number[] = [];

	constructor({
		relays = 4,
		plugged = true,
		memory = false,
		...temper
	}: Partial<Temper> & { relays?: number; plugged?: boolean; memory?: boolean } = {}) {
		this.path = join(this.#folder, "usb-1a86_USB_Serial-if00-port0");
		if (memory) this.#memory = new MemoryPort(this.path, (bytes) => this.#listen(bytes));
		this.coils = Array.from({ length: relays }, () => false);
		Object.assign(this.temper, temper);
		if (plugged) this.plug();
	}

	/** The set frames and queries since the last call, as hex: `A0 01 01 A2`. */
	take(): string[] {
		return this.heard.splice(0).map(({ bytes }) => bytes.map(hex).join(" "));
	}

	/** Opens a board in memory. */
	get connect(): MemoryPort["connect"] | undefined {
		return this.#memory?.connect;
	}

	plug() {
		this.#input = [];
		if (this.#memory) {
			this.#memory.plugged = true;
			return;
		}
		this.#pty = openPty(this.path);
		this.#pty.onData((bytes) => this.#listen(bytes));
	}

	unplug() {
		this.#memory?.unplug();
		this.#pty?.unplug();
		this.#pty = undefined;
		this.coils.fill(false);
	}

	/** Sends bytes without a query. */
	say(text: string) {
		this.#pty?.write(Buffer.from(text, "latin1"));
		this.#memory?.say(Buffer.from(text, "latin1"));
	}

	/** The USB adapter takes no bytes from the computer (`true`), or takes them again. */
	stall(stalled: boolean) {
		this.#pty?.stall(stalled);
	}

	close() {
		this.unplug();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#listen(bytes: Uint8Array) {
		this.#input.push(...bytes);
		while (this.#input.length > 0) {
			const length = this.#input[0] === 0xa0 ? 4 : 1;
			if (this.#input.length < length) return;
			const frame = this.#input.splice(0, length);
			this.heard.push({ bytes: frame, at: performance.now() });
			if (length === 4) this.#set(frame);
			else if (frame[0] === 0xff && this.temper.answers) this.#answer();
		}
	}

	#set([start = 0, channel = 0, state = 0, sum = 0]: number[]) {
		if (((start + channel + state) & 0xff) !== sum || state > 1 || channel < 1 || channel > this.coils.length) return;
		if (this.temper.misses-- > 0) return;
		if (!this.temper.stuck.includes(channel)) this.coils[channel - 1] = state === 1;
	}

	#answer() {
		const text = this.coils.map((on, index) => this.temper.spelling(index + 1, on)).join("");
		const { pieces } = this.temper;
		if (pieces === 0) return this.say(text);
		for (let at = 0; at < text.length; at += pieces)
			setTimeout(() => this.say(text.slice(at, at + pieces)), at / pieces);
	}
}

/** As the maker's firmware writes it: a blank after ON, none after OFF. */
const plain = (channel: number, on: boolean) => `CH${channel}: ${on ? "ON " : "OFF"}\r\n`;
const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, "0");
