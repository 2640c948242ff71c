import { expect } from "@jest/globals";
import type { Question } from "#drivers/bus/relay/codec.ts";

const MILLION = 1_000_000;
/** Characters that a board may have sent before a question's time is up. */
const LONGEST = 1000;

/**
 * Gives a million bytes to these parsers, byte by byte in growing answers: half of them random, half of them pieces of good
 * answers. Fails if one throws, or takes more than two seconds of processor time.
 */
export function neverThrows(questions: readonly Question[], pieces: readonly string[]): void {
	const began = process.cpuUsage();
	let seed = 7;
	// A linear congruential generator, with the constants of Numerical Recipes.
	const dice = (most: number) => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * most);
	};
	let fed = 0;
	let coils = 0;
	while (fed < MILLION) {
		let heard = "";
		const end = 20 + dice(LONGEST);
		while (heard.length < end) {
			const piece = pieces[dice(pieces.length * 2)] ?? String.fromCharCode(dice(256));
			heard += dice(4) === 0 ? piece.slice(0, dice(piece.length + 1)) : piece;
			if (dice(8) === 0) for (const { answer } of questions) coils += answer(heard).coils.size;
		}
		for (const { answer } of questions) coils += answer(heard.slice(-LONGEST)).coils.size;
		fed += heard.length;
	}
	expect(Number.isFinite(coils)).toBe(true);
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1e6).toBeLessThan(2);
}
