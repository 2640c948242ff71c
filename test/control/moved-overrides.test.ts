import { describe, expect, it } from "@jest/globals";
import { bind } from "#control/bind.ts";
import { movedOverrides } from "#control/memory/moved-overrides.ts";
import { marksOf } from "#control/memory/places.ts";
import type { Plant } from "#model/plant/plant.ts";
import * as registry from "#rules/index.ts";
import { twoTanks } from "../fakes/two-tanks.ts";

const rules = Object.values(registry);
const own = (circuits: Plant["circuits"]) =>
	circuits.map(({ id }) => ({ rule: "solar_charging", place: id, fields: ["start_at"] }));
const two = twoTanks();
const plant: Plant = { ...two, own_settings: own(two.circuits) };
const bound = bind(plant, rules);
const saved = JSON.parse(JSON.stringify(marksOf(bound)));
/** The same circuits with other ids. */
const called = (id: (old: string) => string): Plant => {
	const circuits = plant.circuits.map((circuit) => ({ ...circuit, id: id(circuit.id) }));
	return { ...plant, circuits, own_settings: own(circuits) };
};
const OTHER: Readonly<Record<string, string>> = { to_house: "to_buffer", to_buffer: "to_house" };
const override = (rule: string) => ({ rule, field: "start_at", value: 6, replaced: 8 });
const moved = (house: Plant, rule: string, marks: unknown = saved) =>
	movedOverrides([override(rule)], bind(house, rules), marks);

describe("what was set at run time for a circuit follows it", () => {
	it("to another id, also to one that another circuit had", () => {
		expect(
			moved(
				called((id) => `my_${id}`),
				"solar_charging@to_buffer",
			),
		).toEqual([override("solar_charging@my_to_buffer")]);
		expect(
			moved(
				called((id) => OTHER[id] ?? id),
				"solar_charging@to_buffer",
			),
		).toEqual([override("solar_charging@to_house")]);
	});

	it("and stays where it is otherwise", () => {
		for (const rule of ["solar_charging@to_buffer", "solar_charging", "solar_charging@gone"])
			expect(moved(plant, rule)).toEqual([override(rule)]);
		const renamed = called((id) => `my_${id}`);
		expect(moved(renamed, "solar_charging")).toEqual([override("solar_charging")]);
		expect(moved(renamed, "solar_charging@to_buffer", null)).toEqual([override("solar_charging@to_buffer")]);
	});
});
