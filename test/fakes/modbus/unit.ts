/** The values behind a unit's functions. Registers hold 0 to 65535. */
export interface Bank {
	readonly coils: Map<number, boolean>;
	readonly contacts: Map<number, boolean>;
	readonly holding: Map<number, number>;
	readonly input: Map<number, number>;
}

/** Exception codes of the protocol. */
const FUNCTION = 1;
const ADDRESS = 2;
const VALUE = 3;

/** A Modbus unit that keeps to the protocol. What is not in its bank is an illegal address. */
export class ModbusUnit implements Bank {
	readonly coils = new Map<number, boolean>();
	readonly contacts = new Map<number, boolean>();
	readonly holding = new Map<number, number>();
	readonly input = new Map<number, number>();

	/** Answers a request's function and data with function and data. */
	answer(pdu: Uint8Array): Uint8Array {
		const [code = 0] = pdu;
		const view = new DataView(pdu.buffer, pdu.byteOffset, pdu.byteLength);
		if (pdu.length < 5) return refused(code, VALUE);
		const first = view.getUint16(1);
		const second = view.getUint16(3);
		switch (code) {
			case 1:
				return bits(code, this.coils, first, second);
			case 2:
				return bits(code, this.contacts, first, second);
			case 3:
				return registers(code, this.holding, first, second);
			case 4:
				return registers(code, this.input, first, second);
			case 5:
				return this.setCoil(first, second) ? pdu : refused(code, ADDRESS);
			case 6:
				return this.setRegister(first, second) ? pdu : refused(code, ADDRESS);
			default:
				return refused(code, FUNCTION);
		}
	}

	/** False where there is no such coil, or no such value. */
	protected setCoil(coil: number, value: number): boolean {
		if (!this.coils.has(coil) || (value !== 0 && value !== 0xff00)) return false;
		this.coils.set(coil, value !== 0);
		return true;
	}

	protected setRegister(register: number, value: number): boolean {
		if (!this.holding.has(register)) return false;
		this.holding.set(register, value);
		return true;
	}
}

const refused = (code: number, why: number) => Uint8Array.of(code | 0x80, why);

function bits(code: number, bank: ReadonlyMap<number, boolean>, start: number, count: number): Uint8Array {
	const found = Array.from({ length: count }, (_, i) => bank.get(start + i));
	if (count === 0 || found.includes(undefined)) return refused(code, ADDRESS);
	const bytes = new Uint8Array(Math.ceil(count / 8));
	for (const [i, on] of found.entries()) if (on) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
	return Uint8Array.of(code, bytes.length, ...bytes);
}

function registers(code: number, bank: ReadonlyMap<number, number>, start: number, count: number): Uint8Array {
	const found = Array.from({ length: count }, (_, i) => bank.get(start + i));
	if (count === 0 || found.includes(undefined)) return refused(code, ADDRESS);
	return Uint8Array.of(code, 2 * count, ...found.flatMap((value = 0) => [value >> 8, value & 0xff]));
}
