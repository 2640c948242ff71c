import { describe, expect, it, test } from "@jest/globals";
import { ToldHouse } from "../../fakes/told-house.ts";
import { stoveHouse } from "../houses.ts";

const OUTDOORS = { sensors: [{ id: "air", role: "outdoor_air", source: "one_wire:28-000000000009" }] };
const REST = { stove_t: 20, hot_water_t: 50, line_t: 50 };
const last = (house: ToldHouse, told: Readonly<Record<string, number | "lost">>) =>
	house.settled(2, { ...REST, ...told });

describe("the valve that preheats the return of the heating", () => {
	test.each<[number, number | undefined, number]>([
		[35.9, undefined, 0],
		[36, undefined, 100],
		[34.1, 40, 100],
		[34, 40, 0],
	])("with a tank at %d °C, after %s °C, and a return at 30 °C stands at %d", (buffer_t, before, stands) => {
		const house = new ToldHouse(stoveHouse());
		if (before !== undefined) last(house, { buffer_t: before, radiators_t: 30 });
		expect(last(house, { buffer_t, radiators_t: 30 })?.want["return_valve"]).toBe(stands);
	});

	test.each<[string, number | "lost", number | undefined, string]>([
		["a cool day", 19.9, undefined, "return_preheated"],
		["a warm day", 20, undefined, "heating_in_summer"],
		["a warm day that cools a little", 18, 25, "heating_in_summer"],
		["a day that is cool again", 17.9, 25, "return_preheated"],
		["an unknown day", "lost", 25, "return_preheated"],
	])("on %s", (_, air, before, why) => {
		const house = new ToldHouse(stoveHouse({}, OUTDOORS));
		if (before !== undefined) last(house, { buffer_t: 60, radiators_t: 30, air: before });
		expect(last(house, { buffer_t: 60, radiators_t: 30, air })?.why["preheat"]).toBe(why);
	});

	it("rests without the sensor of the return", () => {
		const house = new ToldHouse(stoveHouse());
		last(house, { buffer_t: 60, radiators_t: 30 });
		expect(house.during(1, { radiators_t: "lost" }).at(-1)?.want["return_valve"]).toBe(0);
	});
});
