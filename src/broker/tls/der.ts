/** The few kinds of values of DER (X.690) that a certificate consists of. Each is written with its tag and length. */
export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts);
export const octets = (content: Uint8Array): Buffer => element(0x04, content);
export const text = (content: string): Buffer => element(0x0c, Buffer.from(content));
export const yes = Buffer.from("0101ff", "hex");
export const nothing = Buffer.from("0500", "hex");

/** @param magnitude big endian; its first bit is zero */
export const positive = (magnitude: Uint8Array): Buffer => element(0x02, magnitude);

/** @param unused bits at the end that do not count */
export const bits = (content: Uint8Array, unused = 0): Buffer => element(0x03, Buffer.of(unused), content);

/** A name in a standard: `2.5.4.3` is the common name. */
export function identifier(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	return element(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}
const base128 = (n: number): readonly number[] =>
	n < 0x80 ? [n] : [...base128(n >> 7).map((byte) => byte | 0x80), n & 0x7f];

/** RFC 5280, 4.1.2.5: two digits of the year until 2049, four from then on. */
export function time(date: Date): Buffer {
	const digits = `${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
	return date.getUTCFullYear() < 2050
		? element(0x17, Buffer.from(digits.slice(2)))
		: element(0x18, Buffer.from(digits));
}

/** With a tag that means something at its place only. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => element(tag, ...parts);

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

function lengthOf({ length }: Buffer): Buffer {
	if (length < 0x80) return Buffer.of(length);
	const hex = length.toString(16);
	const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
	return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

/** The content of an element. */
export function contentOf(der: Buffer): Buffer {
	const { from, to } = extent(der, 0);
	return der.subarray(from, to);
}

/** The elements of which an element consists, each with its tag and length. */
export function partsOf(der: Buffer): readonly Buffer[] {
	const content = contentOf(der);
	const parts: Buffer[] = [];
	for (let at = 0; at < content.length; ) {
		const { to } = extent(content, at);
		parts.push(content.subarray(at, to));
		at = to;
	}
	return parts;
}

/** Where the content of the element at `at` is. */
function extent(der: Buffer, at: number): { readonly from: number; readonly to: number } {
	const length = der.readUInt8(at + 1);
	if (length < 0x80) return { from: at + 2, to: at + 2 + length };
	const from = at + 2 + (length & 0x7f);
	return { from, to: from + der.readUIntBE(at + 2, length & 0x7f) };
}
