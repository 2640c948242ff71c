import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atLeast, exactly } from "#model/decision/claim.ts";
import type { Rank } from "#model/decision/decision.ts";
import { type Part, type Plant, sensorId, type Thermometer } from "#model/plant/plant.ts";
import { FULL, percent } from "#model/quantities/units.ts";
import { House, hold, release } from "../fakes/house.ts";
import { plantOf, twoFields, twoTanks, zonedTanks } from "../fakes/two-tanks.ts";
import { reason } from "../fakes/unworded.ts";

const COLD = { house: 40, buffer: 30 };
const BOTH = ["pump", "diverter", "to_house", "to_buffer"];

describe("two tanks behind a diverter", () => {
	it("serve the first tank first, and the other once that is full", () => {
		const house = new House(twoTanks(), { ...COLD, field: 60 }).go(90);
		expect(house.says(...BOTH)).toEqual({
			pump: "100 gain",
			diverter: "0 for_circuit",
			to_house: "100 gain",
			to_buffer: "0 displaced",
		});
		house.go(150, { house: 76, field: 85 });
		expect(house.says(...BOTH)).toEqual({
			pump: "100 gain",
			diverter: "100 for_circuit",
			to_house: "0 tank_full",
			to_buffer: "100 gain",
		});
	});

	it("charge the second tank while the first is too hot for the field", () => {
		const house = new House(twoTanks(), { ...COLD, field: 45 }).go(150);
		expect(house.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "100 gain",
			to_house: "0 no_gain",
			to_buffer: "100 gain",
		});
	});

	it("cool a hot field into the tank that has room, though the other comes first; both full, into the first", () => {
		const room = new House(twoTanks(), { field: 95, house: 76, buffer: 50 }).go(150);
		expect(room.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "100 collector_hot",
			to_house: "0 displaced",
			to_buffer: "100 collector_hot",
		});
		const full = new House(twoTanks(), { field: 95, house: 76, buffer: 76 }).go(150);
		expect(full.says("pump", "to_house")).toEqual({ pump: "100 collector_hot", to_house: "100 collector_hot" });
	});

	it("close only the circuit of a lost tank, and all circuits of a lost field", () => {
		const house = new House(twoTanks(), { ...COLD, field: 60, house: "lost" }).go(150);
		expect(house.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "100 gain",
			to_house: "0 sensor_lost",
			to_buffer: "100 gain",
		});
		expect(house.go(40, { field: "lost" }).says("pump", "to_buffer")).toEqual({
			pump: "0 sensor_lost",
			to_buffer: "0 sensor_lost",
		});
	});

	it("move no valve for a pump that is held on", () => {
		const house = new House(twoTanks(), { ...COLD, field: 30 }).go(90, {}, hold("diverter"));
		house.go(90, {}, release("diverter")).go(90, {}, hold("pump"));
		expect(house.says(...BOTH)).toEqual({
			pump: "100 held_on",
			diverter: "100 for_circuit",
			to_house: "0 displaced",
			to_buffer: "100 held_on",
		});
	});

	it("lead a held pump away from a tank at its maximum, and stop it when both are", () => {
		const house = new House(twoTanks(), { ...COLD, field: 30 }).go(90, { house: 97 }, hold("pump")).go(60);
		expect(house.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "100 held_on",
			to_house: "0 tank_maximum",
			to_buffer: "100 held_on",
		});
		expect(house.go(10, { buffer: 97 }).says("pump")).toEqual({ pump: "0 tank_maximum" });
	});

	it("leave a diverter where it is while nothing is served, also with rest `load_off`", () => {
		const plant = twoTanks({ outputs: { diverter: { rest: "load_off" } } });
		const house = new House(plant, { ...COLD, field: 45 }).go(150);
		expect(house.levels("pump", "diverter")).toEqual([100, 100]);
		expect(house.go(60, { field: 30 }).levels("pump", "diverter")).toEqual([0, 100]);
		// It need not wait for the valve.
		expect(house.go(10, { field: 45 }).levels("pump", "diverter")).toEqual([100, 100]);
	});

	it("serve only what a held valve allows", () => {
		const house = new House(twoTanks(), { ...COLD, field: 60 }).go(150, {}, hold("diverter"));
		expect(house.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "100 gain",
			to_house: "0 valve_elsewhere",
			to_buffer: "100 gain",
		});
		expect(house.go(20, { buffer: 97 }).says("pump", "to_house", "to_buffer")).toEqual({
			pump: "0 valve_elsewhere",
			to_house: "0 valve_elsewhere",
			to_buffer: "0 tank_maximum",
		});
	});

	it("name the weakest obstacle of a resting pump, because that is the nearest to a change", () => {
		const house = new House(twoTanks(), { field: 20, house: 97, buffer: 30 }).go(20);
		expect(house.says("pump", "to_house")).toEqual({ pump: "0 no_gain", to_house: "0 tank_maximum" });
	});

	it("name what a resting pump waits for, and not the circuit that lacks a sensor", () => {
		const plant = twoTanks({ circuits: { to_buffer: { to_sensor: undefined } } });
		const house = new House(plant, { field: 60, house: 76 }).go(20);
		expect(house.says("pump", "to_house", "to_buffer")).toEqual({
			pump: "0 tank_full",
			to_house: "0 tank_full",
			to_buffer: "0 not_wired",
		});
		expect(house.go(20, { house: 97 }).says("pump")).toEqual({ pump: "0 tank_maximum" });
	});

	it("cool a hot field into a heat dump without a sensor only if the tank cannot take the heat", () => {
		const plant = twoTanks({ circuits: { to_buffer: { to_sensor: undefined } } });
		const house = new House(plant, { field: 95, house: 50 }).go(150);
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "100 collector_hot", to_buffer: "0 displaced" });
		expect(house.go(150, { house: 97 }).says("to_house", "to_buffer")).toEqual({
			to_house: "0 tank_maximum",
			to_buffer: "100 collector_hot",
		});
		expect(house.go(150, { field: 60 }).says("pump", "to_buffer")).toEqual({
			pump: "0 tank_maximum",
			to_buffer: "0 not_wired",
		});
	});

	it("let a displaced circuit reach its start again", () => {
		const house = new House(twoTanks(), { house: 48, buffer: 30, field: 50 }).go(150);
		expect(house.says("to_buffer")).toEqual({ to_buffer: "100 gain" });
		house.go(150, { field: 57 });
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "100 gain", to_buffer: "0 displaced" });
		// 6 K above the buffer: between its stop and its start.
		house.go(150, { field: 51.5, buffer: 45.5 });
		expect(house.says("to_house", "to_buffer")).toEqual({ to_house: "0 no_gain", to_buffer: "0 no_gain" });
	});
});

