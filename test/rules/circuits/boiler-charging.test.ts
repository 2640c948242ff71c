import { describe, expect, it, test } from "@jest/globals";
import { ToldHouse } from "../../fakes/told-house.ts";
import { stoveHouse } from "../houses.ts";

const ON = { boiler_charging: { enabled: true, maximum: 70 } };
const REST = { hot_water_t: 50, line_t: 50, radiators_t: 90 };
const last = (house: ToldHouse, stove_t: number, buffer_t: number) => house.settled(2, { ...REST, stove_t, buffer_t });

describe("the pump of a stove", () => {
	test.each<[string, readonly [number, number] | undefined, number, number, boolean, string]>([
		["a stove just too cool", undefined, 59.9, 40, false, "source_too_cold"],
		["a stove that is warm enough", undefined, 60, 40, true, "source_warmer"],
		["a stove within the hysteresis", [65, 40], 55, 40, true, "source_warmer"],
		["a stove that cools down", [65, 40], 54.9, 40, false, "source_too_cold"],
		["a stove hardly warmer than the tank", undefined, 65.9, 60, false, "source_no_warmer"],
		["a stove 6 K warmer", undefined, 66, 60, true, "source_warmer"],
		["a stove 4 K warmer, after more", [70, 60], 64, 60, false, "source_no_warmer"],
		["a tank at its maximum", [80, 69], 80, 70, false, "target_warm"],
		["a tank that has cooled a little", [80, 70], 80, 65, false, "target_warm"],
		["a tank that has cooled by the hysteresis", [80, 70], 80, 64.9, true, "source_warmer"],
		["a hot stove at a tank above its maximum", [80, 72], 90, 72, true, "boiler_hot"],
		["a hot stove, just below", [80, 72], 89.9, 72, false, "target_warm"],
		["a stove that was hot", [91, 72], 85, 72, true, "boiler_hot"],
		["a stove that is cool enough again", [91, 72], 84.9, 72, false, "target_warm"],
	])("at %s", (_, before, stove, buffer, runs, why) => {
		const house = new ToldHouse(stoveHouse(ON));
		if (before !== undefined) last(house, ...before);
		const row = last(house, stove, buffer);
		expect([row?.runs["burn"], row?.why["burn"]]).toEqual([runs, why]);
	});

	it("cools a hot stove into a full tank, and never into one at its limit for safety", () => {
		const house = new ToldHouse(stoveHouse(ON));
		expect(last(house, 96, 90)?.why["burn"]).toBe("boiler_hot");
		expect(last(house, 99, 95)?.why["burn"]).toBe("tank_maximum");
	});

	it("does not pump cold water into a hot stove's place: a hotter tank cools nothing", () => {
		expect(last(new ToldHouse(stoveHouse(ON)), 91, 92)?.runs["burn"]).toBe(false);
	});

	it("stops without its sensor, and is left to a person by default", () => {
		const house = new ToldHouse(stoveHouse(ON));
		last(house, 80, 50);
		expect(house.turn({ stove_t: "lost" }).why["burn"]).toBe("sensor_lost");
		expect(last(new ToldHouse(stoveHouse()), 95, 20)?.why["burn"]).toBe("nobody_asks");
	});
});
