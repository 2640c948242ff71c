import { describe, expect, it, test } from "@jest/globals";
import { ToldHouse } from "../../fakes/told-house.ts";
import { stoveHouse } from "../houses.ts";

const ON = { store_exchange: { enabled: true, source_minimum: 40 } };
const COLD = { stove_t: 20, line_t: 20, radiators_t: 60 };
const last = (house: ToldHouse, buffer_t: number, hot_water_t: number) =>
	house.settled(2, { ...COLD, buffer_t, hot_water_t });

describe("heat between two tanks", () => {
	test.each<[string, readonly [number, number] | undefined, number, number, boolean, string]>([
		["5.9 K", undefined, 55.9, 50, false, "source_no_warmer"],
		["6 K", undefined, 56, 50, true, "source_warmer"],
		["4.1 K, after 10 K", [60, 50], 54.1, 50, true, "source_warmer"],
		["4 K, after 10 K", [60, 50], 54, 50, false, "source_no_warmer"],
		["a source below its minimum", undefined, 39.9, 20, false, "source_too_cold"],
		["a source at its minimum", undefined, 40, 20, true, "source_warmer"],
		["a source within the hysteresis, running", [45, 20], 38, 20, true, "source_warmer"],
		["a source below the hysteresis", [45, 20], 37.9, 20, false, "source_too_cold"],
		["a target at its maximum, running", [80, 59.9], 80, 60, false, "target_warm"],
		["a target just below its maximum, running", [80, 55], 80, 59.9, true, "source_warmer"],
		["a target within the hysteresis", [80, 60], 80, 58, false, "target_warm"],
		["a target below the hysteresis", [80, 60], 80, 57.9, true, "source_warmer"],
	])("at %s", (_, before, buffer, hot, runs, why) => {
		const house = new ToldHouse(stoveHouse(ON));
		if (before !== undefined) last(house, ...before);
		const row = last(house, buffer, hot);
		expect([row?.runs["exchange"], row?.why["exchange"]]).toEqual([runs, why]);
	});

	it("is left to a person by default", () => {
		const row = last(new ToldHouse(stoveHouse()), 80, 20);
		expect([row?.runs["exchange"], row?.why["exchange"]]).toEqual([false, "nobody_asks"]);
	});

	it("stops for the limits of the target for safety, and for a lost sensor", () => {
		const house = new ToldHouse(stoveHouse({ store_exchange: { enabled: true, target_maximum: 95 } }));
		expect(last(house, 98, 80)?.why["exchange"]).toBe("tank_full");
		const another = new ToldHouse(stoveHouse(ON));
		last(another, 60, 50);
		expect(another.turn({ buffer_t: "lost" }).why["exchange"]).toBe("sensor_lost");
	});
});
