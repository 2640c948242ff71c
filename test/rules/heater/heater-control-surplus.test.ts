import { describe, expect, it, test } from "@jest/globals";
import { PLAIN } from "#control/explain/compare.ts";
import type { Reading } from "#model/plant/reading.ts";
import { FULL, instant, OFF, percent, watts } from "#model/quantities/units.ts";
import { levelIn, type Surplus, surplus, surplusIn, tellersIn } from "#rules/heater/heater-control-surplus.ts";
import { surplusPlant } from "./tank.ts";

const NOW = 50_000;
const LEVEL = { min: percent(10), max: percent(100), step: percent(1) };
interface Told {
	readonly power?: number;
	readonly price?: number;
	/** Of the heaters, as their boards confirm. */
	readonly runs?: readonly (number | undefined)[];
	readonly levels?: boolean;
	readonly read?: number;
	readonly limits?: object;
	readonly whole?: number;
}
function turn(
	before: Surplus,
	{ power, price, runs = [0], levels = false, read = NOW, limits = {}, whole = 3000 }: Told,
) {
	const plant = surplusPlant(levels ? { heater: { level: LEVEL } } : {});
	const tellers = tellersIn(plant);
	const reading = (value: number | undefined): Reading =>
		value === undefined ? { kind: "unknown" } : { kind: "ok", value: value as never, at: instant(read) };
	const readings = plant.sensors.map(({ role }) =>
		reading(role === "surplus_power" ? power : role === "price" ? price : undefined),
	);
	const [heater] = plant.outputs.filter(({ role }) => role === "heater");
	if (heater === undefined) throw new Error("the plant has a heater");
	return surplusIn(before, tellers, {
		now: instant(NOW),
		readings,
		heaters: runs.map((_, index) => ({ ...heater, index })),
		outputs: runs.map((level) => (level === undefined ? { wanted: FULL } : { wanted: OFF, actual: percent(level) })),
		compare: PLAIN,
		power: watts(whole),
		surplus_from: watts(3000),
		surplus_hysteresis: watts(500),
		surplus_reading: "feed_in",
		price_below: 0.2,
		price_hysteresis: 0.05,
		...limits,
	});
}
const NONE: Surplus = { on: false };
const ALL: Surplus = { on: true };

describe("surplus for a heater that is on or off", () => {
	test.each<[Surplus, number | undefined, boolean]>([
		[NONE, 3000, true],
		[NONE, 2999, false],
		[ALL, 2501, true],
		[ALL, 2500, false],
		[NONE, undefined, false],
		[ALL, undefined, false],
	])("%j with %s W is there: %s", (before, power, on) => {
		const after = turn(before, { ...(power !== undefined && { power }) });
		expect(after).toEqual({ on });
		if (on === before.on) expect(after).toBe(before);
	});

	test.each<[readonly (number | undefined)[], number, boolean]>([
		[[100], 0, true],
		[[100], -1, false],
		[[50], 1500, true],
		[[50], 1499, false],
		[[undefined], 0, true],
		[[0], 2999, false],
		[[100, 100], -3000, true],
		[[100, 100], -3001, false],
		[[100, 0], 0, true],
	])("counts what the heaters take at %j %, beside %d W fed in: %s", (runs, power, on) => {
		expect(turn(NONE, { runs, power }).on).toBe(on);
		expect(turn(NONE, { runs, power, limits: { surplus_reading: "available" } }).on).toBe(false);
	});
});

describe("a low price", () => {
	test.each<[Surplus, number, boolean]>([
		[NONE, 0.2, true],
		[NONE, 0.21, false],
		[ALL, 0.25, true],
		[ALL, 0.26, false],
		[{ on: true, level: 40 }, 0.21, false],
		[{ on: true, level: 40 }, 0.2, true],
	])("%j at %d is surplus: %s", (before, price, on) => {
		expect(turn(before, { price })).toEqual({ on });
	});
	it("changes nothing while it lasts", () => {
		expect(turn(ALL, { price: 0.2 })).toBe(ALL);
	});
	it("is full power for a heater with levels", () => {
		expect(turn({ on: true, level: 40, at: 5 }, { price: 0.1, power: 1000, levels: true })).toEqual(ALL);
		expect([levelIn(ALL), levelIn({ on: true, level: 40 })]).toEqual([100, 40]);
	});
});

describe("surplus for a heater with levels", () => {
	const on = (level: number, at = NOW - 10): Surplus => ({ on: true, level, at });

	test.each<[number, Surplus]>([
		// It begins with 500 W to spare, at 10 % of 3 kW.
		[800, { on: true, level: 10, at: NOW }],
		[799, NONE],
		[2000, { on: true, level: 50, at: NOW }],
		[9000, { on: true, level: 100, at: NOW }],
		[-500, NONE],
	])("of %d W begins: %j", (power, after) => {
		expect(turn(NONE, { power, levels: true })).toEqual(after);
	});

	test.each<[number, number, Surplus]>([
		[1500, 40, { on: true, level: 50, at: NOW }],
		[300, 40, { on: true, level: 10, at: NOW }],
		[299, 40, NONE],
		[-10, 40, NONE],
	])("of %d W is followed: %j", (power, level, after) => {
		expect(turn(on(level), { power, levels: true })).toEqual(after);
	});

	it("is followed by what the meter read 10 s after the last change", () => {
		const before = on(40, NOW - 10);
		expect(turn(before, { power: 1500, levels: true, read: NOW - 1 })).toBe(before);
		expect(turn(before, { power: 1500, levels: true, read: NOW })).toEqual({ on: true, level: 50, at: NOW });
		expect(turn({ on: false, at: NOW - 5 }, { power: 2000, levels: true })).toEqual({ on: true, level: 50, at: NOW });
		expect(turn({ on: true, level: 40 }, { power: 1500, levels: true })).toEqual({ on: true, level: 50, at: NOW });
	});

	it("changes nothing at the same level, or while there is none", () => {
		const before = on(50);
		expect(turn(before, { power: 1500, levels: true })).toBe(before);
		expect(turn(NONE, { power: 0, levels: true })).toBe(NONE);
	});

	it("is shared by all heaters", () => {
		expect(turn(on(10), { runs: [0, 0], power: 3000, levels: true })).toEqual({ on: true, level: 50, at: NOW });
	});

	it("is none for a heater without power", () => {
		expect(turn(on(40), { power: 5000, levels: true, whole: 0 })).toEqual(NONE);
		expect(turn(NONE, { power: 5000, levels: true, whole: 0 })).toBe(NONE);
		expect(turn(NONE, { power: 500.5, levels: true, whole: 1 })).toEqual({ on: true, level: 50, at: NOW });
	});

	it("is 0 % at least, and nothing at first", () => {
		expect(surplus.parse(undefined)).toEqual({ on: false });
	});
});

describe("the sensors that tell of surplus", () => {
	it("are found by role", () => {
		const { power, price } = tellersIn(surplusPlant());
		expect([power?.role, price?.role]).toEqual(["surplus_power", "price"]);
		expect(tellersIn({ ...surplusPlant(), sensors: [] })).toEqual({});
	});
});
