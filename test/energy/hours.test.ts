import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { type Count, countedByHour, figuresOf, joinedCounts, NOTHING, type Times } from "#energy/counting/count.ts";
import { instant } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";
import { wallOn } from "./rig.ts";

const DAY = "2026-10-25";
const on = (minute_of_day: number, date = DAY): Wall => ({ ...wallOn(date), minute_of_day });
const at = (now: number, wall: Wall): Times => ({ now: instant(now), begun: instant(0), wall });
/** Shown as it is some minutes later. */
const shown = (count: Count) => figuresOf({ ...count, told: count.total });
const counting = (rows: readonly (readonly [wall: Wall, kwh: number, took?: number])[]) =>
	rows.reduce<Count>((count, [wall, kwh, took], n) => countedByHour(count, kwh, at(10 * n, wall), took), NOTHING);

describe("a count by the hour", () => {
	it("has each amount in its hour of the local day, and adds up to the day", () => {
		const count = counting([
			[on(8 * 60 + 59), 0.5],
			[on(9 * 60), 1],
			[on(9 * 60 + 59), 0.25],
			[on(23 * 60 + 59), 2],
		]);
		const { hours = [], today } = shown(count);
		expect([hours[8], hours[9], hours[23]]).toEqual([0.5, 1.25, 2]);
		expect(hours.reduce((a, b) => a + b, 0)).toBeCloseTo(today ?? 0);
	});

	it("begins anew at midnight, also where the first hour of the new day counts nothing", () => {
		const count = counting([
			[on(23 * 60 + 59), 2],
			[on(0, "2026-10-26"), 0],
		]);
		expect(shown(count).hours ?? []).toEqual([]);
		expect(shown(countedByHour(count, 1, at(20, on(61, "2026-10-26")))).hours).toEqual([0, 1]);
	});

	it("has one hour for both, where the clock shows the same hour twice, and none where it skips one", () => {
		const autumn = counting([
			[on(2 * 60 + 30), 1],
			[on(2 * 60 + 10), 0.5],
			[on(3 * 60), 0.25],
		]);
		expect(shown(autumn).hours).toEqual([0, 0, 1.5, 0.25]);
		const spring = counting([
			[on(119, "2026-03-29"), 1],
			[on(180, "2026-03-29"), 0.5],
		]);
		expect(shown(spring).hours).toEqual([0, 1, 0, 0.5]);
	});

	it("shares what a meter tells late among the hours that it took, none of them before midnight", () => {
		expect(shown(counting([[on(13 * 60), 3, 1]])).hours?.slice(12)).toEqual([3, 0]);
		expect(shown(counting([[on(13 * 60 + 30), 3, 1.5]])).hours?.slice(12)).toEqual([2, 1]);
		expect(shown(counting([[on(30), 3, 5]])).hours).toEqual([3]);
	});

	it("shows no more of the hours than of the day, and takes nothing back after a kill", () => {
		const saved = counting([
			[on(600), 1],
			[on(660), 1],
		]);
		const hours = figuresOf({ ...saved, told: 1.4 }).hours?.slice(10);
		expect(hours).toEqual([1, expect.closeTo(0.4)]);
	});

	it("knows no hour while the machine does not know the time", () => {
		const count = counting([
			[UNTRUSTED, 1],
			[on(600), 0.5],
		]);
		expect(shown(count)).toMatchObject({ total: 1.5, today: 0.5 });
		expect(shown(count).hours?.[10]).toBe(0.5);
	});

	it("joins what was counted while the store could not be read", () => {
		const saved = counting([[on(600), 1]]);
		const since = counting([
			[on(600), 0.5],
			[on(660), 0.25],
		]);
		expect(joinedCounts(saved, since, 0).hours?.slice(10)).toEqual([1.5, 0.25]);
		const yesterday = counting([[on(600, "2026-10-24"), 1]]);
		const next = countedByHour(joinedCounts(yesterday, since, 0), 0, at(100, on(661)));
		expect(shown(next).hours ?? []).toEqual([]);
	});

	test("adds up to the day whatever the clock does", () => {
		const row = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.double({ min: 0, max: 5, noNaN: true }), fc.nat(30));
		fc.assert(
			fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
				const { hours = [], today = 0 } = shown(counting(rows.map(([minute, kwh, took]) => [on(minute), kwh, took])));
				expect(hours.length).toBeLessThanOrEqual(24);
				expect(hours.reduce((a, b) => a + b, 0)).toBeCloseTo(today, 3);
			}),
		);
	});
});
