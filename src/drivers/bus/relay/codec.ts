import type { Coils } from "../../driver.ts";

/** A question about relays, and how its answer is read. */
export interface Question {
	readonly frame: Uint8Array;
	/** @param heard all that came since the question, a character for each byte. Garbage gives no coils, and never throws. */
	answer(heard: string): Answer;
}

export interface Answer {
	/** What the board says of its coils so far. */
	readonly coils: Coils;
	/** Nothing more is to come. Otherwise the answer counts as it is when its time is up. */
	readonly whole: boolean;
}
export const NOTHING: Answer = { coils: new Map(), whole: false };

/** The language of a kind of relay board on a serial port: bytes and texts alone. */
export interface RelayCodec {
	/** Bits per second. */
	readonly baudRate: number;
	/** Milliseconds for any call: all relays one after another, a read-back, and what did not move once more. */
	readonly within: number;
	/** Milliseconds for an answer; 200 where the language says nothing else. */
	readonly answerWithin?: number;
	/** Switches one relay. */
	set(channel: string, on: boolean): Uint8Array;
	/**
	 * Ways to ask for these relays. Each is one question after another. They are tried in turn until the board answers one, which
	 * then stays.
	 */
	ask(channels: readonly string[]): readonly (readonly Question[])[];
	/** Whether the board took this frame, from what came after it. Only for boards that acknowledge. */
	took?(frame: Uint8Array, heard: string): boolean;
	/** Milliseconds of silence before a frame that follows an unanswered one: a late answer must not count for a new question. */
	readonly quiet?: number;
	/** Ends a line that the board may still have from before. Goes before a question that follows an opening or a silence. */
	readonly clear?: Uint8Array;
}

/** The answer of a board that names each relay: whole as soon as all of these are there. */
export const named = (coils: Coils, channels: readonly string[]): Answer => ({
	coils,
	whole: channels.every((channel) => coils.has(channel)),
});