describe("an east and a west field", () => {
	const SHADE = { east: 20, west: 20, house: 40 };

	it("with zone valves on one pump run alone and together", () => {
		const house = new House(twoFields("zones"), { ...SHADE, east: 60 }).go(90);
		const all = ["pump", "zone_east", "zone_west", "from_east", "from_west"];
		expect(house.says(...all)).toEqual({
			pump: "100 gain",
			zone_east: "100 for_circuit",
			zone_west: "0 for_circuit",
			from_east: "100 gain",
			from_west: "0 no_gain",
		});
		expect(house.go(150, { west: 60 }).says(...all)).toEqual({
			pump: "100 gain",
			zone_east: "100 for_circuit",
			zone_west: "100 for_circuit",
			from_east: "100 gain",
			from_west: "100 gain",
		});
	});

	it("with a pump each run on their own", () => {
		const house = new House(twoFields("pumps"), { ...SHADE, west: 60 }).go(20);
		expect(house.says("pump", "pump_west")).toEqual({ pump: "0 no_gain", pump_west: "100 gain" });
	});

	it("without valves on one pump stop together when one of them boils", () => {
		const valves = { valves: [] };
		const plant = twoFields("zones", { circuits: { from_east: valves, from_west: valves } });
		const house = new House(plant, { ...SHADE, east: 60 }).go(20);
		expect(house.says("pump", "from_east", "from_west")).toEqual({
			pump: "100 gain",
			from_east: "100 gain",
			from_west: "100 flows_along",
		});
		expect(house.go(10, { west: 155 }).says("pump")).toEqual({ pump: "0 flow_elsewhere" });
	});

	it("on one pump go as fast as the hot one has to be cooled, though the other would charge slowly", () => {
		const level = { min: percent(30), max: FULL, step: percent(5) };
		for (const valves of [{ valves: [] }, {}]) {
			const plant = twoFields("zones", {
				outputs: { pump: { level } },
				circuits: { from_east: valves, from_west: valves },
			});
			const house = new House(plant, { ...SHADE, east: 100, west: 50 }).go(150);
			expect(house.says("pump", "from_east")).toEqual({ pump: "100 collector_hot", from_east: "100 collector_hot" });
			// Both charge: the slower one says how fast.
			expect(house.go(150, { east: 60 }).levels("pump")).toEqual([30]);
		}
	});
});

