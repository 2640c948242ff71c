import { resistanceAt } from "#drivers/bus/i2c/platinum.ts";
import { Memory } from "./chips.ts";

const FLOATS = { temperatures: 0x00, resistances: 0x3b };

/**
 * An RTD board. Its two converters measure anew before each block that is read, with a flicker in the last digits. Until
 * `wire` says otherwise the inputs are open.
 */
export class Rtd extends Memory {
	/** Resistances at the terminals (ohm). */
	readonly terminals: number[] = Array.from({ length: 8 }, () => Number.POSITIVE_INFINITY);
	/** Resistance at 0 °C that the board is set to. */
	element: 100 | 1000 = 1000;
	/** Converters that have stopped. */
	dead: readonly number[] = [];
	/** Whether the firmware counts measurements. */
	counts = true;
	/** Whether values flicker, as those of a working converter do. */
	flickers = true;
	/** Called before each byte that is read: the board may write new values in between. */
	between: (register: number) => void = () => undefined;
	#flicker = 0;

	constructor() {
		super();
		this.registers.set([5, 0, 1, 13], 0x37);
		this.registers[0x20] = 38;
		this.word(0x21, 5013);
		this.#types();
		this.measure();
	}

	/** A sensor at this temperature on a channel from 1 on. */
	wire(channel: number, temperature: number, element: 100 | 1000 = this.element) {
		this.terminals[channel - 1] = resistanceAt(temperature, element);
		this.measure();
	}

	/** The jumper or command for the kind of sensors. */
	setTo(element: 100 | 1000) {
		this.element = element;
		this.#types();
	}

	/** Its processor starts again: nothing is measured yet. */
	reset() {
		this.registers.fill(0, 0, 0x20);
		this.registers.fill(0, 0x3b, 0x5b);
	}

	restarts(count: number) {
		new DataView(this.registers.buffer).setUint32(0x5b, count, true);
	}

	/** One round of both converters. */
	measure() {
		this.#flicker += 1;
		for (let i = 0; i < 8; i++) {
			if (this.dead.includes(i < 4 ? 1 : 2)) continue;
			const wired = this.terminals[i] ?? 0;
			// An open input is at the end of the range: owners read 690 °C.
			const measured = Number.isFinite(wired) ? wired + this.#noise(i) : 3.65 * this.element;
			this.float(FLOATS.resistances, i, measured);
			this.float(FLOATS.temperatures, i, (measured / this.element - 1) / 0.00385);
		}
		for (const [i, register] of [0x5f, 0x61].entries())
			this.word(register, this.counts && !this.dead.includes(i + 1) ? 18 : 0);
	}

	float(from: number, i: number, value: number) {
		new DataView(this.registers.buffer).setFloat32(from + 4 * i, value, true);
	}

	override write(bytes: readonly number[]) {
		super.write(bytes);
		this.measure();
	}

	protected override get(register: number): number {
		this.between(register);
		return super.get(register);
	}

	#noise(i: number): number {
		return this.flickers ? (((this.#flicker * 7 + i * 3) % 11) - 5) * 0.001 : 0;
	}

	#types() {
		this.registers[0x82] = this.element === 1000 ? 0x11 : 0;
	}
}
