import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { I2cBus, Manner } from "./i2c.ts";

/** A glitch on the wires spoils one transfer. */
const TRIES = 3;

/**
 * The registers of one board on an I2C bus. Repeats a transfer that a glitch has spoiled. Reports `device_lost` and
 * `device_back`, with {device, fault}, once for each change.
 */
export class I2cChip {
	/** How often it came back after a loss. Its registers then have their power-on values. */
	returns = 0;
	readonly #bus: I2cBus;
	readonly #name: string;
	readonly #tell: Tell;
	#lost: Fault | undefined;

	/** @param name of the board, for people */
	constructor(bus: I2cBus, name: string, tell: Tell) {
		this.#bus = bus;
		this.#name = name;
		this.#tell = tell;
	}

	/** Why it is missing; undefined while it answers. */
	get fault(): Fault | undefined {
		return this.#lost;
	}

	/** So many bytes from a register on. */
	async read(address: number, register: number, count: number, manner: Manner = {}): Promise<Uint8Array | Fault> {
		return this.#kept(await this.#tried(address, Uint8Array.of(register), count, manner));
	}

	/**
	 * Writes from a register on, before all reads that wait.
	 * @param wanted asked right before the bytes go out, also before each repetition
	 */
	async write(
		address: number,
		register: number,
		bytes: readonly number[],
		wanted: () => boolean,
	): Promise<Fault | undefined> {
		const written = await this.#tried(address, Uint8Array.of(register, ...bytes), 0, { urgent: true, wanted });
		// What was not sent says nothing of the board.
		if ("code" in written && !wanted()) return written;
		const kept = this.#kept(written);
		return "code" in kept ? kept : undefined;
	}

	/** The same as `read` for a board that may be elsewhere: silence is no loss. */
	async look(address: number, register: number, count: number, manner: Manner = {}): Promise<Uint8Array | Fault> {
		return this.#tried(address, Uint8Array.of(register), count, manner);
	}

	/** A byte of whatever answers at this address. Sends nothing to it. */
	async plain(address: number): Promise<Uint8Array | Fault> {
		return this.#tried(address, new Uint8Array(), 1, { urgent: true });
	}

	/** It is at none of its addresses, or does not behave as itself. */
	lose(why: Fault): Fault {
		if (this.#lost?.code !== why.code)
			this.#tell(notice("warning", "device_lost", { ...why.facts, device: this.#name, fault: why.code }));
		this.#lost = why;
		return why;
	}

	/** It lost its registers, although it always answered. */
	restarted(): void {
		this.returns += 1;
	}

	#kept(result: Uint8Array | Fault): Uint8Array | Fault {
		if ("code" in result) return this.lose(fault(result.code, { board: this.#name, ...result.facts }));
		if (this.#lost !== undefined) {
			this.#tell(notice("info", "device_back", { device: this.#name, fault: this.#lost.code }));
			this.#lost = undefined;
			this.returns += 1;
		}
		return result;
	}

	async #tried(address: number, write: Uint8Array, read: number, manner: Manner): Promise<Uint8Array | Fault> {
		let result = await this.#bus.transfer(address, write, read, manner);
		for (let tries = 1; tries < TRIES && "code" in result && REPEATED.includes(result.code); tries++)
			result = await this.#bus.transfer(address, write, read, manner);
		return result;
	}
}

/** What a glitch may look like. A stuck bus has already taken a second. */
const REPEATED: readonly string[] = ["missing", "bus"];
