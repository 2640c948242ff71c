import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { OFF } from "#model/quantities/units.ts";
import { ToldHouse } from "../../fakes/told-house.ts";
import { dumping } from "../houses.ts";

const FULL_TANK = { tank_t: 80 };

describe("a heat dump", () => {
	test.each<["pump" | "valve", number, number, boolean]>([
		["pump", 90, 109.9, false],
		["pump", 90, 110, true],
		["pump", 110, 105, true],
		["pump", 110, 104.9, false],
		["valve", 90, 109.9, false],
		["valve", 90, 110, true],
		["valve", 110, 105, true],
		["valve", 110, 104.9, false],
	])("by %s, after %d °C, at %d °C takes heat: %s", (by, before, roof_t, runs) => {
		const house = new ToldHouse(dumping(by));
		house.during(5, { ...FULL_TANK, roof_t: before });
		expect(house.settled(5, { roof_t })?.runs["dump"]).toBe(runs);
	});

	it("with a pump of its own runs beside cooling into the tank", () => {
		const row = new ToldHouse(dumping("pump")).during(5, { ...FULL_TANK, roof_t: 112 }).at(-1);
		expect(row?.runs).toEqual({ charge: true, dump: true });
	});

	it("behind a valve takes the pump, after the valve has moved", () => {
		const house = new ToldHouse(dumping("valve"));
		house.during(5, { ...FULL_TANK, roof_t: 95 });
		const rows = house.during(5, { roof_t: 112 });
		expect(rows.at(-1)?.runs).toEqual({ charge: false, dump: true });
		expect(rows.at(-1)?.want).toEqual({ pump_1: 100, diverter: 100 });
		expect(rows.some(({ want }) => want["pump_1"] === 0)).toBe(true);
		const after = house.during(5, { roof_t: 95 });
		expect(after.at(-1)?.runs).toEqual({ charge: true, dump: false });
	});

	it("behind a valve goes before a tank that could take the heat, and a person's hold goes before it", () => {
		const house = new ToldHouse(dumping("valve"));
		expect(house.during(5, { roof_t: 112, tank_t: 40 }).at(-1)?.runs).toEqual({ charge: false, dump: true });
		const own = new ToldHouse(dumping("pump"));
		own.during(2, { roof_t: 112, tank_t: 40 });
		const row = own.turn({}, [{ kind: "hold", output: outputId("pump_2"), want: OFF }]);
		expect(own.during(2).at(-1)?.why["dump"] ?? row.why["dump"]).toBe("held_off");
	});

	it("is not charged by the sun, and does not cool a collector below its limit", () => {
		const rows = new ToldHouse(dumping("pump")).during(5, { tank_t: 20, roof_t: 95 });
		expect(rows.every(({ runs }) => runs["dump"] === false)).toBe(true);
		expect(rows.at(-1)?.why["dump"]).toBe("dump_waits");
	});

	it("rests while the collector boils, and without its sensor", () => {
		const boiling = new ToldHouse(dumping("pump")).during(5, { ...FULL_TANK, roof_t: 151 }).at(-1);
		expect([boiling?.runs["dump"], boiling?.why["dump"]]).toEqual([false, "boiling"]);
		const house = new ToldHouse(dumping("pump"));
		house.during(5, { ...FULL_TANK, roof_t: 120 });
		const lost = house.turn({ roof_t: "lost" });
		expect([lost.runs["dump"], lost.why["dump"]]).toEqual([false, "sensor_lost"]);
	});

	it("takes heat from a tank that is too warm, with limits of its circuit", () => {
		const options = dumping("pump");
		const circuits = [
			(options["circuits"] as object[])[0],
			{
				id: "dump",
				from: "tank_1",
				to: "fan_coil",
				pump: "pump_2",
				heat_dump_start_at: 85,
				heat_dump_release_below: 80,
			},
		];
		const house = new ToldHouse({ ...options, circuits });
		expect(house.during(3, { roof_t: 20, tank_t: 84.9 }).at(-1)?.runs["dump"]).toBe(false);
		expect(house.during(3, { tank_t: 85 }).at(-1)?.runs["dump"]).toBe(true);
		expect(house.during(3, { tank_t: 79.9 }).at(-1)?.runs["dump"]).toBe(false);
	});
});
