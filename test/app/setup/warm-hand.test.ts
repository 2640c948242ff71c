import { describe, expect, it } from "@jest/globals";
import { inHand, riseOf, type Seen, withSeen } from "../../../src/app/setup/warm-hand.ts";

/** A value every two seconds. */
const seen = (...values: readonly number[]): readonly Seen[] => values.map((value, n) => ({ at: 2 * n, value }));
const steady = seen(21, 21.06, 21, 21.06, 21, 21);

describe("the sensor in a warm hand", () => {
	it("is the one that rises by a kelvin while the others do not", () => {
		expect(
			inHand(
				new Map([
					["a", steady],
					["b", seen(20, 20, 20.4, 21.2, 22.5, 24.2)],
				]),
			),
		).toBe("b");
		expect(
			inHand(
				new Map([
					["a", steady],
					["b", seen(20, 20, 20.2, 20.4, 20.6, 20.8)],
				]),
			),
		).toBeUndefined();
	});

	it("is none where two rise alike, as in the sun", () => {
		expect(
			inHand(
				new Map([
					["a", seen(30, 31, 32, 33)],
					["b", seen(50, 51, 52, 53.4)],
				]),
			),
		).toBeUndefined();
	});

	it("is told from a roof that warms more slowly", () => {
		expect(
			inHand(
				new Map([
					["roof", seen(50, 50.2, 50.4)],
					["b", seen(20, 21, 22.4)],
				]),
			),
		).toBe("b");
	});

	it("counts the rise of the last 20 s, from the lowest on", () => {
		expect(riseOf(seen(30, 20, 21, 24))).toBe(4);
		expect(
			riseOf([
				{ at: 0, value: 10 },
				{ at: 30, value: 22 },
				{ at: 40, value: 22.5 },
			]),
		).toBe(0.5);
		expect(riseOf([])).toBe(0);
	});

	it("cools down again, and is none any more", () => {
		expect(
			inHand(
				new Map([
					["a", steady],
					["b", seen(30, 29, 28, 27)],
				]),
			),
		).toBeUndefined();
	});

	it("remembers a minute", () => {
		const before = seen(...Array.from({ length: 60 }, (_, n) => n));
		const kept = withSeen(before, { at: 120, value: 5 });
		expect([kept[0]?.at, kept.at(-1)?.at]).toEqual([60, 120]);
	});
});
