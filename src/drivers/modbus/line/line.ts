import type { Fault } from "#model/plant/fault.ts";
import type { Manner } from "../../bus/turns.ts";
import type { Answer, Request } from "./frame.ts";

/** What came of a request. An exception is the unit's own refusal, a fault everything else. `unsent`: it was not wanted any more. */
export type Reply = Answer | { readonly kind: "failed"; readonly fault: Fault } | { readonly kind: "unsent" };

/** A bus with its units, on a serial port or beyond a network. One request is under way at a time. */
export interface ModbusLine {
	/** Why the whole bus is missing. */
	readonly fault: Fault | undefined;
	/** How often it was opened. */
	readonly openings: number;
	/** Settles within a few times the timeout. Others may come between the requests that one answer takes. */
	ask(request: Request, manner?: Manner): Promise<Reply>;
	/** Opens a lost bus now. */
	retry(): void;
	close(): Promise<void>;
}

/** What a line needs of the port below it: `bus/serial/lasting-port.ts`. */
export interface Timing {
	/** Milliseconds that a unit may take to begin and finish its answer, beside the time that the bytes take. */
	readonly timeout: number;
	/** The same for a write and its read-back. Without it 400: a turn waits for them, where there is no network in between. */
	readonly urgent?: number;
	/** Milliseconds of silence before each frame. */
	readonly gap: number;
	/** Bits per second; absent beyond a network. */
	readonly speed?: number;
}

/** Milliseconds that so many bytes take, with start, parity and stop bit. */
export const onTheWire = (bytes: number, speed: number | undefined): number =>
	speed === undefined ? 0 : (bytes * 11 * 1000) / speed;
