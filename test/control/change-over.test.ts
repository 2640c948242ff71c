import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { atMost } from "#model/decision/claim.ts";
import { fault } from "#model/plant/fault.ts";
import { temperature } from "#model/plant/reading.ts";
import { FULL, percent, seconds } from "#model/quantities/units.ts";
import { House, hold } from "../fakes/house.ts";
import { type Different, twoFields, twoTanks, zonedTanks } from "../fakes/two-tanks.ts";
import { reason } from "../fakes/unworded.ts";

const SUN = { house: 40, buffer: 30, field: 60 };
const ALL = ["pump", "diverter", "to_house", "to_buffer"];
const charging = (changes: Different = {}) => new House(twoTanks(changes), SUN).go(120);
const LONG_RUN = { outputs: { pump: { least_run: seconds(600) } } };
const ON = { actual: FULL };
const SILENT = { fault: fault("no_answer") };

describe("a change-over", () => {
	it("stops the pump, waits for its confirmation, moves the valve, waits for its travel, and starts the pump", () => {
		const house = charging().go(10, { house: 76, field: 85 });
		expect(house.says(...ALL)).toEqual({
			pump: "0 valve_first",
			diverter: "0 pump_first",
			to_house: "0 tank_full",
			to_buffer: "0 valve_first",
		});
		expect(house.go(10).says("pump", "diverter")).toEqual({ pump: "0 valve_first", diverter: "100 for_circuit" });
		expect(house.go(50).says("pump")).toEqual({ pump: "0 valve_first" });
		expect(house.go(10).says("pump", "to_buffer")).toEqual({ pump: "100 gain", to_buffer: "100 gain" });
	});

	it("waits for the least run of the pump, unless the tank that it heats is at its maximum", () => {
		const slow = charging(LONG_RUN).go(30, { house: 76, field: 85 });
		expect(slow.says("pump", "diverter", "to_buffer")).toEqual({
			pump: "100 least_run",
			diverter: "0 pump_first",
			to_buffer: "0 least_run",
		});
		expect(slow.go(10, { house: 95, field: 110 }).says("pump")).toEqual({ pump: "0 valve_first" });
	});

	it("does not end the least run for the sake of a tank that is not heated", () => {
		const house = charging(LONG_RUN).go(30, { house: 50, field: 50, buffer: 97 });
		expect(house.says("pump", "to_buffer")).toEqual({ pump: "100 least_run", to_buffer: "0 tank_maximum" });
	});

	it("moves no valve while a pump is still reported on, or its board does not answer", () => {
		for (const pump of [ON, SILENT]) {
			const house = charging();
			house.boards = { pump };
			expect(house.go(60, { house: 76, field: 85 }).says("diverter")).toEqual({ diverter: "0 pump_first" });
			house.boards = {};
			expect(house.go(20).says("diverter")).toEqual({ diverter: "100 for_circuit" });
		}
	});

	it("counts the travel from the confirmation, and waits while the valve's board does not answer", () => {
		const house = charging();
		house.boards = { diverter: SILENT };
		house.go(200, { house: 76, field: 85 });
		expect(house.says("pump", "diverter")).toEqual({ pump: "0 valve_unknown", diverter: "100 for_circuit" });
		house.boards = {};
		expect(house.go(60).says("pump")).toEqual({ pump: "0 valve_first" });
		expect(house.go(10).says("pump")).toEqual({ pump: "100 gain" });
	});

	it("starts no pump after a restart before the valve has had its time", () => {
		const house = new House(twoTanks(), SUN).go(10);
		expect(house.says("pump")).toEqual({ pump: "0 valve_unknown" });
		expect(house.go(50).says("pump")).toEqual({ pump: "0 valve_first" });
		expect(house.go(20).says("pump")).toEqual({ pump: "100 gain" });
	});

	it("ends a kick, because the pump still heats the tank that it leaves", () => {
		const level = { min: percent(30), max: FULL, step: percent(10) };
		const pump = { level, kick: seconds(300), least_run: seconds(600) };
		const house = new House(twoTanks({ outputs: { pump } }), SUN).go(120);
		expect(house.levels("pump")).toEqual([100]);
		expect(house.go(10, { house: 76, field: 85 }).says("pump")).toEqual({ pump: "30 least_run" });
	});

	it("counts a valve whose board told where it stands before the first turn from then on", () => {
		const house = new House(twoTanks(), SUN);
		const diverter = { wanted: FULL, actual: FULL };
		house.state = { ...house.state, outputs: house.state.outputs.with(1, diverter) };
		house.boards = { diverter: ON };
		expect(house.go(60, { house: 76, field: 85 }).says("pump")).toEqual({ pump: "0 valve_first" });
		expect(house.go(20).says("pump", "diverter")).toEqual({ pump: "100 gain", diverter: "100 for_circuit" });
	});

	it("moves a held valve only while the pump is still", () => {
		const house = charging(LONG_RUN).go(20, {}, hold("diverter"));
		expect(house.says("pump", "diverter")).toEqual({ pump: "100 least_run", diverter: "0 pump_first" });
	});
});

