import { describe, expect, it, test } from "@jest/globals";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { toldProblem } from "#texts/say.ts";
import { owner } from "./plants.ts";
import { BOARD, twoTanks } from "./two-tanks.ts";

type Item = Readonly<Record<string, unknown>>;
const allOn = (raw: unknown) => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const { options } = parsed;
	return notesOn(plantOf(options), settingsOf(options), undefined);
};
const attention = (raw: unknown) =>
	allOn(raw)
		.filter(wantsAttention)
		.map(({ remedy }) => remedy.code);
const notes = (raw: unknown) => {
	const all = allOn(raw);
	for (const language of ["en", "sv", "de"] as const)
		for (const note of all) expect(toldProblem(language, note).remedy).toMatch(/^[^{}]{10,}\.$/);
	return all.map(({ path, remedy }) => [path, remedy.code]).filter(([, code]) => code !== "boil_stop_unseen");
};
const changed = (list: string, index: number, change: Item, others: Item = {}) => {
	const raw = twoTanks(others);
	return { ...raw, [list]: (raw[list] as Item[]).map((item, i) => (i === index ? { ...item, ...change } : item)) };
};

const more = (list: string, part: string, circuit: Item, sensors: readonly Item[] = []) => {
	const raw = twoTanks();
	const add = (to: string, items: readonly Item[]) => [...(raw[to] as Item[]), ...items];
	const pump = { name: "Pump 3", role: "pump", target: `usb_relay:${BOARD}/6` };
	return {
		...raw,
		[list]: [{ name: part }],
		circuits: add("circuits", [{ pump: "Pump 3", ...circuit }]),
		outputs: add("outputs", [pump]),
		sensors: add("sensors", sensors),
	};
};
const measuring = (role: string, of: string) => ({ name: of, role, of, source: "one_wire:28-000000000009" });
const stove = more("sources", "Kamin", { from: "Kamin", to: "buffer" }, [measuring("stove", "Kamin")]);
const radiator = more("sinks", "Kylare", { from: "Öst", to: "Kylare" });
const pool = more("sinks", "Pool", { from: "Öst", to: "Pool" }, [measuring("pool", "Pool")]);
const forgotten = twoTanks({
	outputs: (twoTanks()["outputs"] as Item[]).filter(({ name }) => name !== "Elpatron 2" && name !== "Växelventil"),
	circuits: [
		{ from: "Öst", to: "Varmvatten", pump: "Pump öst" },
		{ from: "Väst", to: "Varmvatten", pump: "Pump väst" },
	],
});

describe("valid plants that cannot work as they are meant", () => {
	it("are neither the plain one nor the one with two tanks", () => {
		expect([notes(owner()), notes(twoTanks())]).toEqual([[], []]);
	});

	test.each<[string, Item, readonly (readonly [string, string])[]]>([
		[
			"a pump and a valve in no circuit",
			twoTanks({ circuits: [{ from: "Öst", to: "buffer", pump: "Pump öst" }] }),
			[
				["outputs[1].role", "in_no_circuit"],
				["outputs[2].role", "in_no_circuit"],
				["circuits", "part_in_no_circuit"],
			],
		],
		["a priority twice", changed("circuits", 1, { priority: 1 }), [["circuits[1].priority", "priority_twice"]]],
		["a priority twice towards one tank", changed("circuits", 2, { priority: 1 }), []],
		[
			"a circuit that nothing runs, with a setting",
			twoTanks({
				circuits: [
					{ from: "Varmvatten", to: "buffer", pump: "Pump öst", solar_charging_start_at: 6 },
					{ from: "Öst", to: "Varmvatten", pump: "Pump väst", valve: "Växelventil", position: 0 },
				],
			}),
			[
				["circuits", "part_in_no_circuit"],
				["circuits[0].from", "circuit_by_hand"],
				["circuits[0].solar_charging_start_at", "no_rule_here"],
			],
		],
		["a tank that no circuit leads to", forgotten, [["circuits", "part_in_no_circuit"]]],
		[
			"a tank that nothing measures, and that no circuit leads to",
			twoTanks({ tanks: [...(twoTanks()["tanks"] as Item[]), { id: "third" }] }),
			[["circuits", "part_in_no_circuit"]],
		],
		["a stove, which no function runs yet", stove, [["circuits[4].from", "source_by_hand"]]],
		[
			"a consumer without a sensor, which only cools the collectors",
			radiator,
			[["circuits[4].to_sensor", "only_cools"]],
		],
		["a pool, which has no limit", pool, [["circuits[4].to", "no_limit_here"]]],
		[
			"cooling above a boil stop of one field",
			changed("collectors", 0, {
				boil_stop_stop_at: 105,
				boil_stop_release_below: 100,
				collector_cooling_start_at: 110,
			}),
			[["ost.collector_cooling_start_at", "cooling_never"]],
		],
		[
			"night cooling above the maximum of one tank",
			changed("tanks", 0, { tank_limit_maximum: 78 }, { night_cooling: { enabled: true, tank_above: 80 } }),
			[["night_cooling.tank_above", "night_cooling_never"]],
		],
	])("%s", (_, raw, expected) => expect(notes(raw)).toEqual(expected));

	it("ask for attention, except a consumer that only cools the collectors: a heat dump is meant so", () => {
		const told = (raw: unknown) => attention(raw).includes("only_cools") || attention(raw).includes("no_limit_here");
		expect([told(radiator), told(pool)]).toEqual([false, true]);
	});
});
