import { describe, expect, it, test } from "@jest/globals";
import type { Plant } from "#model/plant/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { owner } from "./plants.ts";
import { BOARD, twoTanks } from "./two-tanks.ts";

const plant = (raw: unknown): Plant => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
};
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe("a plant with two fields and two tanks", () => {
	const { sensors, outputs, parts, circuits, groups, roles, tank } = plant(twoTanks());

	it("has ids made of names, and keeps the names", () => {
		expect(ids(sensors)).toEqual(["ost_utlopp", "vast_utlopp", "varmvatten_nere", "varmvatten_uppe", "buffer_low"]);
		expect(ids(outputs)).toEqual(["pump_ost", "pump_vast", "vaxelventil", "elpatron", "elpatron_2"]);
		expect(ids(parts)).toEqual(["ost", "west", "varmvatten", "buffer"]);
		expect([sensors[0]?.name, outputs[2]?.name, parts[0]?.name, circuits[3]?.name]).toEqual([
			"Öst utlopp",
			"Växelventil",
			"Öst",
			"Väst till buffert",
		]);
	});

	it("has in each part its own sensors and heaters, and what is written about it", () => {
		expect(parts).toEqual([
			{
				kind: "collector",
				id: "ost",
				name: "Öst",
				area: 6,
				slope: 35,
				azimuth: 90,
				sensor: sensors[0],
				sensors: [sensors[0]],
				heaters: [],
			},
			{ kind: "collector", id: "west", name: "Väst", area: 4, sensor: sensors[1], sensors: [sensors[1]], heaters: [] },
			{
				kind: "tank",
				id: "varmvatten",
				name: "Varmvatten",
				volume: 300,
				sensor: sensors[2],
				sensors: [sensors[2], sensors[3]],
				heaters: [outputs[3]],
			},
			{ kind: "tank", id: "buffer", volume: 750, sensor: sensors[4], sensors: [sensors[4]], heaters: [outputs[4]] },
		]);
	});

	it("has its circuits in their order, with ends, pump, valve and sensors", () => {
		expect(ids(circuits)).toEqual(["ost_varmvatten", "ost_buffer", "west_varmvatten", "vast_till_buffert"]);
		const [hot, , , last] = circuits;
		const [east, west, water, buffer] = parts;
		expect(hot).toEqual({
			id: "ost_varmvatten",
			index: 0,
			from: east,
			to: water,
			pump: outputs[0],
			valves: [{ valve: outputs[2], position: 0 }],
			priority: 1,
			from_sensor: sensors[0],
			to_sensor: sensors[2],
		});
		expect([last?.from, last?.to, last?.pump, last?.to_sensor]).toEqual([west, buffer, outputs[1], sensors[4]]);
		expect([last?.from === west, last?.pump === outputs[1]]).toEqual([true, true]);
		expect(circuits.map(({ priority }) => priority)).toEqual([1, 2, 3, 4]);
	});

	it("is one group, since both pumps go through one valve", () => {
		expect(groups.map(({ id, circuits, pumps, valves }) => [id, ids(circuits), ids(pumps), ids(valves)])).toEqual([
			["pump_ost", ids(circuits), ["pump_ost", "pump_vast"], ["vaxelventil"]],
		]);
	});

	it("shows the first field, tank and pump where a single plant is shown", () => {
		expect(roles).toEqual({
			collector: sensors[0],
			tank: sensors[2],
			tank_sensors: [sensors[2], sensors[3]],
			pump: outputs[0],
			heater: outputs[3],
		});
		expect(tank).toEqual({ volume: 300 });
	});

	it("keeps every id when entries are reordered, and when others are added", () => {
		const raw = twoTanks();
		const turned = Object.fromEntries(
			Object.entries(raw).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
		);
		const more = twoTanks({ tanks: [{ name: "Ny" }, ...(raw["tanks"] as object[])] });
		for (const other of [plant(turned), plant(more)])
			for (const list of ["sensors", "outputs", "circuits"] as const)
				expect(new Set(ids(other[list]))).toEqual(new Set(ids({ sensors, outputs, circuits }[list])));
	});
});

describe("a plant that is described in part", () => {
	it("has the usual collector and tank for circuits without lists", () => {
		const { parts, circuits } = plant(owner({ circuits: [{ from: "collector", to: "tank", pump: "pump" }] }));
		expect(parts.map(({ kind, id, sensor, heaters }) => [kind, id, sensor?.id, ids(heaters)])).toEqual([
			["collector", "collector", "collector", []],
			["tank", "tank", "tank", ["heater"]],
		]);
		expect(circuits.map(({ id, to_sensor }) => [id, to_sensor?.id])).toEqual([["collector_tank", "tank"]]);
	});

	it("has the one circuit that is possible, by its pump's id, for lists without circuits", () => {
		const { circuits, parts, tank } = plant(
			owner({ tanks: [{ name: "Ackumulatortank", volume: 500 }], collectors: [{ area: 8 }] }),
		);
		expect(circuits.map(({ id, from, to, priority }) => [id, from.id, to.id, priority])).toEqual([
			["pump", "collector", "ackumulatortank", 1],
		]);
		expect(parts.map(({ area, volume, sensors }) => [area, volume, ids(sensors)])).toEqual([
			[8, undefined, ["collector"]],
			[undefined, 500, ["tank", "tank_140"]],
		]);
		expect(tank).toEqual({ volume: 500 });
	});

	it("has no collector where its circuits begin at a stove", () => {
		const { parts, circuits } = plant({
			sources: [{ name: "Kamin" }],
			sensors: [
				{ id: "stove_out", role: "other", of: "Kamin", source: "one_wire:28-000000000001" },
				{ id: "tank", role: "tank", source: "one_wire:28-000000000002" },
			],
			outputs: [{ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1` }],
			circuits: [{ from: "Kamin", to: "tank", pump: "pump" }],
		});
		expect(ids(parts)).toEqual(["tank", "kamin"]);
		expect(circuits[0]?.from_sensor?.id).toBe("stove_out");
	});

	test.each([
		["collectors", [{}]],
		["tanks", [{}]],
		["sinks", [{ name: "Pool" }]],
	])("keeps the ids of the plain plant with %s %j", (list, entries) => {
		const { parts, circuits } = plant(owner({ [list]: entries }));
		expect(ids(parts).slice(0, 2)).toEqual(["collector", "tank"]);
		expect(ids(circuits)).toEqual(["pump"]);
	});
});
