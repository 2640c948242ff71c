import type { Coils } from "../driver.ts";

/**
 * The LCUS protocol (9600 8N1): start A0, channel, state, and the low byte of their sum. The board never acknowledges.
 * @param channel 1 to 8
 */
export const setFrame = (channel: number, on: boolean) => {
	const state = on ? 1 : 0;
	return Uint8Array.of(START, channel, state, (START + channel + state) & 0xff);
};

/** Asks for the state of all relays. Boards with one relay and many clones do not answer. */
export const QUERY = Uint8Array.of(0xff);

/**
 * The coils in a board's answer, which is text: `CH1: ON \r\nCH2: OFF\r\n`. Spacing and case vary from board to board.
 * A line that is cut off or garbled says nothing.
 */
export const coilsIn = (answer: string): Coils => {
	const coils = new Map<string, boolean>();
	for (const [, channel = "", state = ""] of answer.matchAll(LINE)) coils.set(channel, state.toUpperCase() === "ON");
	return coils;
};

const START = 0xa0;
const LINE = /\bCH\s*0?([1-8])\s*:\s*(ON|OFF)\b/gi;
