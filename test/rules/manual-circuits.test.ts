import { describe, expect, it, test } from "@jest/globals";
import { percent } from "#model/quantities/units.ts";
import { House, hold, release } from "../fakes/house.ts";
import { twoFields, twoTanks } from "../fakes/two-tanks.ts";
import { mend } from "../fakes/unworded.ts";

const SUN = { house: 40, buffer: 30, field: 60 };
const charging = () => new House(twoTanks(), SUN).go(120);
const held = (house: House) => {
	const { holds } = house.state.memories["manual"] as { readonly holds: readonly { readonly output: string }[] };
	return holds.map(({ output }) => output);
};

describe("a hold of a circuit", () => {
	it("beats the priority of another, moves the valve, and ends when it is released", () => {
		const house = charging().go(150, {}, hold("to_buffer"));
		expect(house.says("pump", "diverter", "to_house", "to_buffer")).toEqual({
			pump: "100 held_on",
			diverter: "100 for_circuit",
			to_house: "0 displaced",
			to_buffer: "100 held_on",
		});
		expect(house.go(150, {}, release("to_buffer")).says("to_house")).toEqual({ to_house: "100 gain" });
	});

	it("off closes that circuit, and the other one is served", () => {
		const house = charging().go(150, {}, hold("to_house", 0));
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "0 held_off", to_buffer: "100 gain" });
	});

	it("does not run for safety", () => {
		const house = charging().go(150, { buffer: 97 }, hold("to_buffer"));
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "100 gain", to_buffer: "0 tank_maximum" });
	});

	it("runs at a level that its pump has, and refuses others", () => {
		const house = new House(twoFields("pumps"), { east: 20, west: 20, house: 40 }).go(20, {}, hold("from_west", 45));
		expect(house.says("pump", "pump_west")).toEqual({ pump: "0 no_gain", pump_west: "45 held_on" });
		house.go(10, {}, hold("from_west", 20));
		const level = { min: percent(30), max: percent(100), step: percent(5) };
		expect(house.decision?.answers).toEqual([
			{ path: "from_west", value: "20", remedy: mend("hold_level", { ...level }) },
		]);
		expect(house.go(10, {}, hold("to_nowhere")).decision?.answers).toEqual([
			{ path: "to_nowhere", value: '"hold"', remedy: mend("no_such_output") },
		]);
		expect(house.go(10, {}, release("from_west")).decision?.answers).toEqual([undefined]);
		expect(held(house)).toEqual([]);
	});
});

describe("the newest hold wins:", () => {
	test.each([
		["a circuit's ends that of its pump", ["pump", "to_buffer"], ["to_buffer"]],
		["a circuit's ends that of its valve", ["diverter", "to_house"], ["to_house"]],
		["a pump's ends those of its circuits", ["to_buffer", "pump"], ["pump"]],
		["a valve's ends those of its circuits", ["to_buffer", "diverter"], ["diverter"]],
		["a circuit's ends that of one that cannot run beside it", ["to_house", "to_buffer"], ["to_buffer"]],
		["a pump's and a valve's go together", ["pump", "diverter"], ["pump", "diverter"]],
		["others stay", ["heater", "to_buffer"], ["heater", "to_buffer"]],
	])("%s", (_, asked, left) => {
		const house = charging();
		for (const id of asked) house.go(10, {}, hold(id));
		expect(held(house)).toEqual(left);
	});

	it("circuits that are held off close together", () => {
		const house = charging().go(10, {}, hold("to_house", 0)).go(10, {}, hold("to_buffer", 0));
		expect(held(house)).toEqual(["to_house", "to_buffer"]);
		expect(house.says("pump")).toEqual({ pump: "0 held_off" });
	});

	it("two fields with a pump each are held side by side", () => {
		const house = new House(twoFields("pumps"), { east: 20, west: 20, house: 40 }).go(10, {}, hold("from_east"));
		expect(held(house.go(10, {}, hold("from_west")))).toEqual(["from_east", "from_west"]);
	});
});
