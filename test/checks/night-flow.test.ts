import { describe, expect, it, test } from "@jest/globals";
import { nightFlow } from "#checks/night-flow.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer, told, twoPumps } from "../fakes/rule-bench.ts";

const AIR = thermometer("air", "outdoor_air", 5);
const HOUR = 3600;
/** The pump has rested since 21:00, which is the second 0. */
const NINE = 21 * 60;
const REST = { outputs: { pump: { wanted: OFF, actual: OFF, since: 0 } } };
const MIDNIGHT = 3 * HOUR;
const bench = (air = true) => new Bench(nightFlow, plantWith({ sensors: air ? [...SENSORS, AIR] : SENSORS }));
const night = (roof: number | "lost", air?: number): Seen => ({
	...REST,
	told: { roof, store: 50, air: air ?? "lost" },
	clock: NINE,
});

describe("a collector that is warm at night", () => {
	test.each<[number, number | undefined, number | undefined]>([
		[20, 10, MIDNIGHT + 1800],
		[19.9, 10, undefined],
		[60, 10, MIDNIGHT + 1800],
		[5, -5, MIDNIGHT + 1800],
		[40, undefined, MIDNIGHT + 1800],
		[39.9, undefined, undefined],
		[9, 10, undefined],
	])("of %d °C with %s °C outdoors is found half an hour after midnight", (roof, air, first) => {
		expect(bench(air !== undefined).begins(0, 9 * HOUR, night(roof, air), 30)).toBe(first);
	});

	it("is told with the air outdoors, if that is known", () => {
		const one = bench();
		one.during(0, 9 * HOUR, night(25, 12), 30);
		expect(told(one.found)).toEqual([["warning", "night_flow", { part: "collector", collector: 25, outdoor: 12 }]]);
		const alone = bench();
		alone.during(0, 9 * HOUR, night(45), 30);
		expect(told(alone.found)).toEqual([["warning", "night_flow_alone", { part: "collector", collector: 45 }]]);
	});

	test.each<[string, Seen]>([
		["by day", { clock: 10 * 60 }],
		["in the morning from 5 on", { clock: 2 * 60 }],
		["without a clock", { clock: undefined }],
		["without its sensor", { told: { roof: "lost" } }],
		["while its pump runs", { outputs: { pump: { wanted: FULL, actual: FULL } } }],
		["while its pump is to run", { outputs: { pump: { wanted: FULL, actual: OFF } } }],
		["while its pump is reported to run", { outputs: { pump: { wanted: OFF, actual: FULL } } }],
	])("is not found %s", (_, seen) => {
		const one = bench();
		one.look(0, night(60, 10));
		expect(one.begins(MIDNIGHT, 9 * HOUR, seen, 30)).toBeUndefined();
	});

	test.each<[number, number]>([
		[0, MIDNIGHT + 1800],
		[30, MIDNIGHT + 30 + 1800],
		[HOUR, 4 * HOUR + 1800],
	])("is looked at when its pump has rested for 3 hours, here since the second %d", (since, first) => {
		const seen = { ...night(60, 10), outputs: { pump: { wanted: OFF, actual: OFF, since } } };
		expect(bench().begins(0, 8 * HOUR, seen, 30)).toBe(first);
	});

	it("is looked at 3 hours after the start where nobody knows when the pump ran", () => {
		const seen = {
			...night(60, 10),
			outputs: { pump: { wanted: OFF, actual: OFF, since: undefined } },
			clock: 23 * 60,
		};
		expect(bench().begins(0, 8 * HOUR, seen, 30)).toBe(3 * HOUR + 1800);
	});

	it("is found at 4:59, and not from 5 on", () => {
		const seen = { ...night(60, 10), outputs: { pump: { wanted: OFF, actual: OFF, since: -3 * HOUR } } };
		expect(bench().begins(0, HOUR, { ...seen, clock: 5 * 60 - 31 }, 30)).toBe(1800);
		expect(bench().begins(0, HOUR, { ...seen, clock: 5 * 60 - 30 }, 30)).toBeUndefined();
		expect(bench().begins(0, HOUR, { ...seen, clock: 23 * 60 + 50 }, 30)).toBe(600 + 1800);
	});

	test.each<[number, number | undefined, number | undefined]>([
		[14.9, 10, MIDNIGHT + HOUR + HOUR],
		[15, 10, undefined],
		[29.9, undefined, MIDNIGHT + HOUR + HOUR],
		[30, undefined, undefined],
	])("is over at %d °C with %s °C outdoors for an hour of a night", (roof, air, last) => {
		const one = bench(air !== undefined);
		one.during(0, MIDNIGHT + HOUR - 1, night(60, air), 30);
		expect(one.ends(MIDNIGHT + HOUR, 8 * HOUR, night(roof, air), 30)).toBe(last);
	});

	it("stays found by day, and changes no memory then", () => {
		const one = bench();
		one.during(0, MIDNIGHT + HOUR - 1, night(60, 10), 30);
		expect(one.ends(9 * HOUR, 20 * HOUR, night(10, 10), 600)).toBeUndefined();
		expect(one.changed).toBe(false);
		expect(one.memory).toEqual({ found: { collector: 60, outdoor: 10 } });
	});

	it("forgets at the end of the night what had not lasted, either way", () => {
		const one = bench();
		one.during(MIDNIGHT, MIDNIGHT + 1000, night(60, 10), 30);
		one.look(MIDNIGHT + 1001, { told: { roof: "lost" } });
		expect([one.changed, one.memory]).toEqual([true, {}]);
		one.look(MIDNIGHT + 1002);
		expect(one.changed).toBe(false);
		one.during(MIDNIGHT + 1003, MIDNIGHT + 5000, night(60, 10), 30);
		one.during(MIDNIGHT + 5001, MIDNIGHT + 8000, night(10, 10), 30);
		one.look(MIDNIGHT + 8001, { told: { roof: "lost" } });
		expect([one.changed, one.memory]).toEqual([true, { found: { collector: 60, outdoor: 10 } }]);
	});
});

describe("a field with two pumps", () => {
	it("is looked at when both rest", () => {
		const both = (one: object, other: object) => {
			const outputs = { pump: { ...REST.outputs.pump, ...one }, second: { ...REST.outputs.pump, ...other } };
			const bench = new Bench(nightFlow, plantWith(twoPumps("tanks")));
			return bench.begins(0, 6 * HOUR, { ...night(60), outputs }, 30);
		};
		expect(both({}, {})).toBe(MIDNIGHT + 1800);
		expect([both({ wanted: FULL }, {}), both({}, { wanted: FULL })]).toEqual([undefined, undefined]);
	});
});

describe("its places", () => {
	const plant = plantWith();
	const [field, tank] = plant.parts;
	const placed = (part: typeof field, of = plant) => part !== undefined && nightFlow.where?.(part, of);

	it("are fields with a sensor and a pump", () => {
		expect([placed(field), placed(tank)]).toEqual([true, false]);
		expect(placed(field && { ...field, sensor: undefined })).toBe(false);
		expect(placed(field, { ...plant, circuits: [] })).toBe(false);
	});
});
