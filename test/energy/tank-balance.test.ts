import { describe, expect, it, test } from "@jest/globals";
import { Chance } from "#simulation/chance.ts";
import { LAYERS, plantFrom, plantWith, Rig } from "./rig.ts";

const house = () => new Rig(plantWith({ sensors: LAYERS }));
const all = (value: number) => Object.fromEntries(LAYERS.map(({ id }) => [id, value]));
/** kWh that warm the tank by a kelvin. */
const PER_KELVIN = (360 * 4.13) / 3600;
const tankOf = (rig: Rig) => rig.turn(10).tanks[0];
/** Warms or cools the tank evenly by so many K in an hour. */
function changed(rig: Rig, from: number, by: number, runs: Readonly<Record<string, number>> = {}) {
	for (let t = 0; t < 3600; t += 30)
		rig.turn(30, { read: { ...all(from + (by * t) / 3600), tank: from, collector: from + 20 }, runs });
	return rig.pass(1200, 30, { read: all(from + by), runs: { pump: 0, heater: 0 } }).tanks[0];
}
const settled = (rig: Rig, at: number) => rig.pass(1200, 30, { read: { ...all(at), tank: at } });

describe("what is in a tank", () => {
	it("is the sum of its layers, each as large as the part of the tank that is nearest to its sensor", () => {
		const [tank] = house().turn(10, { read: all(60) }).tanks;
		expect(tank?.kwh).toBeCloseTo(50 * PER_KELVIN, 6);
		expect(tank?.usable).toBeCloseTo((360 * 50) / 30, 6);
		expect(tank?.stratification).toBe(0);
	});

	it("is usable from 40 °C on", () => {
		const [tank] = house().turn(10, { read: { ...all(39.9), tank_140: 40 } }).tanks;
		// The top layer is 20 of 150 cm.
		expect(tank?.usable).toBeCloseTo((360 * 20) / 150, 6);
		expect(tank?.stratification).toBeCloseTo(0.1, 6);
	});

	it("is unknown while a layer is lost, and at least what the others hold", () => {
		const [tank] = house().turn(10, { read: { ...all(60), tank_60: "lost" } }).tanks;
		expect(tank).toMatchObject({ kwh: undefined, usable: undefined, lost: ["tank_60"] });
		expect(tank?.usable_at_least).toBeCloseTo((600 * 130) / 150, 6);
	});

	test.each([[[]], [LAYERS.slice(0, 2)]])("cannot be told by fewer than three layers", (sensors) => {
		expect(new Rig(plantWith({ sensors })).turn(10).tanks).toEqual([]);
	});

	it("goes by the height of the tank where it is known", () => {
		const plant = plantFrom({
			tanks: [{ id: "hot", volume: 300, height: 180 }],
			sensors: [
				{ id: "collector", role: "collector", source: "simulated:collector" },
				{ id: "tank", role: "tank", source: "simulated:hot/coil" },
				...[30, 90, 150].map((height) => ({
					id: `t_${height}`,
					role: "tank_layer",
					source: `simulated:hot/${height}`,
					height,
				})),
			],
			outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
		});
		const [tank] = new Rig(plant).turn(10, { read: { t_30: 20, t_90: 40, t_150: 70 } }).tanks;
		expect(tank?.usable).toBeCloseTo(100 + 200, 6);
	});
});

describe("what warmed a tank", () => {
	test.each([
		["the sun, while the pump runs", { pump: 100 }, "sun", 5],
		["the heater, while it is on", { heater: 100 }, "heater", 5],
		["unexplained, while nothing runs", {}, "unexplained", 5],
	] as const)("is %s", (_, runs, source, kelvin) => {
		const rig = house();
		settled(rig, 40);
		changed(rig, 40, kelvin, runs);
		const rose = rig.pass(600, 30).tanks[0]?.rose ?? {};
		expect(Object.keys(rose)).toEqual([source]);
		expect((rose[source]?.total ?? 0) / (kelvin * PER_KELVIN)).toBeCloseTo(1, 1);
	});

	it("is the heater for no more than it can have given, and the rest is unexplained", () => {
		const rig = house();
		settled(rig, 20);
		changed(rig, 20, 20, { heater: 100 });
		const { heater, unexplained } = rig.pass(600, 30).tanks[0]?.rose ?? {};
		expect(heater?.total).toBeCloseTo(3.45, 1);
		expect((heater?.total ?? 0) + (unexplained?.total ?? 0)).toBeCloseTo(20 * PER_KELVIN, 0);
	});

	it("is the heater's share and the sun's, where both run", () => {
		const rig = house();
		settled(rig, 20);
		changed(rig, 20, 15, { heater: 100, pump: 100 });
		const rose = rig.pass(600, 30).tanks[0]?.rose ?? {};
		expect(Object.keys(rose).toSorted()).toEqual(["heater", "sun"]);
		expect(rose["heater"]?.total).toBeCloseTo(3, 1);
	});

	it("is nothing while it cools, which is drawn or lost", () => {
		const rig = house();
		settled(rig, 60);
		changed(rig, 60, -10);
		const { rose, drawn_or_lost } = rig.pass(600, 30).tanks[0] ?? {};
		expect(rose).toEqual({});
		expect((drawn_or_lost?.total ?? 0) / (10 * PER_KELVIN)).toBeCloseTo(1, 1);
	});
});

