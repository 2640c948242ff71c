/** Packets of a controller as they are on the wire: VBus protocol 1.0. */
export interface Sent {
	readonly destination?: number;
	readonly source: number;
	readonly command?: number;
	readonly payload: Uint8Array;
}

export function packet({ destination = 0x0010, source, command = 0x0100, payload }: Sent): Uint8Array {
	const frames = Math.ceil(payload.length / 4);
	const header = [...word(destination), ...word(source), 0x10, ...word(command), frames];
	const bytes = [0xaa, ...header, checksum(header)];
	for (let at = 0; at < frames * 4; at += 4) {
		const four = [0, 1, 2, 3].map((nth) => payload[at + nth] ?? 0);
		const septet = four.reduce((high, byte, nth) => high | ((byte >> 7) << nth), 0);
		const frame = [...four.map((byte) => byte & 0x7f), septet];
		bytes.push(...frame, checksum(frame));
	}
	return Uint8Array.from(bytes);
}

const word = (number: number) => [number & 0xff, number >> 8];
const checksum = (bytes: readonly number[]) => bytes.reduce((sum, byte) => (sum - byte) & 0x7f, 0x7f);

/** Temperatures in 0.1 °C, two bytes each, and then single bytes. */
export const payloadOf = (tenths: readonly number[], ...rest: readonly number[]): Uint8Array =>
	Uint8Array.from([...tenths.flatMap((tenth) => word(tenth & 0xffff)), ...rest]);

/** A packet of protocol 2.0, which every controller also sends. */
export const DATAGRAM = Uint8Array.from([0xaa, 0x00, 0x00, 0x11, 0x7e, 0x20, 0x00, 0x05, 0, 0, 0, 0, 0, 0, 0, 0x4b]);
