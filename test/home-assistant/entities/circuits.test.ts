import { describe, expect, it, test } from "@jest/globals";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { wiringProblems } from "#options/problems/wiring.ts";
import { LANGUAGES } from "#texts/say.ts";
import { flawsOf, twice } from "../../contract/payloads.ts";
import { deviceOf } from "../../fakes/announced-device.ts";
import { HOUSE, ownersPlant, type Scene, turns } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";

const at = (levels: Readonly<Record<string, number>>, hot: Readonly<Record<string, number>> = {}): Scene => ({
	read: ({ id }) => hot[id] ?? (id.endsWith("collector") ? 70 : 40),
	effect: ({ id }) => ({ actual: percent(levels[id] ?? 0) }),
});
const last = (plant: Plant, ...scenes: readonly Scene[]): Snapshot => {
	const snapshot = turns(scenes, plant).at(-1);
	if (snapshot === undefined) throw new Error("there is a last turn");
	return snapshot;
};
const keysOf = (plant: Plant) => entitiesOf(plant, "en").map(({ key }) => key);
const stateOf = (plant: Plant, key: string, snapshot: Snapshot) =>
	entitiesOf(plant, "en")
		.find((entity) => entity.key === key)
		?.state?.(snapshot);

describe("a house with circuits", () => {
	const plant = widePlant(1, 2);
	const charging = at({ east_pump: 60, valve: 100 });

	it("tells of each whether heat flows in it", () => {
		const snapshot = last(plant, at({}), charging, charging);
		expect(stateOf(plant, "east_hot_water_runs", snapshot)).toBe("ON");
		expect(stateOf(plant, "east_buffer_runs", snapshot)).toBe("OFF");
	});

	it("does not call a circuit running while its valve moves", () => {
		expect(stateOf(plant, "east_hot_water_runs", last(plant, at({}), charging))).toBe("OFF");
	});

	it("says why, and by what it is displaced", () => {
		const entity = entitiesOf(plant, "sv").find(({ key }) => key === "east_hot_water_runs");
		expect(entity?.name).toBe("Solfångare → Hot water: i drift");
		expect(entity?.attributes?.(last(plant, at({}), at({})))).toMatchObject({
			code: expect.stringMatching(/^[a-z_]+$/),
			text: expect.any(String),
			want: 0,
			rank: expect.any(String),
			displaced: true,
			overruled: expect.any(Array),
		});
	});

	it("is unknown before the first turn", () => {
		expect(stateOf(plant, "east_buffer_runs", { ...last(plant, at({})), circuits: [] })).toBeUndefined();
	});
});

describe("a house with one of each", () => {
	it("has no entity of a circuit or a part, because its pump says the same", () => {
		expect(
			keysOf(ownersPlant).filter((key) => /_runs$|^boil_stop_(?!stop_at|release)|^tank_too_hot_/.test(key)),
		).toEqual([]);
	});
});

describe("several fields and tanks", () => {
	const plant = widePlant(2, 2);

	it("have an alarm each beside the alarm of the plant", () => {
		const alarms = entitiesOf(plant, "en").filter(
			({ key, platform }) => platform === "binary_sensor" && /^(boil_stop|tank_too_hot)/.test(key),
		);
		expect(alarms.map(({ key, name }) => [key, name])).toEqual([
			["boil_stop", "Boil stop"],
			["boil_stop_east", "Boil stop (East)"],
			["boil_stop_west", "Boil stop (West)"],
			["tank_too_hot", "Tank too hot"],
			["tank_too_hot_buffer", "Buffer too hot"],
			["tank_too_hot_hot_water", "Hot water too hot"],
		]);
	});

	test.each([
		["boil_stop", "west_collector", 160, "boil_stop_west", "boil_stop_east"],
		["tank_too_hot", "buffer_60", 96, "tank_too_hot_buffer", "tank_too_hot_hot_water"],
	])("%s tells which one", (all, sensor, hot, which, other) => {
		const snapshot = last(plant, at({}, { [sensor]: hot }));
		expect([all, which, other].map((key) => stateOf(plant, key, snapshot))).toEqual(["ON", "ON", "OFF"]);
	});
});

describe.each(LANGUAGES)("every plant of up to four fields and tanks in %s", (language) => {
	it("has keys and names of its own for everything, and states that Home Assistant takes", () => {
		for (const [fields, tanks] of [
			[1, 1],
			[2, 2],
			[1, 4],
			[4, 1],
			[4, 4],
		] as const) {
			const plant = widePlant(fields, tanks);
			const entities = entitiesOf(plant, language, { watch: true });
			expect(twice(entities.map(({ key }) => key))).toEqual([]);
			expect(twice(entities.map(({ name }) => name))).toEqual([]);
			const result = deviceMessage(deviceOf({ ...HOUSE, language }, plant, entities));
			expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
			for (const snapshot of turns([{}, at({ east_pump: 30 }), at({}, { east_collector: 160 })], plant))
				expect(flawsOf(snapshot, entities, language)).toEqual([]);
		}
	});
});

describe("ids that these entities have", () => {
	const places = { circuits: [{ id: "loop" }], collectors: [{ id: "east" }], tanks: [{ id: "buffer" }] };
	test.each(["loop_runs", "boil_stop_east", "tank_too_hot_buffer"])("are not free for a sensor or output: %s", (id) => {
		const paths = (raw: object) =>
			wiringProblems(raw)
				.filter(({ remedy }) => remedy.code === "id_reserved")
				.map(({ path }) => path);
		expect(paths({ ...places, sensors: [{ id }], outputs: [{ id: "x" }] })).toEqual(["sensors[0].id"]);
		expect(paths({ ...places, sensors: [{ id: "x" }], outputs: [{ id }] })).toEqual(["outputs[0].id"]);
		expect(paths({ sensors: [{ id }], outputs: [{ id: "x" }] })).toEqual([]);
	});
});
