import type { Chip } from "./bus.ts";

/** An expander chip with eight pins (PCA9534): INPUT, OUTPUT, POLARITY, CONFIG. The register does not advance. */
export class Expander implements Chip {
	output = 0xff;
	polarity = 0;
	config = 0xff;
	/** What stands at pins that are inputs. */
	outside = 0x0f;
	/** Pins that cannot be driven high: a short circuit, or no supply for the relays. */
	heldLow = 0;
	/** Every state of the relays that was seen at the pins, also for a moment. */
	readonly seen: number[] = [];
	#register = 0;

	write([register = 0, ...values]: readonly number[]) {
		this.#register = register & 3;
		for (const value of values) {
			if (this.#register === 1) this.output = value;
			if (this.#register === 2) this.polarity = value;
			if (this.#register === 3) this.config = value;
			this.seen.push(this.driven);
		}
	}

	read(count: number) {
		const value = [this.pins ^ this.polarity, this.output, this.polarity, this.config][this.#register] ?? 0;
		return Array.from({ length: count }, () => value);
	}

	/** Pins at which the chip holds a relay. */
	get driven(): number {
		return this.output & ~this.config & ~this.heldLow & 0xff;
	}

	get pins(): number {
		return this.driven | (this.outside & this.config);
	}

	/** Its supply was interrupted. */
	reset() {
		this.output = 0xff;
		this.config = 0xff;
		this.polarity = 0;
	}
}

/** A board with a processor: 256 registers, of which writing begins anywhere and reading advances. */
export class Memory implements Chip {
	readonly registers = new Uint8Array(256);
	#register = 0;

	write([register = 0, ...values]: readonly number[]) {
		this.#register = register;
		for (const [i, value] of values.entries()) this.set(register + i, value);
	}

	read(count: number): readonly number[] {
		return Array.from({ length: count }, (_, i) => this.get((this.#register + i) & 0xff));
	}

	protected set(register: number, value: number) {
		this.registers[register & 0xff] = value;
	}

	protected get(register: number): number {
		return this.registers[register] ?? 0;
	}

	protected word(register: number, value: number) {
		this.registers[register] = value & 0xff;
		this.registers[register + 1] = value >> 8;
	}
}

/** 16 relays behind a processor that plays an expander chip of 16 pins: INPUT, OUTPUT, POLARITY, CONFIG of two bytes. */
export class Sixteen extends Memory {
	/** Every state of the relays. */
	readonly seen: number[] = [];

	constructor() {
		super();
		this.registers.set([0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
		this.registers.set([3, 0, 1, 4], 0xab);
	}

	get driven(): number {
		const at = (register: number) => (this.registers[register] ?? 0) | ((this.registers[register + 1] ?? 0) << 8);
		return at(2) & ~at(6) & 0xffff;
	}

	override write(bytes: readonly number[]) {
		super.write(bytes);
		if (bytes.length > 1) this.seen.push(this.driven);
		this.word(0, this.driven);
	}
}

/** A newer 4RELIND: register 0 has the relays, 0x78 the versions. */
export class Processor extends Memory {
	constructor() {
		super();
		this.registers.set([2, 0, 1, 2], 0x78);
	}
}

/** A MegaBAS board. Inputs are open until they are given a value. */
export class MegaBas extends Memory {
	/** Makes it a board with software-selected inputs (5.0 and newer). */
	constructor(hardware = 4) {
		super();
		this.reset(hardware);
	}

	/** Its processor starts again. */
	reset(hardware = this.registers[0x78] ?? 4) {
		this.registers.fill(0);
		for (let channel = 1; channel <= 8; channel++) {
			this.ohm(channel, 60_000);
			this.word(0x2c + 2 * (channel - 1), 60_000);
		}
		this.registers.set([hardware, 0, 1, 5], 0x78);
		this.word(0x73, 24_100);
		this.word(0x75, 5080);
		this.registers[0x72] = 41;
	}

	/** An input for 1 kohm. */
	ohm(channel: number, value: number) {
		this.word(0x1c + 2 * (channel - 1), value);
	}
	/** An input for 10 kohm. */
	ohm10k(channel: number, value: number) {
		this.word(0x2c + 2 * (channel - 1), value);
	}
	millivolts(channel: number, value: number) {
		this.word(0x0c + 2 * (channel - 1), value);
	}
	counter(channel: number, value: number) {
		new DataView(this.registers.buffer).setUint32(0x80 + 4 * (channel - 1), value, true);
	}
	get triacs(): number {
		return (this.registers[0] ?? 0) & 0x0f;
	}
	out(channel: number): number {
		return (this.registers[2 + 2 * channel] ?? 0) | ((this.registers[3 + 2 * channel] ?? 0) << 8);
	}
	/** What the input is switched to (5.0 and newer): 0-10 V, 1 kohm, 10 kohm. */
	select(channel: number, what: 0 | 1 | 2) {
		for (const one of [0, 1, 2]) {
			const bit = 1 << (channel - 1);
			const mask = this.registers[0xd7 + one] ?? 0;
			this.registers[0xd7 + one] = one === what ? mask | bit : mask & ~bit;
		}
	}

	protected override set(register: number, value: number) {
		if (register === 1) this.registers[0] = (this.registers[0] ?? 0) | (1 << (value - 1));
		else if (register === 2) this.registers[0] = (this.registers[0] ?? 0) & ~(1 << (value - 1));
		else super.set(register, value);
	}
}
