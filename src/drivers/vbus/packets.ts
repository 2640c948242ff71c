/** A packet of VBus protocol 1.0, checked. */
export interface Packet {
	readonly destination: number;
	readonly source: number;
	readonly command: number;
	readonly payload: Uint8Array;
}

const SYNC = 0xaa;
const VERSION_1 = 0x10;
/** Bytes of a header, and of a frame: four of payload, their highest bits, a checksum. */
const HEADER = 10;
const FRAME = 6;
const AT_VERSION = 5;

/**
 * Finds packets in a stream of bytes (RESOL, VBus Protocol Specification). A sync byte begins a new one. Any other byte with its
 * highest bit set, and a wrong checksum, end what was begun: the whole packet is dropped. Other versions are skipped.
 */
export class Packets {
	readonly #found: (packet: Packet) => void;
	/** Of what was begun; empty while a sync byte is waited for. At most 10 and 127 times 6 bytes. */
	#begun: number[] = [];

	constructor(found: (packet: Packet) => void) {
		this.#found = found;
	}

	push(bytes: Uint8Array): void {
		for (const byte of bytes) this.#take(byte);
	}

	/** What was begun will not go on: the line was opened again. */
	reset(): void {
		this.#begun = [];
	}

	#take(byte: number): void {
		if (byte === SYNC) this.#begun = [byte];
		else if (byte > 0x7f) this.#begun = [];
		else if (this.#begun.length > 0) {
			this.#begun.push(byte);
			this.#look();
		}
	}

	#look(): void {
		const begun = this.#begun;
		const { length } = begun;
		if (length === AT_VERSION + 1 && begun[AT_VERSION] !== VERSION_1) this.#begun = [];
		if (length < HEADER) return;
		const frames = begun[8] ?? 0;
		const broken =
			length === HEADER
				? !sums(begun, 1, HEADER - 2)
				: (length - HEADER) % FRAME === 0 && !sums(begun, length - FRAME, FRAME - 1);
		if (broken) this.#begun = [];
		else if (length === HEADER + frames * FRAME) {
			this.#begun = [];
			this.#found(packetOf(begun, frames));
		}
	}
}

/** Whether the byte behind these is their checksum. */
function sums(bytes: readonly number[], from: number, count: number): boolean {
	let sum = 0x7f;
	for (let at = from; at < from + count; at++) sum = (sum - (bytes[at] ?? 0)) & 0x7f;
	return bytes[from + count] === sum;
}

const word = (bytes: readonly number[], at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

function packetOf(bytes: readonly number[], frames: number): Packet {
	const payload = new Uint8Array(frames * 4);
	for (let frame = 0; frame < frames; frame++) {
		const at = HEADER + frame * FRAME;
		const high = bytes[at + 4] ?? 0;
		for (let nth = 0; nth < 4; nth++) payload[frame * 4 + nth] = (bytes[at + nth] ?? 0) | (((high >> nth) & 1) << 7);
	}
	return { destination: word(bytes, 1), source: word(bytes, 3), command: word(bytes, 6), payload };
}
