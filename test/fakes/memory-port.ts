import type { Listener, Opened } from "#drivers/bus/serial/port.ts";
import { fault } from "#model/plant/fault.ts";

/**
 * A serial port in memory: bytes arrive at once, on either side. So the time that a board is given matters only where it is silent,
 * and a busy machine does not.
 */
export class MemoryPort {
	plugged = true;
	readonly #path: string;
	readonly #hear: (bytes: Uint8Array) => void;
	#listener: Listener | undefined;

	/** @param hear gets what is written to the port */
	constructor(path: string, hear: (bytes: Uint8Array) => void) {
		this.#path = path;
		this.#hear = hear;
	}

	/** Opens it, for a `RelayBoard`. */
	readonly connect = async (listener: Listener): Promise<Opened> => {
		const gone = fault("missing", { device: this.#path });
		if (!this.plugged) return { kind: "failed", fault: gone };
		const isOpen = () => this.#listener === listener;
		const write = async (bytes: Uint8Array) => {
			if (!isOpen()) return gone;
			this.#hear(bytes);
			return undefined;
		};
		const close = async () => {
			if (isOpen()) this.#listener = undefined;
		};
		this.#listener = listener;
		return {
			kind: "open",
			port: {
				get isOpen() {
					return isOpen();
				},
				write,
				close,
			},
		};
	};

	say(bytes: Uint8Array): void {
		this.#listener?.data(bytes);
	}

	unplug(): void {
		this.plugged = false;
		const listener = this.#listener;
		this.#listener = undefined;
		listener?.closed(fault("missing", { device: this.#path, reason: "unplugged" }));
	}
}
