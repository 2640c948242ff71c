import { describe, expect, it, test } from "@jest/globals";
import { sensorOffset } from "#checks/sensor-offset.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer, told, twoPumps } from "../fakes/rule-bench.ts";

const AIR = thermometer("air", "outdoor_air", 5);
const HOUR = 3600;
const DAY = 24 * HOUR;
const plant = () => plantWith({ sensors: [...SENSORS, AIR] });
/** The second 0 is midnight, and its pump has rested long. */
const REST: Seen = { outputs: { pump: { wanted: OFF, actual: OFF, since: -3 * HOUR } }, clock: 0 };
const bench = () => {
	const one = new Bench(sensorOffset, plant());
	one.look(0, REST);
	return one;
};
/** Nights with such a difference, each looked at minute by minute until after 4. */
const nights = (one: Bench, each: readonly number[], first = 0) => {
	for (const [nth, k] of each.entries())
		one.during((first + nth) * DAY + HOUR, (first + nth) * DAY + 4 * HOUR, { told: { roof: 10 + k, air: 10 } }, 60);
	return one.found.map(({ facts }) => facts["offset"]);
};

describe("a collector's sensor with an offset", () => {
	test.each<[readonly number[], readonly unknown[]]>([
		[[3.5, 3.5, 3.5], [3.5]],
		[[3.4, 3.5, 3.5], []],
		[[3.5, 3.5, 3.4], []],
		[[5, 5], []],
		[[5, 5, 9.9], [9.9]],
		[[5, 5, 10], []],
		[[10, 5, 5], []],
		[Array(7).fill(-4), [-4]],
		[Array(6).fill(-4), []],
		[[-4, -4, -4, -3.9, -4, -4, -4], []],
		[[0, 5, 4, 6], [6]],
	])("in nights of %j K: %j", (each, found) => {
		expect(nights(bench(), each)).toEqual(found);
	});

	it("is told with its neighbour, the offset of the last night and the nights that were looked at", () => {
		const one = bench();
		nights(one, [0, 5, 4, 6]);
		const facts = { sensor: "roof", by: "air", offset: 6, nights: 4 };
		expect(told(one.found)).toEqual([["warning", "sensor_offset", facts]]);
		nights(one, [6, 6, 6, 6], 4);
		expect(one.found[0]?.facts).toMatchObject({ nights: 7 });
	});

	test.each<[readonly number[], number]>([
		[[2.9, -2.9, 2.9], 0],
		[[2.9, 2.9], 1],
		[[2.9, 3, 2.9], 1],
		[[2.9, -3, 2.9], 1],
	])("is over after nights of %j K: %d found", (each, count) => {
		const one = bench();
		nights(one, [5, 5, 5]);
		expect(nights(one, each, 3)).toHaveLength(count);
	});

	it("is a mean to a tenth, minute by minute from 2 to 4", () => {
		const one = bench();
		one.during(HOUR, 2 * HOUR - 60, { told: { roof: 99, air: 10 } }, 60);
		expect(one.memory).toEqual({ nights: [] });
		one.during(2 * HOUR, 3 * HOUR - 1, { told: { roof: 12, air: 10 } }, 30);
		one.during(3 * HOUR, 4 * HOUR - 1, { told: { roof: 13.28, air: 10 } }, 30);
		expect(one.memory).toMatchObject({ count: 120 });
		one.look(4 * HOUR, { told: { roof: 99 } });
		expect(one.memory).toEqual({ nights: [2.6] });
		one.look(4 * HOUR + 60);
		expect(one.changed).toBe(false);
	});

	test.each<[number, readonly number[]]>([
		[59, []],
		[60, [5]],
	])("is known of a night that was seen for %d minutes: %j", (minutes, kept) => {
		const one = bench();
		one.during(2 * HOUR, 2 * HOUR + (minutes - 1) * 60, { told: { roof: 15, air: 10 } }, 60);
		one.look(4 * HOUR, { told: { roof: "lost" } });
		expect(one.memory).toEqual({ nights: kept });
	});

	it("is kept through a night that was not seen for long", () => {
		const one = bench();
		nights(one, [5, 5, 5]);
		one.during(3 * DAY + 2 * HOUR, 3 * DAY + 2 * HOUR + 600, { told: { roof: 10 } }, 60);
		one.look(3 * DAY + 4 * HOUR);
		expect(one.memory).toEqual({ nights: [5, 5, 5], found: 5 });
	});

	test.each<[string, Seen]>([
		["its pump runs", { outputs: { pump: { wanted: FULL, actual: FULL } } }],
		["its pump has rested for less than 3 hours", { outputs: { pump: { wanted: OFF, since: HOUR + 60 } } }],
		["its sensor is lost", { told: { roof: "lost", air: 10 } }],
		["the air's sensor is lost", { told: { roof: 15, air: "lost" } }],
		["nobody has set the clock", { clock: undefined }],
	])("is not looked at while %s", (_, seen) => {
		const one = bench();
		one.look(1.5 * HOUR, { told: { roof: 15, air: 10 } });
		one.during(2 * HOUR, 4 * HOUR - 60, seen, 60);
		expect(one.memory).toEqual({ nights: [] });
	});

	it("is looked at once its pump has rested for 3 hours, and once a minute", () => {
		const one = bench();
		one.look(2.5 * HOUR - 1, { told: { roof: 15, air: 10 }, outputs: { pump: { since: -HOUR / 2 } } });
		expect(one.memory).toEqual({ nights: [] });
		one.look(2.5 * HOUR);
		expect(one.memory).toMatchObject({ count: 1, sum: 5 });
		one.look(2.5 * HOUR + 59);
		expect(one.changed).toBe(false);
		one.look(2.5 * HOUR + 60);
		expect(one.memory).toMatchObject({ count: 2, sum: 10 });
	});

	it("counts the rest from the start where nobody knows when the pump ran", () => {
		const one = bench();
		one.look(0, { outputs: { pump: { since: undefined } }, told: { roof: 15, air: 10 } });
		one.look(3 * HOUR - 1);
		expect(one.memory).toEqual({ nights: [] });
		one.look(3 * HOUR);
		expect(one.memory).toMatchObject({ count: 1 });
	});
});

describe("a field with two pumps", () => {
	it("is looked at when both rest", () => {
		const both = (one: object, other: object) => {
			const bench = new Bench(sensorOffset, plantWith(twoPumps("tanks", [AIR])));
			const rest = { wanted: OFF, since: -3 * HOUR };
			bench.look(2 * HOUR, {
				clock: 0,
				told: { roof: 15, air: 10 },
				outputs: { pump: { ...rest, ...one }, second: { ...rest, ...other } },
			});
			return (bench.memory as { count?: number }).count;
		};
		expect([both({}, {}), both({ wanted: FULL }, {}), both({}, { wanted: FULL })]).toEqual([1, undefined, undefined]);
	});
});

describe("its places", () => {
	const here = plant();
	const [field, tank] = here.parts;
	const placed = (part: typeof field, of = here) => part !== undefined && sensorOffset.where?.(part, of);

	it("are fields with a sensor, a pump and a sensor outdoors", () => {
		expect([placed(field), placed(tank)]).toEqual([true, false]);
		expect(placed(field && { ...field, sensor: undefined })).toBe(false);
		expect(placed(field, { ...here, circuits: [] })).toBe(false);
		expect(placed(field, plantWith())).toBe(false);
	});
});
