import { closeSync, constants, fsyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { caught } from "#model/untyped/caught.ts";
import { MARK_FILE } from "./files.ts";

/**
 * Saves that only change counters update the mark once in so many. This spares an SD card; at most some minutes go
 * unnoticed.
 */
const SELDOM = 10;
const VALID = /^(\d{1,15}) ok\n$/;
/** Has a fixed length, so that it is overwritten in place and needs no room on a full disk. */
const textOf = (generation: number) => `${String(generation).padStart(15, "0")} ok\n`;

/**
 * How often the database was written, in a file of its own. It is updated after the transaction is on the disk. So after a
 * power cut it may be behind, which is fine. If it is ahead, the database is an older one, for example because its
 * write-ahead log was deleted or damaged. An unreadable mark proves nothing.
 */
export class Mark {
	readonly #path: string;
	#moved = 0;
	#generation = 0;

	constructor(database: string) {
		this.#path = join(dirname(database), MARK_FILE);
	}

	/** A database was opened. Gives how many saves it is behind the mark. */
	begin(generation: number): number {
		const marked = this.#read();
		this.#generation = Math.max(this.#generation, generation, marked);
		return Math.max(0, marked - generation);
	}

	/** The generation of the next transaction. */
	next(): number {
		this.#generation += 1;
		return this.#generation;
	}

	/**
	 * The transaction is on the disk.
	 * @param matters more than counters or history was written
	 */
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

	/** 0 without a mark. */
	#read(): number {
		return caught(() => Number(VALID.exec(readFileSync(this.#path, "latin1"))?.[1] ?? 0), 0);
	}

	/** Called before an older database is put in place on purpose. */
	static forget(folder: string): void {
		rmSync(join(folder, MARK_FILE), { force: true });
	}
}
