/** A PUBLISH as it is on the wire; with an `id` of QoS 1. `rest` is all that follows topic and id. */
export function publishBytes(topic: string, rest: Buffer, id?: number): Buffer {
	const name = Buffer.from(topic);
	const length = Buffer.of(name.length >> 8, name.length & 0xff);
	const numbered = id === undefined ? [] : [Buffer.of(id >> 8, id & 0xff)];
	const body = Buffer.concat([length, name, ...numbered, rest]);
	return Buffer.concat([Buffer.of(id === undefined ? 0x30 : 0x32, ...variable(body.length)), body]);
}

/** A variable byte integer (MQTT 5, 1.5.5). */
export function variable(value: number): number[] {
	const byte = value % 128;
	const rest = Math.floor(value / 128);
	return rest === 0 ? [byte] : [byte | 0x80, ...variable(rest)];
}
