import { randomBytes } from "node:crypto";

/** A text as one masked frame of a client (RFC 6455, 5.2); up to 65,535 bytes. */
export function textFrame(text: string): Buffer {
	const body = Buffer.from(text);
	const mask = randomBytes(4);
	const long = body.length >= 126;
	const length = Buffer.alloc(long ? 4 : 2);
	length[0] = 0x81;
	length[1] = 0x80 | (long ? 126 : body.length);
	if (long) length.writeUInt16BE(body.length, 2);
	return Buffer.concat([length, mask, body.map((byte, i) => byte ^ (mask[i % 4] ?? 0))]);
}

/** A message as one frame of a server: up to 125 bytes of JSON. */
export function toClient(message: Readonly<Record<string, unknown>>): Buffer {
	const body = Buffer.from(JSON.stringify(message));
	if (body.length > 125) throw new RangeError("The message is too long.");
	return Buffer.concat([Buffer.from([0x81, body.length]), body]);
}

/** Takes bytes of either side in any pieces, and tells each whole text. */
export function textFrames(tell: (text: string) => void): (bytes: Buffer) => void {
	let held = Buffer.alloc(0);
	return (bytes) => {
		held = Buffer.concat([held, bytes]);
		for (let one = frameAt(held); one !== undefined; one = frameAt(held)) {
			held = held.subarray(one.end);
			if (one.text) tell(one.body.toString());
		}
	};
}

function frameAt(bytes: Buffer): { readonly text: boolean; readonly body: Buffer; readonly end: number } | undefined {
	if (bytes.length < 2) return undefined;
	const short = (bytes[1] ?? 0) & 127;
	const masked = ((bytes[1] ?? 0) & 0x80) !== 0;
	const key = short === 126 ? 4 : short === 127 ? 10 : 2;
	const at = key + (masked ? 4 : 0);
	if (bytes.length < at) return undefined;
	const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
	const end = at + length;
	if (bytes.length < end) return undefined;
	const sent = bytes.subarray(at, end);
	const body = masked ? sent.map((byte, i) => byte ^ (bytes[key + (i % 4)] ?? 0)) : sent;
	return { text: ((bytes[0] ?? 0) & 15) === 1, body: Buffer.from(body), end };
}
