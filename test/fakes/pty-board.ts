import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryPort } from "./memory-port.ts";
import { openPty, type Pty } from "./pty.ts";

/** How a board differs from a good one. May be changed at any time. */
export interface Faults {
	/** Answers questions. */
	answers: boolean;
	/** Relays that do not move any more, from 1. */
	stuck: readonly number[];
	/** Ignores so many commands and then works. */
	misses: number;
	/** Sends its answers in pieces of so many bytes, a millisecond apart; 0 sends all at once. */
	pieces: number;
	/** Milliseconds before it answers. */
	late: number;
	/** Said before each answer: noise, an echo, what is left of another answer. */
	before: string;
	/** Only so many characters of each answer. */
	cut: number;
	/** Acknowledges commands, where boards of its kind may. */
	takes: boolean;
	/** Answers one question about all relays, where boards of its kind may. */
	all: boolean;
}

export interface BoardOf extends Partial<Faults> {
	readonly relays: number;
	readonly plugged?: boolean;
	/** It is on a port in memory, for tests whose time is their own. */
	readonly memory?: boolean;
}

/**
 * A relay board on a pseudo-terminal, whatever its language. It keeps its relays while it has power: `unplug` drops them all.
 * `path` stays the same when it is plugged in again, as a /dev/serial/by-id link does.
 */
export abstract class PtyBoard {
	readonly path: string;
	readonly coils: boolean[];
	readonly faults: Faults = {
		...{ answers: true, takes: true, all: true },
		...{ stuck: [], misses: 0, pieces: 0, late: 0, before: "", cut: Number.POSITIVE_INFINITY },
	};
	/** Commands and questions, as the board understood them. */
	readonly heard: string[] = [];
	/** Bytes that are no whole command yet, a character for each. */
	protected input = "";
	readonly #folder = mkdtempSync(join(tmpdir(), "board-"));
	readonly #memory: MemoryPort | undefined;
	#pty: Pty | undefined;

	constructor({ relays, plugged = true, memory = false, ...faults }: BoardOf) {
		this.path = join(this.#folder, "usb-board-if00");
		if (memory) this.#memory = new MemoryPort(this.path, (bytes) => this.#hear(bytes));
		this.coils = Array.from({ length: relays }, () => false);
		Object.assign(this.faults, faults);
		if (plugged) this.plug();
	}

	/** Opens a board in memory. */
	get connect(): MemoryPort["connect"] | undefined {
		return this.#memory?.connect;
	}

	plug() {
		this.input = "";
		if (this.#memory) {
			this.#memory.plugged = true;
			return;
		}
		this.#pty = openPty(this.path);
		this.#pty.onData((bytes) => this.#hear(bytes));
	}

	#hear(bytes: Uint8Array) {
		this.input += Buffer.from(bytes).toString("latin1");
		this.listen();
	}

	unplug() {
		this.#memory?.unplug();
		this.#pty?.unplug();
		this.#pty = undefined;
		this.coils.fill(false);
	}

	/** The USB adapter takes no bytes from the computer (`true`), or takes them again. */
	stall(stalled: boolean) {
		this.#pty?.stall(stalled);
	}

	close() {
		this.unplug();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** What was heard since the last call. */
	take(): string[] {
		return this.heard.splice(0);
	}

	/** Half a command that another program, or a killed one, left in the board. */
	half(command: string) {
		this.input = command;
	}

	/** Sends bytes, a character for each. */
	say(text: string) {
		this.#pty?.write(Buffer.from(text, "latin1"));
		this.#memory?.say(Buffer.from(text, "latin1"));
	}

	/** Takes whole commands off the input. */
	protected abstract listen(): void;

	protected set(relay: number, on: boolean): boolean {
		if (relay < 1 || relay > this.coils.length || this.faults.misses-- > 0) return false;
		if (!this.faults.stuck.includes(relay)) this.coils[relay - 1] = on;
		return true;
	}

	protected answer(text: string) {
		const { answers, late, pieces, before, cut } = this.faults;
		if (!answers) return;
		const said = `${before}${text}`.slice(0, cut);
		const parts = pieces === 0 ? [said] : said.match(new RegExp(`[^]{1,${pieces}}`, "g"));
		for (const [at, part] of (parts ?? []).entries())
			if (late + at === 0) this.say(part);
			else setTimeout(() => this.say(part), late + at);
	}
}

export const hex = (bytes: Iterable<number>) =>
	[...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
