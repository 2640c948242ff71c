import { randomBytes } from "node:crypto";

/** Kinds of frames (RFC 6455, 5.2). */
export const CONTINUED = 0x0;
export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

export interface Frame {
	readonly kind: number;
	readonly payload: Buffer;
}

/** A whole message in one frame, masked as a client has to (RFC 6455, 5.3). */
export function frameOf(kind: number, payload: Uint8Array): Buffer {
	const mask = randomBytes(4);
	const masked = Buffer.from(payload);
	for (let nth = 0; nth < masked.length; nth++) masked[nth] = (masked[nth] ?? 0) ^ (mask[nth % 4] ?? 0);
	return Buffer.concat([Uint8Array.of(FINAL | kind), lengthOf(masked.length), mask, masked]);
}

const FINAL = 0x80;
const MASKED = 0x80;
/** Lengths from here on take two or eight more bytes. */
const SHORT = 126;
const LONG = 127;

function lengthOf(length: number): Buffer {
	if (length < SHORT) return Buffer.of(MASKED | length);
	const more = Buffer.alloc(length <= 0xffff ? 3 : 9);
	more[0] = MASKED | (length <= 0xffff ? SHORT : LONG);
	if (length <= 0xffff) more.writeUInt16BE(length, 1);
	else more.writeBigUInt64BE(BigInt(length), 1);
	return more;
}

/** Splits what a server sends into frames. It may arrive in pieces of any size. */
export class FrameReader {
	#rest: Buffer = Buffer.alloc(0);

	/** The complete frames; undefined where this is no websocket, or a frame exceeds the largest MQTT packet. */
	take(bytes: Buffer): readonly Frame[] | undefined {
		this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
		const frames: Frame[] = [];
		for (;;) {
			const head = headOf(this.#rest);
			if (head === "wrong") return undefined;
			if (head === "short" || this.#rest.length < head.begin + head.length) return frames;
			const end = head.begin + head.length;
			frames.push({ kind: head.kind, payload: this.#rest.subarray(head.begin, end) });
			this.#rest = this.#rest.subarray(end);
		}
	}
}

interface Head {
	readonly kind: number;
	readonly begin: number;
	readonly length: number;
}
/** Above the largest packet of MQTT (MQTT 5, 2.1.4). A frame may hold several packets. */
const LARGEST = 2 ** 29;
const RESERVED = 0x70;

function headOf(bytes: Buffer): Head | "short" | "wrong" {
	const [first, second] = bytes;
	if (first === undefined || second === undefined) return "short";
	// A server does not mask (RFC 6455, 5.1), and no extension was requested.
	if ((second & MASKED) !== 0 || (first & RESERVED) !== 0) return "wrong";
	const kind = first & 0x0f;
	const begin = second < SHORT ? 2 : second === SHORT ? 4 : 10;
	if (bytes.length < begin) return "short";
	const length = second < SHORT ? second : second === SHORT ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
	return length > LARGEST ? "wrong" : { kind, begin, length };
}
