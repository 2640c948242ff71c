/** Cuts what comes over a connection into whole MQTT packets: a byte, the length of the rest, the rest (MQTT 5, 2.1). */
export function cutter(found: (packet: Buffer) => void): (chunk: Buffer) => void {
	let held: Buffer = Buffer.alloc(0);
	return (chunk) => {
		held = Buffer.concat([held, chunk]);
		for (let size = wholeSize(held); size !== undefined && held.length >= size; size = wholeSize(held)) {
			const packet = held.subarray(0, size);
			held = held.subarray(size);
			found(packet);
		}
	};
}

/** Undefined until the length has come as a whole. */
function wholeSize(bytes: Buffer): number | undefined {
	let rest = 0;
	for (let i = 1; i <= 4; i += 1) {
		const byte = bytes[i];
		if (byte === undefined) return undefined;
		rest += (byte & 127) * 128 ** (i - 1);
		if (byte < 128) return 1 + i + rest;
	}
	throw new Error("That is no MQTT.");
}
