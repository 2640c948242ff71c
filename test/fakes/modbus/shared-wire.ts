import type { Listener, Opened } from "#drivers/bus/serial/port.ts";
import { framed } from "./serial-line.ts";

/** What another master does, in ms. */
export interface Other {
	/** Its request begins so long after ours is wanted. */
	readonly from: number;
	/** Its request comes in two parts. */
	readonly cut: number;
	readonly between: number;
	/** The unit takes so long for it. */
	readonly takes: number;
	/** It asks so often, each time so long after the answer. */
	readonly times: number;
	readonly pause: number;
	/** So many first bytes of its requests are damaged where ours listens. */
	readonly damaged: number;
	/** Bytes are in the kernel so long before they are read, unless someone has them read. */
	readonly lag: number;
}

/** The register that the other master reads. Register n holds 1000 + n. */
export const THEIRS = 20;
const OTHER = framed(1, Uint8Array.of(3, 0, THEIRS, 0, 1));
/** ms. The unit takes so long for a request of ours. */
const OURS = 1;

/**
 * A wire with one unit and two masters, that keeps to physics: the unit is deaf from the first byte of a request to the end of its
 * answer, and no answer comes before its request. The port behind it has a kernel that keeps bytes until they are read.
 */
export class SharedWire {
	readonly #lag: number;
	#free = true;
	#received: number[] = [];
	#listener: Listener | undefined;

	constructor(lag: number) {
		this.#lag = lag;
	}

	readonly connect = async (listener: Listener): Promise<Opened> => {
		this.#listener = listener;
		return {
			kind: "open",
			port: {
				isOpen: true,
				write: async (bytes) => {
					this.#heard(bytes);
					return undefined;
				},
				settle: async () => {
					this.#read();
					return undefined;
				},
				close: async () => undefined,
			},
		};
	};

	/** The other master begins now. */
	other(way: Other): void {
		const { cut, between, takes, times, pause, damaged } = way;
		// What it sends into a conversation of ours is lost on the unit.
		const answers = this.#free;
		this.#free = false;
		const heard = OTHER.map((byte, nth) => (nth < damaged ? byte ^ 0x55 : byte));
		this.#carry(heard.subarray(0, cut));
		const ends = () => {
			this.#carry(heard.subarray(cut));
			if (!answers) return;
			setTimeout(() => {
				this.#answered(THEIRS);
				if (times > 1) setTimeout(() => this.other({ ...way, times: times - 1 }), pause);
			}, takes);
		};
		if (between === 0) ends();
		else setTimeout(ends, between);
	}

	#heard(frame: Uint8Array): void {
		if (!this.#free) return;
		this.#free = false;
		setTimeout(() => this.#answered(frame[3] ?? 0), OURS);
	}

	#answered(register: number): void {
		this.#free = true;
		const value = 1000 + register;
		this.#carry(framed(1, Uint8Array.of(3, 2, value >> 8, value & 0xff)));
	}

	#carry(bytes: Uint8Array): void {
		this.#received.push(...bytes);
		if (this.#lag === 0) this.#read();
		else setTimeout(() => this.#read(), this.#lag);
	}

	#read(): void {
		if (this.#received.length > 0) this.#listener?.data(Uint8Array.from(this.#received.splice(0)));
	}
}
