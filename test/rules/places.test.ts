import { describe, expect, it } from "@jest/globals";
import * as checks from "#checks/index.ts";
import { type AnyRule, neededAt, placesOf } from "#control/rule.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import * as registry from "#rules/index.ts";
import { fullHouse } from "./full-house.ts";

const parsed = parse(fullHouse());
if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
const plant = plantOf(parsed.options);
const ALL: readonly AnyRule[] = [...Object.values(registry), ...Object.values(checks)];

/** Where each runs: its places, and what is not wired there. */
const PLACES = {
	anti_seize: ["plant"],
	boil_stop: ["roof", "garage"],
	boiler_charging: ["burn"],
	circulation: ["circulate"],
	collector_cooling: ["roof", "garage"],
	dead_man: [],
	drain_back: ["roof_1", "roof_2", "garage_1"],
	flow_control: ["roof_1", "roof_2"],
	frost_guard: ["roof_1", "roof_2", "garage_1"],
	heat_dump: ["dump"],
	heater_control: ["hot_water"],
	legionella: ["hot_water"],
	manual: ["plant"],
	night_cooling: ["roof_1", "roof_2", "garage_1"],
	flow_fallen: [],
	forecast_cooling: ["roof_1", "roof_2", "garage_1"],
	holiday: ["roof_1", "roof_2", "garage_1"],
	return_preheating: ["preheat"],
	sensor_lost: ["plant"],
	solar_charging: ["roof_1", "roof_2", "garage_1"],
	start_delay: ["roof_1", "roof_2", "garage_1", "dump"],
	store_exchange: ["exchange", "swim"],
	store_priority: ["roof"],
	system_cooling: ["roof_1", "roof_2", "garage_1"],
	overheat_cooling: ["roof_1", "roof_2", "garage_1"],
	tank_limit: ["hot_water", "buffer"],
	target_charging: ["roof_1", "roof_2"],
	tube_kick: ["roof", "garage"],
	heater_effect: ["heater"],
	night_flow: ["roof", "garage"],
	no_flow: ["roof_1", "roof_2", "garage_1"],
	pump_reversed: ["roof_1", "roof_2", "garage_1"],
	pump_wear: ["speed_pump", "garage_pump", "dump_pump", "stove_pump", "exchange_pump", "pool_pump", "line_pump"],
	relay_follows: [
		"speed_pump",
		"diverter",
		"garage_pump",
		"dump_pump",
		"stove_pump",
		"exchange_pump",
		"pool_pump",
		"line_pump",
		"return_valve",
		"heater",
	],
	sensor_offset: ["roof", "garage"],
	stuck_sensor: ["plant"],
	swapped_lines: [],
	swapped_sensors: ["roof_1", "roof_2", "garage_1"],
	wired_the_other_way: ["roof_1", "roof_2", "garage_1"],
};
const FRESH = {
	anti_seize: { date: "" },
	boil_stop: { boiling: false },
	boiler_charging: { running: false, cooling: false },
	circulation: { warming: false },
	collector_cooling: { cooling: false },
	dead_man: {},
	drain_back: { phase: "empty", from: 0, ready: -1, seen: false, failed: 0, not_before: 0, too_hot: false },
	flow_control: {},
	frost_guard: { guarding: false },
	heat_dump: { dumping: false },
	heater_control: { guard: {}, pace: { learned: 0 }, solar: {}, surplus: { on: false } },
	legionella: { layers: {}, heats: false },
	manual: { holds: [] },
	night_cooling: { cooling: false },
	flow_fallen: { flows: [], looks: 0, low: 0, sum: 0 },
	forecast_cooling: { cooling: false, evening: 0 },
	holiday: { cooling: false, begun: -1 },
	return_preheating: { running: false },
	sensor_lost: {},
	solar_charging: { running: false },
	start_delay: { over: -1 },
	store_exchange: { running: false },
	store_priority: { phase: "free" },
	system_cooling: { cooling: false },
	overheat_cooling: { cooling: false, heat: "other", dull: false },
	tank_limit: { full: false, too_hot: false },
	target_charging: {},
	tube_kick: { until: 0, not_before: 0 },
	heater_effect: {},
	night_flow: {},
	no_flow: {},
	pump_reversed: { starts: 0 },
	pump_wear: { on: false, seconds: 0, starts: 0, today: 0, many: [] },
	relay_follows: {},
	sensor_offset: { nights: [] },
	stuck_sensor: { sensors: {} },
	swapped_lines: {},
	swapped_sensors: {},
	wired_the_other_way: {},
};

const placesIn = (rule: AnyRule): readonly string[] =>
	placesOf(rule, plant).map((at) => {
		const lacks = neededAt(rule, at, plant).flatMap(([name, what]) => (what === undefined ? [name] : []));
		return ["id" in at ? at.id : "plant", ...lacks.map((name) => `without ${name}`)].join(" ");
	});

describe("in a house with every kind of part", () => {
	it("each function and each check runs where it belongs, and nowhere else", () => {
		expect(Object.fromEntries(ALL.map((rule) => [rule.id, placesIn(rule)]))).toEqual(PLACES);
	});

	it("each begins with nothing remembered", () => {
		expect(Object.fromEntries(ALL.map(({ id, memory }) => [id, memory.parse({})]))).toEqual(FRESH);
	});
});
