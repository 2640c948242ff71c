import type { Request } from "./frame.ts";

/** A message of Modbus TCP: its number, unit, function and data. */
export interface Message {
	readonly number: number;
	readonly unit: number;
	readonly pdu: Uint8Array;
}

/** Bytes before function and data: number, protocol (0), length of what follows, unit. */
const HEADER = 7;
/** The length counts the unit too. */
const MOST_LENGTH = 254;

export function messageFor(number: number, { unit, pdu }: Request): Uint8Array {
	return Uint8Array.of(number >> 8, number & 0xff, 0, 0, 0, pdu.length + 1, unit, ...pdu);
}

/** The whole messages in a stream, and the bytes after them. No rest where this is no Modbus TCP. */
export function messagesIn(stream: Uint8Array): { readonly messages: readonly Message[]; readonly rest?: Uint8Array } {
	const messages: Message[] = [];
	let rest = stream;
	while (rest.length >= HEADER) {
		const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
		const length = view.getUint16(4);
		if (view.getUint16(2) !== 0 || length < 3 || length > MOST_LENGTH) return { messages };
		if (rest.length < HEADER - 1 + length) break;
		messages.push({ number: view.getUint16(0), unit: rest[6] ?? 0, pdu: rest.slice(HEADER, HEADER - 1 + length) });
		rest = rest.slice(HEADER - 1 + length);
	}
	return { messages, rest };
}
