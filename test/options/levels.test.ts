import { describe, expect, it, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { BOARD, owner } from "./plants.ts";

const RELAY = `usb_relay:${BOARD}/1`;
const parsed = (output: object) =>
	parse(owner({ sensors: [], outputs: [{ id: "one", role: "pump", target: "simulated:pump_speed", ...output }] }));
function outputOf(output: object) {
	const found = parsed(output);
	if (found.kind === "invalid") throw new Error(JSON.stringify(found.problems));
	return plantOf(found.options).outputs[0];
}
const problems = (output: object) => {
	const found = parsed(output);
	return found.kind === "valid" ? [] : found.problems.map(({ path, remedy }) => `${path} ${remedy.code}`);
};

describe("an output on a target that takes levels", () => {
	test.each([
		[{}, { min: 30, max: 100, step: 1 }],
		[{ min: 10 }, { min: 10, max: 100, step: 1 }],
		[{ step: 20 }, { min: 40, max: 100, step: 20 }],
		[{ max: 20 }, { min: 20, max: 20, step: 1 }],
		[
			{ min: 20, max: 80, step: 5 },
			{ min: 20, max: 80, step: 5 },
		],
		[
			{ min: 100, max: 100, step: 50 },
			{ min: 100, max: 100, step: 50 },
		],
	])("with %j has the levels %j", (fields, level) => {
		expect(outputOf(fields)?.level).toEqual(level);
	});

	// #steps-of-the-device
	test.each([
		["as fine as a percentage", 1000, {}, { min: 30, max: 100, step: 1 }],
		["of 10 %", 10, {}, { min: 30, max: 100, step: 10 }],
		["of 10 %", 10, { min: 25, max: 95, step: 5 }, { min: 30, max: 90, step: 10 }],
		["of 10 %", 10, { min: 1, max: 5 }, { min: 10, max: 10, step: 10 }],
		["of 25 %", 4, { step: 2 }, { min: 50, max: 100, step: 25 }],
		["of a third", 3, {}, { min: 34, max: 100, step: 34 }],
		["on and off", 1, {}, { min: 100, max: 100, step: 100 }],
	])("on a device with steps %s (%j) and %j has the levels %j", (_, full_value, fields, level) => {
		const modbus_buses = [{ id: "house", at: "/dev/ttyUSB0" }];
		const modbus_points = [{ id: "speed", function: "holding", register: 1, full_value }];
		const output = { id: "one", role: "pump", target: "modbus:house/1/speed", ...fields };
		const found = parse({ ...owner({ sensors: [], outputs: [output] }), modbus_buses, modbus_points });
		if (found.kind === "invalid") throw new Error(JSON.stringify(found.problems));
		expect(plantOf(found.options).outputs[0]?.level).toEqual(level);
	});

	it("has its dead band and its kick; a pump without one has a dead band wider than its step", () => {
		expect(outputOf({ dead_band: 3, kick: 5 })).toMatchObject({ dead_band: 3, kick: 5 });
		const bands = [{}, { step: 5 }, { dead_band: 0 }, { role: "valve" }, { role: "other" }].map(
			(fields) => outputOf(fields)?.dead_band,
		);
		expect(bands).toEqual([5, 6, 0, undefined, undefined]);
		expect(Object.keys(outputOf({}) ?? {})).not.toEqual(expect.arrayContaining(["kick"]));
	});

	it("has two positions as a valve", () => {
		expect(outputOf({ role: "valve", travel: 120 })).toMatchObject({
			level: { min: 100, max: 100, step: 100 },
			travel: 120,
		});
	});

	test.each([
		[{ min: 60, max: 40 }, "outputs[0].min min_above_max"],
		[{ min: 35, step: 10 }, "outputs[0].step step_divides"],
		[{ max: 55, step: 10 }, "outputs[0].step step_divides"],
		[{ step: 30 }, "outputs[0].step step_divides"],
		[{ wiring: "nc" }, "outputs[0].wiring wiring_of_level"],
		[{ travel: 60 }, "outputs[0].travel travel_of_valve"],
		[{ min: 0 }, "outputs[0].min too_small"],
		[{ min: 30.5 }, "outputs[0].min wrong_kind"],
		[{ max: 101 }, "outputs[0].max too_big"],
		[{ role: "valve", step: 10 }, "outputs[0].step valve_without_levels"],
	])("with %j is wrong in one thing", (fields, problem) => {
		expect(problems(fields)).toEqual([problem]);
	});
});

describe("an id that ends in _level", () => {
	const sensor = { id: "tank_level", role: "other", source: "one_wire:28-0123456789ab" };
	const outputs = (id: string, target: string) => [{ id, role: "pump", target }];
	const paths = (raw: Readonly<Record<string, unknown>>) => {
		const found = parse(owner(raw));
		return found.kind === "valid" ? [] : found.problems.map(({ path, remedy }) => `${path} ${remedy.code}`);
	};

	it("is free, as it always was, unless an output with levels has an entity of that name", () => {
		expect(paths({ sensors: [sensor], outputs: outputs("pump", "simulated:pump_speed") })).toEqual([]);
		expect(paths({ sensors: [sensor], outputs: outputs("tank", RELAY) })).toEqual([]);
		expect(paths({ sensors: [sensor], outputs: outputs("tank", "simulated:pump_speed") })).toEqual([
			"sensors[0].id id_ending",
		]);
		const two = [...outputs("pump", "simulated:pump_speed"), { id: "pump_level", role: "other", target: RELAY }];
		expect(paths({ sensors: [], outputs: two })).toEqual(["outputs[1].id id_ending"]);
	});
});

describe("an output on a relay", () => {
	it("has no levels", () => {
		expect(outputOf({ target: RELAY })).not.toHaveProperty("level");
	});

	it("has a travel time as a valve, in every wiring", () => {
		for (const wiring of ["no", "nc"])
			expect(outputOf({ role: "valve", target: RELAY, wiring, rest: "hold", travel: 90 })).toMatchObject({
				role: "valve",
				travel: 90,
			});
	});

	test.each(["min", "max", "step", "dead_band", "kick"])("is wrong with %s, on a relay and on any valve", (field) => {
		expect(problems({ target: RELAY, [field]: 20 })).toEqual([`outputs[0].${field} switch_without_levels`]);
		expect(problems({ role: "valve", target: RELAY, [field]: 20 })).toEqual([
			`outputs[0].${field} valve_without_levels`,
		]);
	});

	it("is wrong with a travel time, if it is no valve", () => {
		expect(problems({ target: RELAY, travel: 20 })).toEqual(["outputs[0].travel travel_of_valve"]);
	});
});
