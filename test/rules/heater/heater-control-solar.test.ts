import { describe, expect, it, test } from "@jest/globals";
import { celsius, instant, seconds } from "#model/quantities/units.ts";
import { type Solar, waiting } from "#rules/heater/heater-control-solar.ts";

const MINUTE = 60;
const HOUR = 3600;
const T = 100_000;
interface Turn {
	readonly now?: number;
	readonly tank?: number;
	readonly charging?: boolean;
	readonly heats?: boolean;
	/** Seconds within which 50 °C are wanted; null while they are not. */
	readonly within?: number | null;
}
const turn = (before: Solar, { now = T, tank = 40, charging = true, heats = false, within = 2 * HOUR }: Turn = {}) =>
	waiting(before, {
		now: instant(now),
		tank: celsius(tank),
		charging,
		heats,
		wanted: within === null ? undefined : { target: celsius(50), within: seconds(within) },
	});
const HEAT = { kind: "heat" };

describe("while the sun does not charge", () => {
	test.each<[string, Solar, Solar]>([
		["what was measured is forgotten", { at: 1, from: 2, rate: 3, until: 4 }, {}],
		["a measurement alone is forgotten", { at: 1, from: 2 }, {}],
		["a wait alone is forgotten", { until: 4 }, {}],
		["a sun that was too weak is remembered", { at: 1, weak_until: T + 1 }, { weak_until: T + 1 }],
		["a sun that was too weak is forgotten in time", { at: 1, weak_until: T }, {}],
	])("%s, and the heater heats", (_, before, after) => {
		expect(turn(before, { charging: false })).toEqual([after, HEAT]);
	});

	test.each<Solar>([{}, { weak_until: T + 1 }])("nothing is new: %j", (before) => {
		expect(turn(before, { charging: false })[0]).toBe(before);
	});
	it("the end of a weak sun is new", () => {
		expect(turn({ weak_until: T }, { charging: false })).toEqual([{}, HEAT]);
	});
});

describe("while no heat is wanted", () => {
	it("the sun is measured all the same, and no wait begins", () => {
		expect(turn({}, { within: null })).toEqual([{ at: T, from: 40 }, HEAT]);
		const before = { at: T - 5, from: 40 };
		expect(turn(before, { within: null })[0]).toBe(before);
		expect(turn({ ...before, until: T + 9 }, { within: null })).toEqual([before, HEAT]);
	});
});

describe("the measurement", () => {
	const begun: Solar = { at: T, from: 40, until: T + 2 * HOUR };

	it("begins with the charging, and takes 10 minutes", () => {
		expect(turn({})).toEqual([begun, { kind: "measuring", left: 600 }]);
		const [same, wait] = turn(begun, { now: T + 599, tank: 45 });
		expect([same === begun, wait]).toEqual([true, { kind: "measuring", left: 1 }]);
	});

	it("gives a rate to a tenth after 10 minutes, which counts until half an hour", () => {
		const [rated, wait] = turn(begun, { now: T + 600, tank: 41.241 });
		// 1.241 K in 10 minutes are 7.4 K/h, and 8.759 K at that take 4261 s.
		expect([rated, wait]).toEqual([
			{ ...begun, rate: 7.4 },
			{ kind: "enough", rate: 7.4, left: 4262 },
		]);
		expect(turn(rated, { now: T + 1799, tank: 49 })[0]).toBe(rated);
		expect(turn(rated, { now: T + 1800, tank: 43 })[0]).toEqual({ ...begun, at: T + 1800, from: 43, rate: 6 });
	});

	it("waits for the heater to stop, and begins anew then, with the rate of before", () => {
		const rated = { ...begun, rate: 6 };
		const [paused, wait] = turn(begun, { heats: true, now: T + 60 });
		expect([paused, wait]).toEqual([{ until: T + 2 * HOUR }, { kind: "measuring", left: 600 }]);
		expect(turn(paused, { heats: true, now: T + 120 })[0]).toBe(paused);
		const [kept] = turn(rated, { heats: true, now: T + 60, tank: 41 });
		expect(kept).toEqual({ until: T + 2 * HOUR, rate: 6 });
		expect(turn(kept, { now: T + 180, tank: 42 })[0]).toEqual({ ...rated, at: T + 180, from: 42 });
	});

	it("is not waited for where it takes as long as there is", () => {
		expect(turn({}, { within: 601 })[1]).toEqual({ kind: "measuring", left: 600 });
		expect(turn({}, { within: 600 })[1]).toEqual(HEAT);
		expect(turn({}, { within: 0 })[1]).toEqual(HEAT);
	});
});

describe("the sun", () => {
	const rated = (rate: number, until: number): Solar => ({ at: T - 600, from: 40, rate, until: T + until });

	test.each<[number, number, number, unknown]>([
		// 10 K at 10 K/h take an hour.
		[10, 40, HOUR, { kind: "enough", rate: 10, left: HOUR }],
		[10, 40, HOUR - 1, HEAT],
		[10, 45, HOUR / 2, { kind: "enough", rate: 10, left: HOUR / 2 }],
		[0.5, 49.5, HOUR, { kind: "enough", rate: 0.5, left: HOUR }],
		[0, 40, 100 * HOUR, HEAT],
		[-1, 40, 100 * HOUR, HEAT],
		[10, 40, 0, HEAT],
		[100, 50, 1, { kind: "enough", rate: 100, left: 0 }],
		[100, 50, 0, HEAT],
	])("that gives %d K/h to a tank of %d °C with %d s left: %j", (rate, tank, left, wait) => {
		expect(turn(rated(rate, left), { tank })[1]).toEqual(wait);
	});

	it("that is too slow is not waited for again for an hour", () => {
		const [weak] = turn(rated(1, HOUR));
		expect(weak).toEqual({ ...rated(1, HOUR), weak_until: T + 60 * MINUTE });
		const fast = { ...weak, at: T + HOUR - 60, rate: 100, until: T + 2 * HOUR };
		expect(turn(fast, { now: T + HOUR - 1 })[1]).toEqual(HEAT);
		const again = { at: T + HOUR - 60, from: 40, rate: 100, until: T + 2 * HOUR, weak_until: T + HOUR };
		expect(turn(again, { now: T + HOUR })[1]).toMatchObject({ kind: "enough" });
	});

	it("is waited for no longer than was allowed when heat was wanted first", () => {
		expect(turn({}, { within: HOUR })[0].until).toBe(T + HOUR);
		expect(turn({ at: T, from: 40, until: T + HOUR }, { now: T + 60, within: HOUR })[0].until).toBe(T + HOUR);
	});
});