test("24 h of sensor noise of 0.1 K in eight layers book less than 0.2 kWh; it is none", () => {
	const rig = house();
	const chance = new Chance(3);
	for (let t = 0; t < 86_400; t += 20) {
		const read = Object.fromEntries(LAYERS.map(({ id }) => [id, 50 + 0.1 * chance.normal()]));
		rig.turn(20, { read });
	}
	expect(tankOf(rig)).toMatchObject({ rose: {}, drawn_or_lost: { total: 0 } });
});

test("a lost layer that comes back, also much warmer, books nothing; nor does a stop of the app", () => {
	const rig = house();
	settled(rig, 40);
	rig.pass(3600, 30, { read: { tank_60: "lost" } });
	settled(rig, 50);
	rig.save();
	rig.kill();
	settled(rig, 65);
	expect(tankOf(rig)).toMatchObject({ rose: {}, drawn_or_lost: { total: 0 } });
});

describe("what is drawn", () => {
	const tap = { id: "tap", role: "tap", source: "modbus:m/1/tap" };
	const plant = plantFrom({
		modbus_buses: [{ id: "m", at: "192.0.2.10:502" }],
		modbus_points: [{ id: "tap", function: "input", register: 4, type: "float32", quantity: "flow", low: 0, high: 50 }],
		sensors: [
			{ id: "collector", role: "collector", source: "simulated:collector" },
			{ id: "tank", role: "tank", source: "simulated:tank" },
			tap,
			...LAYERS,
		],
		outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
		tank: { volume: 360 },
	});

	it("is the flow of hot water by what it is warmer than cold water", () => {
		const rig = new Rig(plant);
		rig.turn(10, { read: { ...all(50), tap: 0 } });
		rig.pass(600, 1, { read: { tap: 8 } });
		rig.turn(1, { read: { tap: 0 } });
		const { drawn } = rig.pass(600, 10).tanks[0] ?? {};
		// 80 L by 40 K.
		expect(drawn?.total).toBeCloseTo((80 * 40 * 4.15 * 0.99) / 3600, 1);
	});
});

describe("a heater whose rated power is not known", () => {
	const modbus = (quantity: string) => ({
		modbus_buses: [{ id: "m", at: "192.0.2.10:502" }],
		modbus_points: [{ id: "meter", function: "input", register: 4, type: "float32", quantity, low: 0, high: 1e6 }],
	});
	const plantOfMeter = (quantity: "power" | "energy") =>
		plantFrom({
			...modbus(quantity),
			sensors: [
				{ id: "collector", role: "collector", source: "simulated:collector" },
				{ id: "tank", role: "tank", source: "simulated:tank" },
				{ id: "meter", role: quantity, source: "modbus:m/1/meter", of: "tank" },
				...LAYERS,
			],
			outputs: [
				{ id: "pump", role: "pump", target: "simulated:pump" },
				{ id: "heater", role: "heater", target: "simulated:heater" },
			],
			tank: { volume: 360 },
			heater: { power: 0 },
		});

	it("warms the tank by what its power meter shows", () => {
		const rig = new Rig(plantOfMeter("power"));
		settled(rig, 20);
		rig.turn(30, { read: { meter: 3000 } });
		changed(rig, 20, 20, { heater: 100 });
		const { heater, unexplained } = rig.pass(600, 30).tanks[0]?.rose ?? {};
		expect(heater?.total).toBeCloseTo(3.45, 0);
		expect((heater?.total ?? 0) + (unexplained?.total ?? 0)).toBeCloseTo(20 * PER_KELVIN, 0);
	});

	it("warms the tank where a meter of its energy alone is known", () => {
		const rig = new Rig(plantOfMeter("energy"));
		settled(rig, 20);
		changed(rig, 20, 5, { heater: 100 });
		const rose = rig.pass(600, 30).tanks[0]?.rose ?? {};
		expect(Object.keys(rose)).toEqual(["heater"]);
	});

	it("leaves what it warms beside the sun mixed", () => {
		const rig = new Rig(plantOfMeter("energy"));
		settled(rig, 20);
		changed(rig, 20, 5, { heater: 100, pump: 100 });
		expect(Object.keys(rig.pass(600, 30).tanks[0]?.rose ?? {})).toEqual(["mixed"]);
	});
});
