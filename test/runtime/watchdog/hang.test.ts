import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { hanging } from "#runtime/watchdog/hang.ts";

const STEP = 1000;
const PATIENCE = 15_000;

/** Rounds as [turns so far, ms since the round before]; which of them found that the loop hangs. */
function found(rounds: readonly (readonly [number, number])[]): number {
	const hangs = hanging(PATIENCE, STEP);
	let now = 5000;
	return rounds.findIndex(([turns, after]) => {
		now += after;
		return hangs(turns, now);
	});
}
const quiet = (rounds: number, turns = 7): [number, number][] => Array.from({ length: rounds }, () => [turns, STEP]);

describe("a loop hangs", () => {
	it("when there was no turn for the whole patience, and not a round before", () => {
		expect(found(quiet(15))).toBe(-1);
		expect(found(quiet(16))).toBe(15);
	});

	it("not while it turns, however seldom within the patience", () => {
		const rounds = Array.from({ length: 200 }, (_, nth): [number, number] => [Math.floor(nth / 14), STEP]);
		expect(found(rounds)).toBe(-1);
	});

	test.each([
		["the machine slept for a night", 8 * 3600 * 1000],
		["the whole process was stopped for a minute", 60_000],
		["the clock ran backwards", -60_000],
	])("not because %s", (_, gap) => {
		expect(found([...quiet(10), [7, gap], [8, STEP], ...quiet(10, 8)])).toBe(-1);
	});

	it("also after a sleep, if it does not turn then", () => {
		expect(found([...quiet(3), [7, 3_600_000], ...quiet(20)])).toBe(14);
	});

	it("never sooner than its patience", () => {
		const round = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5000 }));
		fc.assert(
			fc.property(fc.array(round, { maxLength: 60 }), (rounds) => {
				const at = found(rounds);
				if (at < 0) return;
				const turns = rounds[at]?.[0];
				const since = rounds.slice(0, at + 1).findLastIndex(([other]) => other !== turns) + 1;
				const ms = rounds.slice(since + 1, at + 1).reduce((sum, [, after]) => sum + after, 0);
				expect(ms).toBeGreaterThanOrEqual(PATIENCE);
			}),
		);
	});
});
