import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { type Count, counted, figuresOf, joinedCounts, NOTHING, type Times } from "#energy/counting/count.ts";
import { instant } from "#model/quantities/units.ts";
import { UNTRUSTED, type Wall } from "#model/quantities/wall.ts";
import { clock } from "#runtime/clock.ts";
import { wallOn } from "./rig.ts";

const at = (now: number, wall: Wall = wallOn("2026-07-01"), begun = 0): Times => ({
	now: instant(now),
	begun: instant(begun),
	wall,
});

describe("a count", () => {
	it("shows what was counted once it has been saved, which takes two minutes at least", () => {
		const shown = (seconds: number) =>
			Array.from({ length: seconds / 10 }, (_, n) => 10 * (n + 1)).reduce(
				(count, now) => counted(count, now === 10 ? 5 : 0, at(now)),
				counted(NOTHING, 0, at(0)),
			);
		expect(figuresOf(shown(120)).total).toBe(0);
		expect(figuresOf(shown(240)).total).toBe(5);
	});

	it("is the same object while nothing changes, so that it is not written", () => {
		let count = counted(NOTHING, 1, at(0));
		for (let now = 10; now <= 300; now += 10) count = counted(count, 0, at(now));
		expect(counted(count, 0, at(400))).toBe(count);
	});

	it("takes nothing that is no amount", () => {
		for (const amount of [-1, Number.NaN, Number.POSITIVE_INFINITY])
			expect(counted(NOTHING, amount, at(0)).total).toBe(0);
	});

	it("begins days, months and years at the local midnight", () => {
		const days = ["2026-12-30", "2026-12-31", "2027-01-01", "2027-02-01"].map((date) => wallOn(date));
		const found = days.reduce<{ count: Count; all: unknown[] }>(
			({ count, all }, wall, day) => {
				const morning = counted(count, 2, at(day * 86_400, wall));
				const evening = counted(morning, 3, at(day * 86_400 + 3600, wall));
				const { today, month, year } = figuresOf({ ...evening, told: evening.total });
				return { count: evening, all: [...all, [today, month, year]] };
			},
			{ count: NOTHING, all: [] },
		);
		expect(found.all).toEqual([
			[5, 5, 5],
			[5, 10, 10],
			[5, 5, 5],
			[5, 5, 10],
		]);
	});

	it("knows no day before the machine knows the time", () => {
		const count = counted(NOTHING, 2, at(0, UNTRUSTED));
		expect(figuresOf(count)).toEqual({ total: 0 });
		expect(figuresOf(counted(count, 1, at(300)))).toMatchObject({ today: 0 });
	});

	it("keeps its day while the clock is not trusted", () => {
		const count = counted(counted(NOTHING, 2, at(0)), 1, at(10, UNTRUSTED));
		expect(count).toMatchObject({ day: "2026-07-01", day_from: 0, total: 3 });
	});

	it("adds what was counted while the store could not be read, and shows it once that is saved", () => {
		const saved = { ...counted(NOTHING, 10, at(0)), told: 9 };
		const joined = joinedCounts(saved, counted(NOTHING, 2, at(50)), 1000);
		const first = counted(joined, 0, at(1060, wallOn("2026-07-01"), 1055));
		expect([first.total, first.told]).toEqual([12, 10]);
		expect(counted(first, 0, at(1190, wallOn("2026-07-01"), 1055)).told).toBe(12);
	});
});

/** The time zone of the house: days of 23 and of 25 hours. */
test.each([
	["2026-03-28T23:00:00Z", 23],
	["2026-10-24T22:00:00Z", 25],
	["2026-07-01T22:00:00Z", 24],
])("the day that begins at %s in Stockholm has %d hours, each counted once", (midnight, hours) => {
	const from = Date.parse(midnight);
	let ms = from;
	const time = clock({
		start: instant(0),
		time_zone: "Europe/Stockholm",
		monotonic: () => (ms - from) / 1000,
		wall: () => new Date(ms),
	});
	let count = NOTHING;
	const ends: number[] = [];
	for (let minute = 0; minute < 26 * 60; minute++) {
		ms = from + minute * 60_000;
		const before = count;
		count = counted(count, 1 / 60, { now: time.now(), begun: instant(0), wall: time.wall() });
		if (before.day !== undefined && before.day !== count.day) ends.push(before.total - (before.day_from ?? 0));
	}
	expect(ends).toHaveLength(1);
	expect(ends[0]).toBeCloseTo(hours, 6);
});

test("what is shown never falls, whatever is killed when, and invents nothing", () => {
	const step = fc.record({
		after: fc.integer({ min: 1, max: 90 }),
		kwh: fc.float({ min: 0, max: 1, noNaN: true }),
		kill: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			let [now, begun, count, real] = [0, 0, NOTHING, 0];
			let saved = { now, count, at: 0 };
			let shown = 0;
			let today = 0;
			for (const { after, kwh, kill } of steps) {
				now += after;
				real += kwh;
				count = counted(count, kwh, at(now, wallOn("2026-07-01"), begun));
				if (now - saved.at >= 60) saved = { now, count: JSON.parse(JSON.stringify(count)), at: now };
				const figures = figuresOf(count);
				expect(figures.total).toBeGreaterThanOrEqual(shown);
				expect(figures.today ?? 0).toBeGreaterThanOrEqual(today);
				expect(figures.total).toBeLessThanOrEqual(real + 1e-9);
				[shown, today] = [figures.total, figures.today ?? 0];
				if (kill) [now, begun, count] = [saved.now, saved.now + 0.001, saved.count];
			}
		}),
		{ numRuns: 500 },
	);
});
