/**
 * The Modbus protocol (Modbus Application Protocol V1.1b3): requests without address and checksum, and what their answers
 * have to look like.
 */
export interface Request {
	/** 1 to 247; what a gateway passes on with TCP. */
	readonly unit: number;
	/** Function code and its data. */
	readonly pdu: Uint8Array;
	/** Exact length of the answer's function code and data. */
	readonly length: number;
}
/** Coils, contacts, holding registers, input registers. */
export type ReadFunction = 1 | 2 | 3 | 4;

/** Most registers and most bits of one request. */
export const MOST_REGISTERS = 125;
export const MOST_BITS = 2000;
/** Bit that marks an answer as an exception. */
export const EXCEPTION = 0x80;

const isOfBits = (code: number) => code <= 2;

export function readRequest(unit: number, code: ReadFunction, start: number, count: number): Request {
	const bytes = isOfBits(code) ? Math.ceil(count / 8) : 2 * count;
	return { unit, pdu: words(code, start, count), length: 2 + bytes };
}

/** Function 5. A second meaning of the address is a board's own business: Waveshare has timers there, with a duration as value. */
export const coilRequest = (unit: number, coil: number, value: number): Request => ({
	unit,
	pdu: words(5, coil, value),
	length: 5,
});
export const COIL_ON = 0xff00;
export const COIL_OFF = 0;

/** Function 6. */
export const registerRequest = (unit: number, register: number, value: number): Request => ({
	unit,
	pdu: words(6, register, value),
	length: 5,
});

/** Function 16 with one register: some units know no function 6. */
export const registersRequest = (unit: number, register: number, value: number): Request => ({
	unit,
	pdu: Uint8Array.of(...words(16, register, 1), 2, value >> 8, value & 0xff),
	length: 5,
});

function words(code: number, first: number, second: number): Uint8Array {
	return Uint8Array.of(code, first >> 8, first & 0xff, second >> 8, second & 0xff);
}

/** What was read, or nothing where the answer only confirms; the code of an exception; undefined for no answer to this. */
export type Answer =
	| { readonly kind: "data"; readonly data: Uint8Array }
	| { readonly kind: "exception"; readonly code: number };

/** Takes an answer apart that passed its checksum. */
export function answerTo({ pdu, length }: Request, answer: Uint8Array): Answer | undefined {
	const [code = 0] = pdu;
	const [function_ = 0, second = 0] = answer;
	if (function_ === (code | EXCEPTION)) return answer.length === 2 ? { kind: "exception", code: second } : undefined;
	if (function_ !== code || answer.length !== length) return undefined;
	// Functions 5 and 6 repeat the request, 16 its beginning.
	if (code > 4) return isSame(answer, pdu.subarray(0, length)) ? { kind: "data", data: new Uint8Array() } : undefined;
	return second === length - 2 ? { kind: "data", data: answer.subarray(2) } : undefined;
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, i) => byte === b[i]);

/** CRC-16 of Modbus over serial line V1.02, low byte first. */
export function crcOf(bytes: Uint8Array): Uint8Array {
	let crc = 0xffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
	}
	return Uint8Array.of(crc & 0xff, crc >> 8);
}

/** A frame on the serial line: unit, function and data, checksum. */
export function rtuFrame(unit: number, pdu: Uint8Array): Uint8Array {
	const body = Uint8Array.of(unit, ...pdu);
	return Uint8Array.of(...body, ...crcOf(body));
}
/** Bytes of a frame beside function and data. */
export const RTU_OVERHEAD = 3;

export const isWhole = (frame: Uint8Array): boolean => isSame(crcOf(frame.subarray(0, -2)), frame.subarray(-2));