/** Two fields on one pump without valves of their own, and two tanks behind a diverter. */
function twoFieldsTwoTanks(): Plant {
	const plant = twoTanks();
	const [field, house, buffer] = plant.sensors;
	if (field === undefined || house === undefined || buffer === undefined) throw new Error("the plant has these");
	const sensor = { ...field, id: sensorId("west"), index: 3, channel: "west" } as Thermometer;
	const west: Part = { kind: "collector", id: "west", sensor, sensors: [sensor], heaters: [] };
	const circuits = [
		...plant.circuits,
		...plant.circuits.map((circuit, nth) => ({
			...circuit,
			...{ id: `west_${circuit.id}`, index: nth + 2, from: west, from_sensor: sensor },
		})),
	];
	return plantOf([field, house, buffer, sensor], plant.outputs, [...plant.parts, west], circuits);
}

describe("two fields on one pump", () => {
	it("flow together, and the colder one says for which circuit it does", () => {
		const house = new House(twoFieldsTwoTanks(), { ...COLD, field: 60, west: 41 }).go(90);
		expect(house.says("pump", "to_house", "west_to_house", "west_to_buffer")).toEqual({
			pump: "100 gain",
			to_house: "100 gain",
			west_to_house: "100 flows_along",
			west_to_buffer: "0 displaced",
		});
		expect(house.decision?.circuits[2]?.because.facts).toEqual({ circuit: "to_house" });
	});

	it("stop both when a person holds one off, because no valve closes it, and go on after that", () => {
		const house = new House(twoFieldsTwoTanks(), { ...COLD, field: 60, west: 41 }).go(90);
		house.go(20, {}, hold("west_to_house", 0));
		expect(house.says("pump", "west_to_house")).toEqual({ pump: "0 flow_elsewhere", west_to_house: "0 held_off" });
		expect(house.go(20, {}, release("west_to_house")).says("pump")).toEqual({ pump: "100 gain" });
	});
});

describe("two tanks with zone valves", () => {
	const zones = ["pump", "zone_house", "zone_buffer"];

	it("open one at a time, however the options let zone valves rest", () => {
		for (const rest of ["load_off", "hold", "load_on"] as const) {
			const changes = { rest };
			const plant = zonedTanks({ outputs: { zone_house: changes, zone_buffer: changes } });
			const house = new House(plant, { ...COLD, field: 60 }).go(90);
			expect(house.levels(...zones)).toEqual([100, 100, 0]);
			expect(house.go(150, { house: 76, field: 85 }).levels(...zones)).toEqual([100, 0, 100]);
		}
	});

	it("go to rest once the pump is confirmed off and nothing is served, and open again before it starts", () => {
		const house = new House(zonedTanks(), { ...COLD, field: 60 }).go(90);
		house.boards = { pump: { actual: FULL } };
		expect(house.go(60, { field: 30 }).levels(...zones)).toEqual([0, 100, 0]);
		house.boards = {};
		expect(house.go(20).says(...zones)).toMatchObject({ pump: "0 no_gain", zone_house: "0 nobody_asks" });
		expect(house.go(10, { field: 60 }).levels(...zones)).toEqual([0, 100, 0]);
		expect(house.go(60).levels(...zones)).toEqual([100, 100, 0]);
	});

	it("stay where they are with rest `hold`, and open with `load_on`", () => {
		const atRest = (rest: "hold" | "load_on") => {
			const changes = { rest };
			const plant = zonedTanks({ outputs: { zone_house: changes, zone_buffer: changes } });
			return new House(plant, { ...COLD, field: 60 })
				.go(90)
				.go(60, { field: 30 })
				.levels(...zones);
		};
		expect([atRest("hold"), atRest("load_on")]).toEqual([
			[0, 100, 0],
			[0, 100, 100],
		]);
	});

	it("leave a valve that nobody needs where a claim wants it that is no weaker than what is served", () => {
		const opened = (rank: Rank) => {
			const claims = rule({
				...{ id: "claims", per: "plant", needs: {}, options: z.object({}), memory: z.object({}) },
				propose: ({ at: { circuits, outputs } }, _, memory) => {
					const [house] = circuits;
					const zone = outputs.find(({ id }) => id === "zone_buffer");
					if (house === undefined || zone === undefined) return silent(memory);
					const served = atLeast(house, FULL, "manual", reason("served"), "manual");
					return claiming(memory, [served, exactly(zone, FULL, rank, reason("open"), "upkeep")]);
				},
			});
			return new House(zonedTanks(), COLD, {}, [claims]).go(200).levels("zone_buffer");
		};
		expect((["safety", "manual", "protection"] as const).map(opened)).toEqual([[100], [100], [0]]);
	});
});
