import { ModbusUnit } from "./unit.ts";

/** A Waveshare relay board: coils from 0, and a timer for each that switches it off by itself, at 0x0200. */
export class WaveshareBoard extends ModbusUnit {
	/** Relays that do not move any more. */
	readonly welded = new Set<number>();
	/** How long a tenth of a second is here (ms). */
	readonly #tenth: number;
	readonly #timers = new Map<number, NodeJS.Timeout>();

	constructor({ relays = 8, tenth = 100 } = {}) {
		super();
		this.#tenth = tenth;
		for (let n = 0; n < relays; n++) this.coils.set(n, false);
	}

	get relays(): readonly boolean[] {
		return [...this.coils.values()];
	}

	/** Loses its power for a moment. */
	restart(): void {
		for (const n of this.coils.keys()) this.#switch(n, false);
	}

	protected override setCoil(coil: number, value: number): boolean {
		const relay = coil - 0x0200;
		if (!this.coils.has(relay)) {
			if (!this.coils.has(coil) || (value !== 0 && value !== 0xff00)) return false;
			this.#switch(coil, value !== 0);
			return true;
		}
		this.#switch(relay, true);
		this.#timers.set(relay, setTimeout(() => this.#switch(relay, false), value * this.#tenth).unref());
		return true;
	}

	#switch(relay: number, on: boolean): void {
		clearTimeout(this.#timers.get(relay));
		if (!this.welded.has(relay)) this.coils.set(relay, on);
	}
}

/** An R421A08: a relay behind each of the registers 1 to 8, with its own words for on and off. */
export class R421A08 extends ModbusUnit {
	constructor() {
		super();
		for (let n = 1; n <= 8; n++) this.holding.set(n, 0);
	}

	protected override setRegister(register: number, value: number): boolean {
		if (!this.holding.has(register) || (value !== 0x0100 && value !== 0x0200)) return false;
		this.holding.set(register, value === 0x0100 ? 1 : 0);
		return true;
	}
}

/** A heating rod of my-PV: takes a power, lets as much flow as its thermostat allows, and drops it when it is not told again. */
export class HeatingRod extends ModbusUnit {
	/** W that flow now. */
	power = 0;
	/** Its own limit (W), such as that of its thermostat. */
	most: number;
	/** How often it was told. */
	told = 0;
	/** Its contact sticks: the power stays as it is, whatever it is told. */
	sticks = false;
	readonly #drops: number;
	#timer: NodeJS.Timeout | undefined;

	/** @param drops ms after which it drops the power */
	constructor({ most = 3000, drops = 10_000 } = {}) {
		super();
		this.most = most;
		this.#drops = drops;
		this.input.clear();
		this.holding.set(1000, 0).set(1001, 595).set(1030, 0).set(1031, 0);
	}

	override answer(pdu: Uint8Array): Uint8Array {
		if (pdu[0] !== 16) return super.answer(pdu);
		const view = new DataView(pdu.buffer, pdu.byteOffset, pdu.byteLength);
		if (view.getUint16(1) !== 1000 || view.getUint16(3) !== 1 || pdu.length !== 8) return Uint8Array.of(0x90, 2);
		this.#tell(view.getUint16(6));
		return pdu.slice(0, 5);
	}

	#tell(power: number): void {
		this.told += 1;
		this.#flow(power);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#flow(0), this.#drops).unref();
	}

	#flow(power: number): void {
		if (this.sticks) return;
		this.power = Math.min(power, this.most);
		this.holding.set(1000, this.power);
	}
}
