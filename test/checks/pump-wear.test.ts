import { describe, expect, it, test } from "@jest/globals";
import { pumpWear } from "#checks/pump-wear.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { Bench, plantWith, told } from "../fakes/rule-bench.ts";

const DAY = 86_400;
const ON = { outputs: { pump: { wanted: FULL, actual: FULL } } };
const RESTS = { outputs: { pump: { wanted: OFF, actual: OFF } } };
const bench = (memory: Readonly<Record<string, unknown>> = {}) => {
	const one = new Bench(pumpWear, plantWith(), "pump");
	one.memory = pumpWear.memory.parse(memory);
	return one;
};
/** So many starts, ten minutes apart. */
const starts = (one: Bench, from: number, count: number) => {
	for (let nth = 0; nth < count; nth += 1) {
		one.look(from + nth * 600, ON);
		one.look(from + nth * 600 + 300, RESTS);
	}
};

describe("a pump that starts often", () => {
	const days = (one: Bench, each: readonly number[]) => {
		one.look(0, RESTS);
		for (const [nth, count] of each.entries()) {
			starts(one, nth * DAY + 1000, count);
			one.look((nth + 1) * DAY, RESTS);
		}
		return told(one.found);
	};
	const OFTEN = (last: number) => [["warning", "pump_starts_often", { output: "pump", starts: last, days: 3 }]];

	test.each<[readonly number[], readonly unknown[]]>([
		[[60, 60, 60], OFTEN(60)],
		[[60, 60], []],
		[[60, 60, 59], []],
		[[60, 60, 59, 60], []],
		[[70, 60, 65, 62], OFTEN(62)],
		[[60, 60, 60, 59], []],
	])("%j times a day: %j", (each, found) => {
		expect(days(bench(), each)).toEqual(found);
	});

	it("counts a day from its first look, to the second", () => {
		const one = bench();
		one.look(500, RESTS);
		starts(one, 1000, 5);
		one.look(500 + DAY - 1, RESTS);
		expect(one.memory).toMatchObject({ today: 5, many: [] });
		one.look(500 + DAY, ON);
		expect(one.memory).toMatchObject({ today: 1, starts: 6 });
	});
});

describe("a pump that has done what it is made for", () => {
	const WORN = (hours: number, count: number) => [["warning", "pump_worn", { output: "pump", hours, starts: count }]];
	test.each<[number, number, readonly unknown[]]>([
		[40_000 * 3600, 5, WORN(40_000, 5)],
		[40_000 * 3600 - 1, 5, []],
		[7199, 100_000, WORN(1, 100_000)],
		[7199, 99_999, []],
	])("after %d s and %d starts: %j", (seconds, count, found) => {
		expect(told(bench({ seconds, starts: count }).found)).toEqual(found);
	});

	it("counts its starts and the time that it runs, once a minute and at its stop", () => {
		const one = bench();
		const seen = (second: number, what: object) => {
			one.look(second, what);
			const { seconds, starts: count } = one.memory as { seconds: number; starts: number };
			return [seconds, count, one.changed];
		};
		expect(seen(0, RESTS)).toEqual([0, 0, true]);
		expect(seen(10, {})).toEqual([0, 0, false]);
		expect(seen(20, ON)).toEqual([0, 1, true]);
		expect(seen(79, {})).toEqual([0, 1, false]);
		expect(seen(80, {})).toEqual([60, 1, true]);
		expect(seen(100, RESTS)).toEqual([80, 1, true]);
		expect(seen(200, {})).toEqual([80, 1, false]);
		expect(seen(300, ON)).toEqual([80, 2, true]);
		expect(seen(DAY, {})).toEqual([80 + DAY - 300, 2, true]);
		expect(seen(DAY + 10, {})).toEqual([80 + DAY - 300, 2, false]);
	});

	it("counts from its first look, also one that runs then", () => {
		const one = bench();
		one.look(0, ON);
		expect(one.memory).toEqual({ on: true, at: 500_000, seconds: 0, starts: 1, day: 500_000, today: 1, many: [] });
	});

	it("never counts backwards", () => {
		const one = bench({ on: true, at: 500_100, seconds: 50, day: 500_000 });
		one.look(40, RESTS);
		expect(one.memory).toMatchObject({ seconds: 50 });
	});

	it("adds what was counted while the saved totals could not be read", () => {
		const saved = pumpWear.memory.parse({ seconds: 1000, starts: 10, many: [61, 62], today: 7 });
		const since = pumpWear.memory.parse({ on: true, seconds: 50, starts: 2, many: [63], today: 2, day: 5, at: 9 });
		expect(pumpWear.joined?.(saved, since, 0 as never)).toEqual({
			...{ on: true, seconds: 1050, starts: 12, many: [61, 62], today: 2, day: 5, at: 9 },
		});
	});

	it("is a pump", () => {
		const { outputs } = plantWith();
		expect(outputs.map((output) => pumpWear.where?.(output, plantWith()))).toEqual([true, false]);
	});
});
