import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import {
	after,
	celsius,
	inSeconds,
	instant,
	kelvin,
	minutes,
	seconds,
	shifted,
	since,
	warmerBy,
} from "#model/quantities/units.ts";

/** A running time as the clock gives it, up to ten years. */
const moment = fc.maxSafeNat().map((n) => (n / Number.MAX_SAFE_INTEGER) * 10 * 365.25 * 86_400);

describe("a difference of temperatures", () => {
	test.each([
		[57.9, 50, 7.9],
		[66.1, 58.1, 8],
		[64.4, 60.4, 4],
		[50, 57.9, -7.9],
		[0, 0, 0],
		[-5, -12.5, 7.5],
	])("%d over %d °C is %d K, to the tenth that people speak of", (a, b, difference) => {
		expect(warmerBy(celsius(a), celsius(b))).toBe(difference);
	});

	it("of readings in tenths is exact", () => {
		const tenths = fc.integer({ min: -500, max: 3000 });
		fc.assert(
			fc.property(tenths, tenths, (a, b) =>
				expect(warmerBy(celsius(a / 10), celsius(b / 10)) + 0).toBe((a - b) / 10 + 0),
			),
		);
	});
});

it("moments and durations add up", () => {
	expect(since(instant(10), after(instant(10), seconds(32)))).toBe(32);
	expect(inSeconds(minutes(1.5))).toBe(90);
});

it("the time from a moment to one that is so much later is exactly that much, for ten years", () => {
	fc.assert(
		fc.property(moment, fc.integer({ min: 1, max: 864_000 }), (from, tenths) => {
			const wait = seconds(tenths / 10);
			expect(since(instant(from), after(instant(from), wait))).toBe(wait);
		}),
		{ numRuns: 5000 },
	);
	expect(shifted(celsius(20), kelvin(-1.5))).toBe(18.5);
});
