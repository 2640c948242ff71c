import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryPort } from "../memory-port.ts";
import { openPty, type Pty } from "../pty.ts";
import type { ModbusUnit } from "./unit.ts";

/** What the line does with an answer. `answer` is the frame that a good unit would send now. */
export type Mischief = (answer: Uint8Array, line: { say(bytes: Uint8Array): void; request: Uint8Array }) => void;

/**
 * A serial line with units, on a pseudo-terminal. `path` stays the same when its adapter is plugged in again. In memory it is for
 * tests whose time is their own.
 */
export class SerialLine {
	readonly path: string;
	readonly units = new Map<number, ModbusUnit>();
	/** Every request as it came, as hex. */
	readonly heard: string[] = [];
	/** Sends the answer in good order unless it is replaced. */
	mischief: Mischief = (answer, { say }) => say(answer);
	/** The adapter hears what it sends, whoever answers. */
	echoes = false;
	readonly #folder = mkdtempSync(join(tmpdir(), "modbus-"));
	readonly #memory: MemoryPort | undefined;
	#pty: Pty | undefined;
	#input = new Uint8Array();

	constructor(units: Readonly<Record<number, ModbusUnit>>, { memory = false } = {}) {
		this.path = join(this.#folder, "usb-FTDI_FT232R_USB_UART_A9-if00-port0");
		for (const [unit, is] of Object.entries(units)) this.units.set(Number(unit), is);
		if (memory) this.#memory = new MemoryPort(this.path, (bytes) => this.#listen(bytes));
		this.plug();
	}

	/** Opens a line in memory. */
	get connect(): MemoryPort["connect"] | undefined {
		return this.#memory?.connect;
	}

	plug(): void {
		this.#input = new Uint8Array();
		if (this.#memory) {
			this.#memory.plugged = true;
			return;
		}
		this.#pty = openPty(this.path);
		this.#pty.onData((bytes) => this.#listen(bytes));
	}

	unplug(): void {
		this.#memory?.unplug();
		this.#pty?.unplug();
		this.#pty = undefined;
	}

	say(bytes: Uint8Array): void {
		this.#pty?.write(bytes);
		this.#memory?.say(bytes);
	}

	close(): void {
		this.unplug();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#listen(bytes: Uint8Array): void {
		this.#input = Uint8Array.of(...this.#input, ...bytes);
		for (let length = lengthOf(this.#input); length <= this.#input.length; length = lengthOf(this.#input)) {
			const frame = this.#input.slice(0, length);
			this.#input = this.#input.slice(length);
			this.#take(frame);
		}
	}

	#take(frame: Uint8Array): void {
		this.heard.push(hexOf(frame));
		if (this.echoes) this.say(frame);
		const unit = this.units.get(frame[0] ?? 0);
		if (unit === undefined || !isGood(frame)) return;
		const answer = framed(frame[0] ?? 0, unit.answer(frame.subarray(1, -2)));
		this.mischief(answer, { say: (said) => this.say(said), request: frame });
	}
}

/** Of a request; more than there is while it cannot be known. */
function lengthOf(input: Uint8Array): number {
	const [, code = 0] = input;
	if (input.length < 2) return Number.POSITIVE_INFINITY;
	if (code === 15 || code === 16) return input.length < 7 ? Number.POSITIVE_INFINITY : 9 + (input[6] ?? 0);
	return 8;
}

/** As in the standard's appendix, apart from the driver's own. */
function checksum(bytes: Uint8Array): number {
	return bytes.reduce((sum, byte) => {
		let crc = sum ^ byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xa001 : 0);
		return crc;
	}, 0xffff);
}
export function framed(unit: number, pdu: Uint8Array): Uint8Array {
	const body = Uint8Array.of(unit, ...pdu);
	const sum = checksum(body);
	return Uint8Array.of(...body, sum & 0xff, sum >> 8);
}
const isGood = (frame: Uint8Array) => checksum(frame) === 0;
export const hexOf = (bytes: Uint8Array) =>
	Buffer.from(bytes)
		.toString("hex")
		.toUpperCase()
		.replace(/..(?!$)/g, "$& ");
