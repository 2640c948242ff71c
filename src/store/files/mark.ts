import { closeSync, constants, fsyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { caught } from "#model/untyped/caught.ts";
import { MARK_FILE } from "./files.ts";

/** Saves that change only counters move the mark once in so many: an SD card is spared, and few minutes go unnoticed. */
const SELDOM = 10;
const VALID = /^(\d{1,15}) ok\n$/;
/** Always as long, so that it is overwritten in place and needs no room on a disk that is full. */
const textOf = (generation: number) => `${String(generation).padStart(15, "0")} ok\n`;

/**
 * How often the database was written, in a file of its own. It is moved only after the transaction is on the disk: after a
 * power cut in between it is behind, which means nothing. A mark that is ahead means that the database is an older one, as
 * when its write-ahead log was deleted or damaged. One that cannot be read or written says nothing.
 */
export class Mark {
	readonly #path: string;
	#moved = 0;
	#generation = 0;

	constructor(database: string) {
		this.#path = join(dirname(database), MARK_FILE);
	}

	/** A database is open that was written so often by its own account. How many times fewer that is than the mark has. */
	begin(generation: number): number {
		const marked = this.#read();
		this.#generation = Math.max(this.#generation, generation, marked);
		return Math.max(0, marked - generation);
	}

	/** The number of the next transaction. */
	next(): number {
		this.#generation += 1;
		return this.#generation;
	}

	/** The transaction is on the disk. @param matters more than counters or history was written */
	move(matters: boolean): void {
		if (!matters && this.#generation - this.#moved < SELDOM) return;
		this.#moved = this.#generation;
		try {
			const file = openSync(this.#path, constants.O_WRONLY | constants.O_CREAT | constants.O_NONBLOCK, 0o600);
			try {
				writeSync(file, textOf(this.#generation), 0, "latin1");
				fsyncSync(file);
			} finally {
				closeSync(file);
			}
		} catch {
			return;
		}
	}

	/** 0 where there is none. */
	#read(): number {
		return caught(() => Number(VALID.exec(readFileSync(this.#path, "latin1"))?.[1] ?? 0), 0);
	}

	/** Before a database is put in place that is meant to be older. */
	static forget(folder: string): void {
		rmSync(join(folder, MARK_FILE), { force: true });
	}
}
