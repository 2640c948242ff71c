import { describe, expect, it, test } from "@jest/globals";
import { wiredTheOtherWay } from "#checks/wired-the-other-way.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, thermometer, told } from "../fakes/rule-bench.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const AIR = [...SENSORS, thermometer("air", "outdoor_air", 5)];
const bench = (sensors: readonly object[] = AIR) => new Bench(wiredTheOtherWay, plantWith({ sensors }));
const on = (since: number, roof: number, store = 40) => ({
	told: { roof, store, air: 15 },
	circuits: { pump: { runs: true, since, asked: FULL } },
	outputs: { pump: { wanted: FULL, actual: FULL, since } },
});
const off = (since: number, roof: number, store = 40, air = 12) => ({
	told: { roof, store, air },
	circuits: { pump: { runs: false, since } },
	outputs: { pump: { wanted: OFF, actual: OFF, since } },
});
/** A run in which nothing moves. */
const starved = (one: Bench, from: number, gain = 40) => one.during(from, from + 400, on(from, 40 + gain), 10);
/** A night in which the resting collector is as warm as the tank. */
const alike = (one: Bench, from: number, roof = 39, air = 30) =>
	one.during(from, from + 3 * HOUR, { ...off(from - 4 * HOUR, roof, 40, air), clock: (2880 - from / 60) % 1440 }, 60);

describe("a pump on the other contact", () => {
	it("starves while it is on, and flows at night while it rests: both together are found", () => {
		const one = bench();
		alike(one, 5 * HOUR);
		expect(one.found).toEqual([]);
		starved(one, 12 * HOUR);
		expect(told(one.found)).toEqual([["alarm", "wired_the_other_way", { output: "pump" }]]);
	});

	it("starves while it is on, and plunges right after a stop", () => {
		const one = bench();
		starved(one, 0);
		one.look(500, off(500, 80));
		one.look(600, off(500, 70.1, 40.5));
		expect(one.found).toEqual([]);
		one.look(630, off(500, 70, 40.4));
		expect(one.found).toEqual([]);
		one.look(660, off(500, 70, 40.5));
		expect(one.found).toHaveLength(1);
	});

	test.each<[string, number, number, number]>([
		["more than 5 minutes after the stop", 301, 60, 41],
		["where a cloud cools the collector alone", 200, 60, 40.4],
	])("does not plunge %s", (_, after, roof, store) => {
		const one = bench();
		starved(one, 0);
		one.look(500, off(500, 80));
		one.look(500 + after, off(500, roof, store));
		expect(one.found).toEqual([]);
	});

	it("is not a dead pump alone, nor a check valve that leaks", () => {
		const dead = bench();
		for (let day = 0; day < 3; day++) {
			starved(dead, day * DAY);
			dead.during(day * DAY + 12 * HOUR, day * DAY + 15 * HOUR, { ...off(day * DAY + 8 * HOUR, 13), clock: 720 }, 60);
		}
		expect(dead.found).toEqual([]);
		const leaking = bench();
		alike(leaking, 5 * HOUR);
		leaking.during(12 * HOUR, 12 * HOUR + 900, on(12 * HOUR, 55), 10);
		expect(leaking.found).toEqual([]);
	});

	test.each<[string, number, number]>([
		["a collector that is colder than the tank", 36.9, 30],
		["a night that is as warm", 39, 35.1],
	])("is not found at night with %s", (_, roof, air) => {
		const one = bench();
		alike(one, 5 * HOUR, roof, air);
		starved(one, 12 * HOUR);
		expect(one.found).toEqual([]);
	});

	it("needs no sensor outdoors", () => {
		const one = bench(SENSORS);
		const { air: _, ...without } = off(HOUR, 39).told;
		one.during(5 * HOUR, 8 * HOUR, { ...off(HOUR, 39), told: without, clock: 1140 }, 60);
		one.during(12 * HOUR, 12 * HOUR + 400, { ...on(12 * HOUR, 80), told: { roof: 80, store: 40 } }, 10);
		expect(one.found).toHaveLength(1);
	});

	test.each<[number, number, boolean]>([
		[40, 400, true],
		[39.9, 400, false],
		[60, 290, false],
	])("starves with %d K after %d s: %s", (gain, seconds, found) => {
		const one = bench();
		alike(one, 5 * HOUR);
		one.during(12 * HOUR, 12 * HOUR + seconds, on(12 * HOUR, 40 + gain), 10);
		expect(one.found.length > 0).toBe(found);
	});

	it("is not found where both are more than two days apart", () => {
		const one = bench();
		alike(one, 5 * HOUR);
		starved(one, 8 * HOUR + 2 * DAY + 60);
		expect(one.found).toEqual([]);
	});

	it("is over with a run that warms the tank, and not at dusk", () => {
		const one = bench();
		alike(one, 5 * HOUR);
		starved(one, 12 * HOUR);
		one.look(20 * HOUR, off(20 * HOUR, 30));
		one.during(21 * HOUR, 22 * HOUR, on(21 * HOUR, 45), 60);
		expect(one.found).toHaveLength(1);
		one.look(30 * HOUR, off(23 * HOUR, 50));
		one.look(36 * HOUR, on(36 * HOUR, 55));
		one.look(36 * HOUR + 600, on(36 * HOUR, 55, 41));
		expect(one.found).toEqual([]);
	});
});
