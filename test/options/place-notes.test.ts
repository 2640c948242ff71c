import { describe, expect, it, test } from "@jest/globals";
import { notesOn } from "#options/notes.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant-of.ts";
import { toldProblem } from "#texts/say.ts";
import { owner } from "./plants.ts";
import { twoTanks } from "./two-tanks.ts";

type Item = Readonly<Record<string, unknown>>;
const notes = (raw: unknown) => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const { options } = parsed;
	const all = notesOn(plantOf(options), settingsOf(options), undefined);
	for (const language of ["en", "sv", "de"] as const)
		for (const note of all) expect(toldProblem(language, note).remedy).toMatch(/^[^{}]{10,}\.$/);
	return all.map(({ path, remedy }) => [path, remedy.code]).filter(([, code]) => code !== "boil_stop_unseen");
};
const changed = (list: string, index: number, change: Item, others: Item = {}) => {
	const raw = twoTanks(others);
	return { ...raw, [list]: (raw[list] as Item[]).map((item, i) => (i === index ? { ...item, ...change } : item)) };
};

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
				["circuits[0].from", "circuit_by_hand"],
				["circuits[0].solar_charging_start_at", "no_rule_here"],
			],
		],
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
});
