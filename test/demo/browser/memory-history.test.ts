import { expect, test } from "@jest/globals";
import { MemoryHistory } from "#demo/browser/memory-history.ts";
import type { Recorded } from "#store/history/history.ts";

const minute = (n: number): Recorded => ({ kind: "minute", minute: n, means: [["tank", n]] });
const switched = (at: number, percent: number): Recorded => ({ kind: "switched", at, output: "pump", percent });

test("minutes from one moment to before another, at most as many as asked", () => {
	const history = new MemoryHistory();
	history.record([1, 2, 3, 4].map(minute));
	expect(history.read.minutes(2, 4, 10).map((one) => one.minute)).toEqual([2, 3]);
	expect(history.read.minutes(1, 5, 1).map((one) => one.minute)).toEqual([1]);
});

test("changes are preceded by the last earlier one of each output", () => {
	const history = new MemoryHistory();
	history.record([switched(10, 100), switched(20, 0), switched(30, 100)]);
	expect(history.read.switched(25, 40)).toEqual([switched(20, 0), switched(30, 100)]);
	expect(history.read.switched(25, 30)).toEqual([switched(20, 0)]);
});

test("two days are kept, and the state before them", () => {
	const history = new MemoryHistory();
	history.record([switched(0, 100), ...Array.from({ length: 3000 }, (_, n) => minute(n)), switched(170_000_000, 0)]);
	expect(history.read.minutes(0, 5000, 5000)).toHaveLength(2880);
	expect(history.read.minutes(0, 5000, 1)[0]?.minute).toBe(120);
	expect(history.read.switched(0, 180_000_000)).toEqual([switched(0, 100), switched(170_000_000, 0)]);
});

test("the energy of a day, the newest of what was told", () => {
	const history = new MemoryHistory();
	const day = (kwh: number): Recorded => ({
		...{ kind: "energy_day", day: "2026-06-21", source: "solar", boundary: "tank", from: 0, kwh },
	});
	history.record([day(1), day(2)]);
	expect(history.read.energyDays("2026-06-21", "2026-06-22")).toEqual([day(2)]);
	expect(history.read.energyDays("2026-06-22", "2026-06-23")).toEqual([]);
});
