import { describe, expect, it, test } from "@jest/globals";
import { Jumps } from "#drivers/bus/i2c/jumps.ts";

const told = (pace: number, values: readonly (number | undefined)[]) => {
	const jumps = new Jumps(pace);
	return values.map((value) => {
		if (value === undefined) jumps.misses("t");
		return value !== undefined && jumps.believed("t", value);
	});
};

describe("temperatures that jump", () => {
	test.each([
		["the first one, whatever it is", 5, [180], [true]],
		["up to 3 K at a pace of 5 s", 5, [50, 53, 50], [true, true, true]],
		["one wrong reading, and what comes after it", 5, [50, 95, 50.1], [true, false, true]],
		["a jump that comes again", 5, [50, 95, 95.2], [true, false, true]],
		[
			"a pipe that warms up when the pump starts: all but the first step",
			5,
			[20, 26, 33, 39],
			[true, false, true, false],
		],
		["two wrong readings that contradict each other", 5, [50, 56, 95, 50], [true, false, false, true]],
		["two wrong readings, one worse than the other", 5, [50, 95, 140, 50], [true, false, false, true]],
		["slow paces allow more", 60, [50, 63, 77.5], [true, true, false]],
		["after a short fault as before", 5, [50, undefined, 95, 50], [true, false, false, true]],
		[
			"after a long fault nothing is known",
			5,
			[50, ...Array.from({ length: 6 }, () => undefined), 95],
			[true, ...Array.from({ length: 6 }, () => false), true],
		],
	] as const)("%s", (_, pace, values, believed) => {
		expect(told(pace, values)).toEqual(believed);
	});

	it("of one sensor say nothing of another", () => {
		const jumps = new Jumps(5);
		jumps.believed("a", 20);
		expect(jumps.believed("b", 90)).toBe(true);
	});
});
