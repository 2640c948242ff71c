import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Belief } from "#drivers/one-wire/belief.ts";
import { celsius, instant, seconds } from "#model/quantities/units.ts";

/** As the driver does it: what is doubted is asked for once more. */
const told = (belief: Belief, at: number, says: readonly number[]): number | undefined => {
	for (const value of says) {
		const verdict = belief.hears("tank", celsius(value), false, instant(at));
		if (verdict === "believed") return value;
		if (verdict === "power_on") return undefined;
	}
	return undefined;
};

const STEPS = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 4, maxLength: 20 });
const WRONG = fc.double({ min: -55, max: 125, noNaN: true });

// #one-wrong-reading-never-told
it("one wrong reading among right ones is never told, nor costs it the right one, unless it is within 2 K of the last", () => {
	fc.assert(
		fc.property(STEPS, fc.double({ min: 10, max: 96, noNaN: true }), fc.nat(), WRONG, (steps, from, nth, wrong) => {
			const belief = new Belief(seconds(5));
			let right = from;
			const at = nth % steps.length;
			expect(told(belief, 0, [right, right])).toBe(right);
			for (const [step, by] of steps.entries()) {
				const last = right;
				right += by;
				const is = told(belief, 5 * (step + 1), step === at ? [wrong, right] : [right, right]);
				expect(is === right || (is === wrong && step === at && Math.abs(wrong - last) <= 2)).toBe(true);
			}
		}),
	);
});

it("what two readings in a row say is told, however far it is", () => {
	fc.assert(
		fc.property(WRONG, WRONG, fc.double({ min: -4.9, max: 4.9, noNaN: true }), (from, to, by) => {
			const belief = new Belief(seconds(5));
			told(belief, 0, [from, from]);
			const is = told(belief, 5, [to, to + by]);
			expect(is === to + by || (is === to && Math.abs(to - from) <= 2)).toBe(true);
		}),
	);
});

it("what was doubted is told when the next round says the same, within a minute or three periods, and not when one is in between", () => {
	const rounds = (pace: number, apart: number, ...says: number[]) => {
		const wrong: number[] = [];
		const belief = new Belief(seconds(pace), (_, value) => wrong.push(value));
		const verdicts = says.map((value, nth) => belief.hears("tank", celsius(value), false, instant(apart * nth)));
		return [verdicts.map((verdict) => verdict === "believed"), wrong];
	};
	expect(rounds(5, 60, 40, 41)).toEqual([[false, true], []]);
	expect(rounds(5, 60.1, 40, 41)).toEqual([[false, false], []]);
	expect(rounds(300, 900, 40, 41)).toEqual([[false, true], []]);
	expect(rounds(5, 20, 3, 96, 3, 96, 96)).toEqual([[false, false, false, false, true], []]);
	// A reading is wrong if the ones before and after contradict it, or only the one after, if that comes at once.
	expect(rounds(5, 20, 40, 40, 3, 40)).toEqual([[false, true, false, true], [3]]);
	expect(rounds(5, 20, 40, 40, 50, 60, 61)).toEqual([[false, true, false, false, true], []]);
	expect(rounds(5, 1, 3, 96)).toEqual([[false, false], [3]]);
});

it("what was doubted before a read that failed confirms nothing after ten seconds", () => {
	const after = (apart: number) => {
		const belief = new Belief(seconds(5));
		belief.hears("tank", celsius(3), false, instant(0));
		belief.misses("tank");
		return belief.hears("tank", celsius(3), false, instant(apart));
	};
	expect([after(10), after(10.1)]).toEqual(["believed", "doubted"]);
});

// #wrong-value-that-comes-again
it("a value that was found wrong within the last hour is not told though it comes twice in a row, but in the next round", () => {
	const belief = new Belief(seconds(5));
	expect(told(belief, 0, [96, 96])).toBe(96);
	// Alone, as from a loose contact; the value is 79 to 81 whenever it is wrong.
	expect(told(belief, 5, [79.5, 96])).toBe(96);
	const twice = (at: number, ...says: readonly (readonly [number, number])[]) =>
		says.map(([after, value]) => belief.hears("tank", celsius(value), false, instant(at + after)));
	expect(twice(60, [0, 80.5], [0.9, 79.9])).toEqual(["doubted", "doubted"]);
	expect(told(belief, 65, [96])).toBe(96);
	// It really is that cold now: three readings say so, over two rounds.
	expect(twice(120, [0, 80.5], [0.9, 80.4], [5, 80.2])).toEqual(["doubted", "doubted", "believed"]);
	// Other temperatures are told at once, and this one again after an hour.
	expect(told(belief, 125, [40, 40.5])).toBe(40.5);
	expect(told(belief, 130, [96, 96])).toBe(96);
	expect(told(belief, 65 + 3601, [96, 96])).toBe(96);
	expect(told(belief, 65 + 3605, [80.5, 79.9])).toBe(79.9);
});
