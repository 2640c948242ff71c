import { detail } from "#model/sentences/sentence.ts";
import type { Protocol } from "../broker.ts";

/** A complete PUBLISH of QoS 0 or 1 (MQTT 5, 3.3; 3.1.1, 3.3). `bytes` is valid only during the call. */
export interface Publish {
	readonly bytes: Buffer;
	readonly topic: string;
	readonly qos: 0 | 1;
	readonly retain: boolean;
	/** Offset of what follows the topic: with QoS 1 the packet id. */
	readonly after_topic: number;
}

export interface FrameSink {
	publish(frame: Publish): void;
	/** A PUBLISH above the limit. Its payload was dropped; `id` must still be acknowledged. */
	tooLarge(topic: string, bytes: number, id: number | undefined): void;
	/** A piece of any other packet. Pieces arrive in order. */
	other(bytes: Buffer): void;
}

/**
 * Splits the stream from the broker into packets before a whole packet is held in memory. The payload of a PUBLISH above
 * `largest` bytes is skipped; any other packet above it is an error. MQTT.js would collect a packet of any size.
 */
export class Frames {
	readonly #largest: number;
	readonly #sink: FrameSink;
	/** The received part of a packet whose end is still missing. */
	#held: Buffer[] = [];
	#heldBytes = 0;
	/** Bytes still to come of a packet that is passed on, or skipped, as it arrives. */
	#passing = 0;
	#skipping = 0;

	constructor(largest: number, sink: FrameSink) {
		this.#largest = largest;
		this.#sink = sink;
	}

	/** Throws for bytes that no MQTT broker would send. */
	take(chunk: Buffer): void {
		const rest = this.#flow(chunk);
		if (rest.length === 0) return;
		this.#held.push(rest);
		this.#heldBytes += rest.length;
		const [first = rest] = this.#held;
		// Joining pays only once a small packet is complete.
		if (this.#held.length > 1 && this.#heldBytes < this.#wanted(first)) return;
		this.#cut(this.#held.length === 1 ? rest : Buffer.concat(this.#held));
	}

	/** Passes on or skips bytes of a packet that has begun. Returns the rest. */
	#flow(chunk: Buffer): Buffer {
		const skipped = Math.min(this.#skipping, chunk.length);
		this.#skipping -= skipped;
		const passed = Math.min(this.#passing, chunk.length - skipped);
		this.#passing -= passed;
		if (passed > 0) this.#sink.other(chunk.subarray(skipped, skipped + passed));
		return chunk.subarray(skipped + passed);
	}

	/** Bytes that the first packet needs; 0 where its header is incomplete. */
	#wanted(bytes: Buffer): number {
		const size = sizeOf(bytes, 0);
		if (size === undefined) return 0;
		return size.header + size.rest > this.#largest ? headOf(bytes, 0, size.header) : size.header + size.rest;
	}

	#cut(bytes: Buffer): void {
		let at = 0;
		while (at < bytes.length) {
			const used = this.#packet(bytes, at);
			if (used === 0) break;
			at += used;
		}
		const rest = bytes.subarray(Math.min(at, bytes.length));
		// Copied, so that a waiting packet does not keep the large block in memory.
		this.#held = rest.length === 0 ? [] : [Buffer.from(rest)];
		this.#heldBytes = rest.length;
	}

	/** Length of the packet at this offset, which may exceed what has arrived; 0 where too little has. */
	#packet(bytes: Buffer, at: number): number {
		const size = sizeOf(bytes, at);
		if (size === undefined) return 0;
		const first = bytes[at] ?? 0;
		const total = size.header + size.rest;
		const there = bytes.length - at;
		if (first >> 4 !== PUBLISH || (first & QOS) > QOS_1) {
			if (total > this.#largest) throw new Error(detail("packet_too_large"));
			this.#passing = Math.max(0, total - there);
			this.#sink.other(bytes.subarray(at, at + Math.min(total, there)));
			return total;
		}
		const large = total > this.#largest;
		const head = headOf(bytes, at, size.header);
		if (there < (large ? head : total)) return 0;
		if (head > total) throw new Error(detail("message_cut"));
		const start = at + size.header + 2;
		const after_topic = start + bytes.readUInt16BE(at + size.header);
		const topic = bytes.toString("utf8", start, after_topic);
		const qos = (first & QOS) === 0 ? 0 : 1;
		if (large) {
			this.#skipping = Math.max(0, total - there);
			this.#sink.tooLarge(topic, total, qos === 0 ? undefined : bytes.readUInt16BE(after_topic));
		} else
			this.#sink.publish({
				bytes: bytes.subarray(at, at + total),
				topic,
				qos,
				retain: (first & RETAIN) !== 0,
				after_topic: after_topic - at,
			});
		return total;
	}
}

/** The payload, after packet id and properties (MQTT 5, 3.3.2). */
export function payloadOf({ bytes, qos, after_topic }: Publish, protocol: Protocol): Buffer {
	const variable = after_topic + (qos === 0 ? 0 : 2);
	if (protocol === 4) return bytes.subarray(variable);
	// Properties are encoded like a packet without its first byte: a length, then the content.
	const size = sizeOf(bytes, variable - 1);
	return size === undefined ? Buffer.alloc(0) : bytes.subarray(variable - 1 + size.header + size.rest);
}

/** An acknowledgement of QoS 1 in both protocols (MQTT 5, 3.4; 3.1.1, 3.4). */
export const pubackOf = (id: number): Buffer => Buffer.of(0x40, 2, id >> 8, id & 0xff);

const PUBLISH = 3;
const RETAIN = 1;
const QOS = 0b110;
const QOS_1 = 0b010;

/**
 * Length of the fixed header and of the rest, in bytes (MQTT 5, 1.5.5 and 2.1); undefined where the header is incomplete.
 */
function sizeOf(bytes: Buffer, at: number): { readonly header: number; readonly rest: number } | undefined {
	let rest = 0;
	for (let n = 1; n <= 4; n++) {
		const byte = bytes[at + n];
		if (byte === undefined) return undefined;
		rest += (byte & 0x7f) * 128 ** (n - 1);
		if (byte < 0x80) return { header: n + 1, rest };
	}
	throw new Error(detail("packet_length"));
}

/** Bytes of a PUBLISH before properties and payload, or as many as are needed to find out. */
function headOf(bytes: Buffer, at: number, header: number): number {
	if (bytes.length < at + header + 2) return header + 2;
	const id = ((bytes[at] ?? 0) & QOS) === 0 ? 0 : 2;
	return header + 2 + bytes.readUInt16BE(at + header) + id;
}
