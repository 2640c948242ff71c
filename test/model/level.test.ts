import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { canDo, roundedDown, roundedUp } from "#model/plant/level.ts";
import { percent } from "#model/quantities/units.ts";

const relay = {};
const pump = { level: { min: percent(30), max: percent(90), step: percent(5) } };

describe("bounds on a level are rounded to what the output can do", () => {
	test.each([
		[0, 0, 0],
		[1, 100, 0],
		[45, 100, 0],
		[99, 100, 0],
		[100, 100, 100],
	])("of a relay: at least %i % is %i %, at most that is %i %", (asked, up, down) => {
		expect([roundedUp(relay, percent(asked)), roundedDown(relay, percent(asked))]).toEqual([up, down]);
	});

	test.each([
		[0, 0, 0],
		[10, 30, 0],
		[30, 30, 30],
		[41, 45, 40],
		[45, 45, 45],
		[88, 90, 85],
		[100, 90, 90],
	])("of a pump with speeds: at least %i % is %i %, at most that is %i %", (asked, up, down) => {
		expect([roundedUp(pump, percent(asked)), roundedDown(pump, percent(asked))]).toEqual([up, down]);
	});

	it("gives only levels that the output has, and goes beyond what was asked only where it must", () => {
		fc.assert(
			fc.property(fc.constantFrom(relay, pump), fc.double({ min: 0, max: 100, noNaN: true }), (output, n) => {
				const [up, down] = [roundedUp(output, percent(n)), roundedDown(output, percent(n))];
				expect([canDo(output, up), canDo(output, down)]).toEqual([true, true]);
				expect(down).toBeLessThanOrEqual(n);
				if (n <= roundedDown(output, percent(100))) expect(up).toBeGreaterThanOrEqual(n);
			}),
		);
	});

	test.each([
		[0, true, true],
		[45, false, true],
		[42, false, false],
		[20, false, false],
		[95, false, false],
		[100, true, false],
	])("%i % can be done by a relay: %s, by the pump: %s", (level, byRelay, byPump) => {
		expect([canDo(relay, percent(level)), canDo(pump, percent(level))]).toEqual([byRelay, byPump]);
	});
});