describe("a pump stops at once, within its least run,", () => {
	test.each([
		["when its valve is not known to stand anywhere", { diverter: SILENT }],
		["when its valve stands elsewhere", { diverter: ON }],
	])("%s", (_, boards) => {
		const house = charging(LONG_RUN);
		house.boards = boards;
		expect(house.go(20).levels("pump")).toEqual([0]);
	});

	it("when a second zone valve opens by itself, because it would feed two tanks", () => {
		for (const travel of [seconds(0), seconds(60)]) {
			const pump = { least_run: seconds(600) };
			const plant = zonedTanks({ outputs: { pump, zone_house: { travel }, zone_buffer: { travel } } });
			const house = new House(plant, SUN).go(120);
			expect(house.says("pump")).toEqual({ pump: "100 gain" });
			house.boards = { zone_buffer: ON };
			expect(house.go(20).levels("pump")).toEqual([0]);
			expect(house.go(200).levels("pump")).toEqual([0]);
		}
	});
});

describe("a pump that cannot be stopped", () => {
	const welded = (temperatures: Readonly<Record<string, number>>) => {
		const house = charging();
		house.boards = { pump: ON };
		return house.go(30, temperatures);
	};

	it("does not hold the valve where its heat is forbidden", () => {
		expect(welded({ house: 97, field: 110 }).says("diverter")).toEqual({ diverter: "100 for_circuit" });
	});

	it("moves no valve where nothing forbids its heat, also if nobody knows how that stands", () => {
		const house = charging();
		house.boards = { pump: ON, diverter: SILENT };
		expect(house.go(60, { field: 30 }).says("diverter")).toEqual({ diverter: "0 valve_stays" });
	});

	it("is led to another tank, even if that one asks for nothing", () => {
		const house = welded({ house: 97, buffer: 60, field: 50 });
		expect(house.says("diverter")).toEqual({ diverter: "100 for_circuit" });
		expect(house.go(200).says("diverter")).toEqual({ diverter: "100 valve_stays" });
	});

	it("stays where it is if every tank is too hot", () => {
		expect(welded({ house: 97, buffer: 97, field: 110 }).levels("diverter")).toEqual([0]);
	});

	it("holds the valve where heat is only not wanted", () => {
		expect(welded({ house: 76, field: 85 }).says("diverter")).toEqual({ diverter: "0 pump_first" });
	});
});

describe("mode off", () => {
	const off = { kind: "mode", mode: "off" } as const;

	it("stops the pump at once, and leaves a diverter where it stands", () => {
		const house = new House(twoTanks(LONG_RUN), { ...SUN, house: 76, field: 85 }).go(120);
		expect(house.says("to_buffer")).toEqual({ to_buffer: "100 gain" });
		expect(house.go(10, {}, off).says("pump", "diverter", "to_buffer")).toEqual({
			pump: "0 mode_off",
			diverter: "100 mode_off",
			to_buffer: "0 mode_off",
		});
	});

	it("leads no heat a new way for a pump that stays as it is", () => {
		for (const rest of ["hold", "load_on"] as const) {
			const house = new House(twoTanks({ outputs: { pump: { rest } } }), SUN).go(120).go(10, {}, off);
			expect(house.says("pump")).toEqual({ pump: "100 mode_off" });
			expect(house.go(60, { house: 97 }).levels("pump", "diverter")).toEqual([0, 0]);
		}
	});

	test.each([
		["off", "safety"],
		["test", "manual"],
	] as const)("leaves a pump that runs at rest in mode %s a level that it has, and that %s allows", (mode, rank) => {
		const level = { min: percent(20), max: percent(80), step: percent(10) };
		const plant = twoFields("pumps", { outputs: { pump: { level, rest: "load_on" } } });
		const limit = rule({
			...{ id: "limit", per: "plant", needs: {}, options: z.object({}), memory: z.object({}) },
			propose: ({ at }, { readings }, memory) => {
				const [circuit] = at.circuits;
				const tank = temperature(readings, circuit?.to_sensor) ?? 0;
				if (circuit === undefined || tank <= 90) return silent(memory);
				return claiming(memory, [atMost(circuit, percent(45), rank, reason("slow"), "fault")]);
			},
		});
		const house = new House(plant, { house: 40 }, {}, [limit]).go(20, {}, { kind: "mode", mode });
		expect(house.levels("pump")).toEqual([80]);
		expect(house.go(20, { house: 91 }).levels("pump")).toEqual([40]);
	});
});
