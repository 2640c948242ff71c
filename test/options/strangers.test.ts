import { describe, expect, test } from "@jest/globals";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";

type Item = Readonly<Record<string, unknown>>;
let nth = 0;
const sensor = (name: string, role: string, of?: string): Item => ({
	name,
	role,
	...(of !== undefined && { of }),
	source: `one_wire:28-0000000000${(nth++ % 90) + 10}`,
});
const output = (name: string, role: string, more: Item = {}): Item => ({
	name,
	role,
	target: `usb_relay:/dev/relays${Math.floor(nth / 8)}/${(nth++ % 8) + 1}`,
	...more,
});
const valve = (name: string) => output(name, "valve", { rest: "hold", travel: 60 });

/** Plants of public manuals and projects, as a person would write them who has only names. */
const PLANTS: readonly (readonly [string, Item, readonly string[], readonly string[]])[] = [
	[
		"two stores behind a three-way valve",
		{
			tanks: [{ name: "Primary tank" }, { name: "Secondary tank" }],
			sensors: [
				sensor("Collector temperature", "collector"),
				sensor("Primary temperature", "tank", "Primary tank"),
				sensor("Secondary temperature", "tank", "Secondary tank"),
				sensor("Return temperature", "return_line"),
			],
			outputs: [output("Pump", "pump"), valve("3-way valve")],
			circuits: [
				{ from: "collector", to: "primary tank", pump: "pump", valve: "3-Way Valve", position: 0 },
				{ from: "collector", to: "secondary tank", pump: "pump", valve: "3-Way Valve", position: 100 },
			],
		},
		["collector_primary_tank", "collector_secondary_tank"],
		[],
	],
	[
		"fields to the east and west with a pump each, two stores, a valve, and a pump from the one to the other",
		{
			collectors: [{ name: "East" }, { name: "West" }],
			tanks: [{ name: "Tank 1" }, { name: "Tank 2" }],
			sensors: [
				sensor("T1", "collector", "East"),
				sensor("T0", "collector", "West"),
				sensor("T2", "tank", "Tank 1"),
				sensor("T3", "tank_layer", "Tank 1"),
				sensor("T4", "tank", "Tank 2"),
			],
			outputs: [output("R1", "pump"), output("R2", "pump"), output("R3", "pump"), valve("R4")],
			circuits: [
				{ from: "East", to: "Tank 1", pump: "R1", valve: "R4", position: 0 },
				{ from: "West", to: "Tank 1", pump: "R2", valve: "R4", position: 0 },
				{ from: "East", to: "Tank 2", pump: "R1", valve: "R4", position: 100 },
				{ from: "West", to: "Tank 2", pump: "R2", valve: "R4", position: 100 },
				{ from: "Tank 1", to: "Tank 2", pump: "R3", from_sensor: "T3" },
			],
		},
		["east_tank_1", "west_tank_1", "east_tank_2", "west_tank_2", "tank_1_tank_2"],
		["circuits[4].from circuit_by_hand"],
	],
	[
		"charging in layers: one valve to the upper or the lower zone",
		{
			sensors: [
				sensor("Kollektor", "collector"),
				sensor("Speicher unten", "tank"),
				sensor("Speicher oben", "tank_layer"),
			],
			outputs: [output("Solarpumpe", "pump"), valve("Zonenventil")],
			circuits: [
				{
					name: "Obere Zone",
					from: "collector",
					to: "tank",
					pump: "Solarpumpe",
					valve: "Zonenventil",
					position: 100,
					to_sensor: "Speicher oben",
				},
				{ name: "Untere Zone", from: "collector", to: "tank", pump: "Solarpumpe", valve: "Zonenventil", position: 0 },
			],
		},
		["obere_zone", "untere_zone"],
		[],
	],
	[
		"four stores with a pump each",
		{
			tanks: [1, 2, 3, 4].map((n) => ({ name: `Store ${n}` })),
			sensors: [
				sensor("S1", "collector"),
				...[1, 2, 3, 4].map((n) => sensor(`Store ${n} sensor`, "tank", `Store ${n}`)),
			],
			outputs: [1, 2, 3, 4].map((n) => output(`P${n}`, "pump")),
			circuits: [1, 2, 3, 4].map((n) => ({ from: "collector", to: `Store ${n}`, pump: `P${n}` })),
		},
		["collector_store_1", "collector_store_2", "collector_store_3", "collector_store_4"],
		[],
	],
	[
		"an absorber that heats a whirlpool and no tank",
		{
			sinks: [{ name: "Whirlpool" }],
			sensors: [sensor("Solar water", "collector"), sensor("Whirlpool water", "pool", "Whirlpool")],
			outputs: [output("Pump", "pump")],
			circuits: [{ from: "collector", to: "Whirlpool", pump: "Pump" }],
		},
		["collector_whirlpool"],
		["circuits[0].to no_limit_here"],
	],
	[
		"a pool whose filter pump runs elsewhere: only its valve is ours",
		{
			sinks: [{ name: "Pool" }],
			sensors: [sensor("Roof mat", "collector"), sensor("Pool", "pool")],
			outputs: [valve("Solar valve")],
			circuits: [{ from: "collector", to: "Pool", pump: "Solar valve" }],
		},
		["collector_pool"],
		["circuits[0].to no_limit_here"],
	],
	[
		"one tank, and a floor's pump that something else switches",
		{
			sensors: [sensor("Panels", "collector"), sensor("Tank", "tank")],
			outputs: [output("Panel pump", "pump"), output("Floor pump", "other")],
		},
		["panel_pump"],
		[],
	],
	[
		"a stove with water and a field, both into one buffer",
		{
			sources: [{ name: "Vattenmantlad kamin" }],
			tanks: [{ name: "Ackumulatortank", volume: 1500 }],
			sensors: [
				sensor("Solfångare", "collector"),
				sensor("Kaminvatten", "stove"),
				sensor("Ackumulatortank botten", "tank"),
			],
			outputs: [output("Solpump", "pump"), output("Laddomat", "pump"), output("Elpatron", "heater")],
			circuits: [
				{ from: "collector", to: "Ackumulatortank", pump: "Solpump" },
				{ from: "Vattenmantlad kamin", to: "Ackumulatortank", pump: "Laddomat" },
			],
		},
		["collector_ackumulatortank", "vattenmantlad_kamin_ackumulatortank"],
		["circuits[1].from source_by_hand"],
	],
	[
		"a furnace for wood and one tank, without a collector",
		{
			sources: [{ name: "Furnace" }],
			sensors: [sensor("Furnace water", "boiler"), sensor("Boiler", "tank")],
			outputs: [output("Charge pump", "pump")],
			circuits: [{ from: "Furnace", to: "tank", pump: "Charge pump" }],
		},
		["furnace_tank"],
		["circuits[0].from source_by_hand"],
	],
];

describe("plants of other people, written with names alone", () => {
	test.each(PLANTS)("%s", (_, raw, ids, noted) => {
		const parsed = parse(raw);
		expect(parsed.kind === "valid" ? [] : parsed.problems).toEqual([]);
		if (parsed.kind === "invalid") return;
		const plant = plantOf(parsed.options);
		expect(plant.circuits.map(({ id }) => id)).toEqual(ids);
		expect(plant.circuits.map(({ from_sensor, to_sensor }) => [from_sensor?.role, to_sensor?.role])).not.toContain(
			undefined,
		);
		const notes = notesOn(plant, settingsOf(parsed.options), undefined).filter(wantsAttention);
		expect(notes.map(({ path, remedy }) => `${path} ${remedy.code}`)).toEqual(noted);
	});
});
