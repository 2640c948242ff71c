/** The parts of an MQTT control packet (3.1.1 or 5) that the benchmarks use. */
export interface Packet {
	readonly type: PacketType;
	/** CONNACK only: 0 is accepted. */
	readonly code?: number;
	/** PUBLISH only. */
	readonly topic?: string;
	readonly payload?: Buffer;
	readonly retain?: boolean;
	/** The whole packet in bytes. */
	readonly bytes: number;
}
export type PacketType = "connect" | "connack" | "publish" | "suback" | "disconnect" | "other";

const TYPES: Readonly<Record<number, PacketType>> = {
	1: "connect",
	2: "connack",
	3: "publish",
	9: "suback",
	14: "disconnect",
};
const NOTHING: Buffer = Buffer.alloc(0);

/** Cuts one direction of a connection into packets. `level` tells the protocol level, which only CONNECT names. */
export function splitter(found: (packet: Packet) => void, level: { value: number }) {
	let waiting = NOTHING;
	return (chunk: Buffer) => {
		waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
		for (;;) {
			const length = remaining(waiting, 1);
			if (length === undefined || waiting.length < length.end + length.value) return;
			const end = length.end + length.value;
			found(read(waiting[0] ?? 0, waiting.subarray(length.end, end), end, level));
			waiting = waiting.subarray(end);
		}
	};
}

function read(first: number, body: Buffer, bytes: number, level: { value: number }): Packet {
	const type = TYPES[first >> 4] ?? "other";
	// The name of the protocol is a string, its level the byte after that.
	if (type === "connect") level.value = body[2 + body.readUInt16BE(0)] ?? 4;
	if (type === "connack") return { type, bytes, code: body[1] ?? 0 };
	if (type !== "publish") return { type, bytes };
	const topicEnd = 2 + body.readUInt16BE(0);
	const idEnd = topicEnd + ((first & 0b0110) === 0 ? 0 : 2);
	const properties = level.value === 5 ? remaining(body, idEnd) : undefined;
	const start = properties === undefined ? idEnd : properties.end + properties.value;
	return {
		type,
		bytes,
		topic: body.toString("utf8", 2, topicEnd),
		payload: Buffer.from(body.subarray(start)),
		retain: (first & 1) === 1,
	};
}

/** A variable byte integer (MQTT 5, 1.5.5) at `from`, and where it ends; undefined where bytes are missing yet. */
function remaining(bytes: Buffer, from: number): { value: number; end: number } | undefined {
	let value = 0;
	for (let i = 0; i < 4; i++) {
		const byte = bytes[from + i];
		if (byte === undefined) return undefined;
		value += (byte & 0x7f) * 128 ** i;
		if (byte < 0x80) return { value, end: from + i + 1 };
	}
	throw new Error("This is not MQTT: a length of more than four bytes.");
}
