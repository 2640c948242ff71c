import * as z from "zod";
import { median } from "../counting/median.ts";

/**
 * The difference that two sensors show at the same temperature: both pipes are at the tank, and after hours of rest both are as
 * warm as the cellar. What is left of a difference, night after night, is the sensors'.
 */
export const pair = z.object({
	/** Of the night that has begun. */
	sum: z.number().default(0),
	seen: z.int().min(0).default(0),
	/** K of the last nights, the newest last. */
	nights: z.array(z.number()).default([]),
});
export type Pair = z.output<typeof pair>;

/** Minutes of the day. */
export const NIGHT = { from: 2 * 60, to: 4 * 60 };
/** Fewer minutes of a night say too little. */
const MINUTES = 30;
const NIGHTS = 5;
/** K: two good sensors differ by less, and nights that differ by more were not at one temperature. */
const MOST = 1.5;
const SPREAD = 0.4;

export const seenTogether = (before: Pair, difference: number): Pair =>
	Math.abs(difference) > MOST ? before : { ...before, sum: before.sum + difference, seen: before.seen + 1 };

/** The night is over. The same object if none had begun. */
export function nightOver(before: Pair): Pair {
	const { sum, seen, nights } = before;
	if (seen === 0) return before;
	const rest = { sum: 0, seen: 0 };
	return seen < MINUTES ? { ...rest, nights } : { ...rest, nights: [...nights, sum / seen].slice(-NIGHTS) };
}

/** K by which the hot sensor shows more than the cold one; undefined until it is known. */
export function offsetOf({ nights }: Pair): number | undefined {
	if (nights.length < NIGHTS || Math.max(...nights) - Math.min(...nights) > SPREAD) return undefined;
	return median(nights);
}
