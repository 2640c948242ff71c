import { describe, expect, it, test } from "@jest/globals";
import { stuckSensor } from "#checks/stuck-sensor.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { Bench, plantWith, SENSORS, type Seen, thermometer, told, twoPumps } from "../fakes/rule-bench.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const MORE = [
	thermometer("air", "outdoor_air", 3),
	thermometer("room", "tank_layer", 4),
	{ id: "meter", role: "flow", source: "simulated:flow/pump" },
];
const bench = () => new Bench(stuckSensor, plantWith({ sensors: [...SENSORS, ...MORE] }));
const CHARGES: Seen["circuits"] = { pump: { runs: true, asked: FULL } };
const STUCK = (sensor: string, value: number) => ["warning", "sensor_stuck", { sensor, value }];
const UNPOWERED = (sensor: string) => ["alarm", "sensor_without_power", { sensor, value: 85 }];

describe("a sensor that tells the same", () => {
	test.each([
		["roof", DAY],
		["air", DAY],
		["store", undefined],
		["room", undefined],
		["meter", undefined],
	])("is found: %s after %s s", (sensor, first) => {
		const one = bench();
		expect(one.begins(0, DAY + HOUR, { told: { [sensor]: 20.06 } }, 60)).toBe(first);
		expect(told(one.found)).toEqual(first === undefined ? [] : [STUCK(sensor, 20.06)]);
	});

	it("to the last digit", () => {
		const one = bench();
		one.during(0, DAY - 60, { told: { roof: 20 } }, 60);
		one.during(DAY, DAY + 60, { told: { roof: 20.01 } }, 60);
		expect(one.found).toEqual([]);
	});

	it("is found though it was silent meanwhile, and over when it tells something else", () => {
		const one = bench();
		one.during(0, HOUR, { told: { roof: 20 } }, 60);
		one.during(HOUR + 60, 2 * HOUR, { told: { roof: "lost" } }, 60);
		expect(one.begins(2 * HOUR + 60, 2 * DAY, { told: { roof: 20 } }, 60)).toBe(DAY);
		expect(one.ends(DAY + 60, DAY + HOUR, {}, 60)).toBeUndefined();
		one.look(DAY + 2 * HOUR, { told: { roof: 20.1 } });
		expect(one.found).toEqual([]);
	});

	it("is looked at once a minute", () => {
		const one = bench();
		const changes = [0, 59, 60, 61, 120].map((second) => {
			one.look(second, { told: { roof: 20 + second } });
			return one.changed;
		});
		expect(changes).toEqual([true, false, true, false, true]);
	});
});

describe("a tank's sensor that tells the same while its tank is charged", () => {
	const charging = (roof: number | "lost", store: number, circuits = CHARGES): Seen => ({
		told: { roof, store },
		circuits,
	});
	/** The collector is not stuck. */
	const first = (seen: Seen) => {
		const one = bench();
		one.look(0, { told: { store: seen.told?.["store"] ?? 0 } });
		return one.begins(60, 3 * HOUR, seen, 60);
	};

	test.each<[number | "lost", number, number | undefined]>([
		[50, 40, HOUR],
		[45, 40, undefined],
		[45.1, 40, HOUR],
		[64.9, 40, HOUR],
		[65, 40, undefined],
		["lost", 40, undefined],
		[30, 40, undefined],
	])("by a collector of %s °C and a tank of %d °C is found after %s s", (roof, store, at) => {
		expect(first(charging(roof, store))).toBe(at);
	});

	test.each<[string, Seen["circuits"]]>([
		["rests", { pump: { runs: false, asked: FULL } }],
		["runs though nobody asks", { pump: { runs: true, asked: OFF } }],
	])("is not found while its pump %s", (_, circuits) => {
		expect(first(charging(60, 40, circuits))).toBeUndefined();
	});

	it("is found at the lowest speed too, and through any of the circuits that charge it", () => {
		expect(first(charging(60, 40, { pump: { runs: true, asked: percent(1) } }))).toBe(HOUR);
		const plant = plantWith(twoPumps());
		const [, second] = plant.circuits;
		if (second === undefined) throw new Error("the house has two circuits");
		const one = new Bench(stuckSensor, plant);
		one.look(0, { told: { store: 40 } });
		const seen = { told: { west: 60 }, circuits: { [second.id]: { runs: true, asked: FULL } } };
		expect(one.begins(60, 3 * HOUR, seen, 60)).toBe(HOUR);
	});

	it("is found after an hour of charging, to the second", () => {
		const one = bench();
		one.look(0, { told: { store: 40 }, circuits: CHARGES });
		expect(one.begins(61, 2 * HOUR, { told: { roof: 60 } }, 61)).toBe(60 * 61);
		const memory = one.memory as { sensors: Record<string, object> };
		expect(memory.sensors["store"]).toMatchObject({ charged: 60 * 61 });
		expect(memory.sensors["roof"]).not.toHaveProperty("charged");
	});

	it("counts the time of charging alone", () => {
		const one = bench();
		one.look(0, charging(60, 40));
		one.during(60, HOUR - 60, {}, 60);
		one.during(HOUR, 2 * HOUR, { circuits: { pump: { runs: false } } }, 60);
		expect(one.found).toEqual([]);
		one.look(2 * HOUR + 60, { circuits: CHARGES });
		expect(told(one.found)).toEqual([STUCK("store", 40)]);
	});
});

describe("a sensor that jumps to the value that a DS18B20 has without power", () => {
	const jump = (from: number | undefined, to: number, sensor = "roof") => {
		const one = bench();
		if (from !== undefined) one.look(0, { told: { [sensor]: from } });
		const at = one.begins(60, 2 * HOUR, { told: { [sensor]: to } }, 60);
		return [at, ...told(one.found)];
	};

	test.each<[number | undefined, number, readonly unknown[]]>([
		[20, 85, [60 + 900, UNPOWERED("roof")]],
		[80, 85, [60 + 900, UNPOWERED("roof")]],
		[90, 85, [60 + 900, UNPOWERED("roof")]],
		[undefined, 85, [60 + 900, UNPOWERED("roof")]],
		[80.1, 85, [undefined]],
		[89.9, 85, [undefined]],
		[20, 84.9, [undefined]],
		[20, 85.1, [undefined]],
	])("from %s to %d °C: %j", (from, to, found) => {
		expect(jump(from, to)).toEqual(found);
	});

	it("is found a quarter of an hour later, to the second", () => {
		const one = bench();
		one.look(0, { told: { roof: 85 } });
		one.look(899);
		expect(one.found).toEqual([]);
		one.look(959);
		expect(one.found).toHaveLength(1);
		const exact = bench();
		exact.look(0, { told: { roof: 85 } });
		exact.look(900);
		expect(exact.found).toHaveLength(1);
	});

	it("is found at any place", () => {
		expect(["store", "room", "air"].map((sensor) => jump(20, 85, sensor)[0])).toEqual([960, 960, 960]);
	});

	it("is told as stuck where it crept there", () => {
		const one = bench();
		one.look(0, { told: { roof: 84 } });
		expect(one.begins(60, 2 * DAY, { told: { roof: 85 } }, 60)).toBe(DAY + 60);
		expect(told(one.found)).toEqual([STUCK("roof", 85)]);
	});
});
