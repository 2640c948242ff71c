import type { Fault } from "#model/plant/fault.ts";

/** How a device on the network is asked for its data. */
export interface Manner {
	readonly password: string;
	readonly channel: number;
}

/** Bytes from a VBus, wherever it is. Comes back by itself after a loss. */
export interface Connection {
	/** Why there is none. After a loss it stays until a packet has come. */
	readonly fault: Fault | undefined;
	/** A whole packet has come. */
	proven(): void;
	retry(): void;
	close(): Promise<void>;
}
