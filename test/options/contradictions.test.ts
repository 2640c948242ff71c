import { describe, expect, it, test } from "@jest/globals";
import { contradictions } from "#options/notes/contradictions.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { PRESET_NAMES } from "#options/presets.ts";
import { toldProblem } from "#texts/say.ts";
import { dumping } from "../rules/houses.ts";

type Item = Readonly<Record<string, unknown>>;
const house = (changes: Item = {}): Item => ({
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump_speed" },
		{ id: "heater", role: "heater", target: "simulated:heater" },
	],
	...changes,
});
const notes = (raw: Item) => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const found = contradictions(plantOf(parsed.options), settingsOf(parsed.options));
	for (const language of ["en", "sv", "de"] as const)
		for (const one of found) expect(toldProblem(language, one).remedy).toMatch(/^[^{}]{10,}\.$/);
	return found.map(({ path, remedy: { code, facts } }) => [path, code, facts["other"], facts["limit"]]);
};
const on = { enabled: true };
const DRAINS = {
	drain_back: { ...on, stop_at: 80 },
	tank_limit: { target: 60 },
	collector_cooling: { enabled: false },
};

describe("limits of different functions that contradict each other", () => {
	test.each(["none", ...PRESET_NAMES])("are none of the preset %s, with every function switched on", (preset) => {
		const all = { legionella: on, target_charging: on, forecast_cooling: on, holiday: on, system_cooling: on };
		const cooling = { collector_cooling: { enabled: false } };
		const chosen = preset === "none" ? {} : { preset };
		expect(notes(house({ ...chosen, ...all, ...cooling, heater_control: { mode: "on" } }))).toEqual([]);
		expect(notes(house({ ...chosen, drain_back: on }))).toEqual([]);
	});

	test.each<[string, Item, readonly unknown[]]>([
		["109.9 and 110 are none", { ...dumping("pump"), boil_stop: { stop_at: 111, release_below: 100 } }, []],
		[
			"a heat dump that starts where the boil stop stops",
			{ ...dumping("pump"), boil_stop: { stop_at: 110, release_below: 100 } },
			["heat_dump.start_at", "limit_below", "boil_stop.stop_at", 110],
		],
		[
			"a least collector temperature at which the pump is stopped",
			house({
				solar_charging: { collector_minimum: 85 },
				boil_stop: { stop_at: 85, release_below: 80 },
				tank_limit: { target: 60 },
			}),
			["solar_charging.collector_minimum", "limit_below", "boil_stop.stop_at", 85],
		],
		[
			"the same where the collector drains",
			house({ ...DRAINS, solar_charging: { collector_minimum: 80 } }),
			["solar_charging.collector_minimum", "limit_below", "drain_back.stop_at", 80],
		],
		[
			"a target of the collector above its cooling",
			house({ target_charging: { ...on, target: 90 } }),
			["target_charging.target", "limit_below", "collector_cooling.start_at", 90],
		],
		[
			"cooling above the temperature at which a collector that drains rests",
			house({ ...DRAINS, collector_cooling: { start_at: 90 } }),
			["collector_cooling.start_at", "limit_below", "drain_back.stop_at", 80],
		],
		[
			"cooling into a tank up to less than charging",
			house({ collector_cooling: { tank_up_to: 75 } }),
			["collector_cooling.tank_up_to", "limit_above", "tank_limit.target", 75],
		],
		[
			"system cooling up to less than charging",
			house({ system_cooling: { ...on, tank_up_to: 70 }, collector_cooling: { enabled: false } }),
			["system_cooling.tank_up_to", "limit_above", "tank_limit.target", 75],
		],
		[
			"a fill at a difference at which charging stops",
			house({ ...DRAINS, drain_back: { ...on, start_at: 4 } }),
			["drain_back.start_at", "limit_above", "solar_charging.stop_at", 4],
		],
		[
			"a tank that is to become as hot as the boil stop",
			house({
				tank_limit: { target: 90 },
				boil_stop: { stop_at: 90, release_below: 80 },
				collector_cooling: { enabled: false },
				overheat_cooling: { enabled: false },
			}),
			["tank_limit.target", "limit_below", "boil_stop.stop_at", 90],
		],
		[
			"a holiday that cools from the tank's maximum on",
			house({ holiday: { ...on, tank_above: 70 }, tank_limit: { target: 60, maximum: 70 } }),
			["holiday.tank_above", "limit_below", "tank_limit.maximum", 70],
		],
		[
			"a cooling of an overheated tank from its maximum on",
			house({ overheat_cooling: { tank_above: 95 } }),
			["overheat_cooling.tank_above", "limit_below", "tank_limit.maximum", 95],
		],
		["the same as delivered, which nobody chose", house({ tank_limit: { target: 60, maximum: 80 } }), []],
		[
			"a cooling of an overheated tank below the temperature to which it is charged",
			house({ tank_limit: { target: 88 } }),
			["overheat_cooling.tank_above", "limit_above", "tank_limit.target", 88],
		],
		[
			"a comfort at the tank's maximum",
			house({
				heater_control: { mode: "on", comfort: 66, surplus_target: 67 },
				tank_limit: { target: 60, maximum: 67 },
			}),
			["heater_control.surplus_target", "limit_below", "tank_limit.maximum", 67],
		],
		[
			"a legionella programme above the heater's cut-out",
			house({ legionella: { ...on, target: 80 }, heater_control: { mode: "on" } }),
			["legionella.target", "limit_below", "heater_control.cut_out", 80],
		],
	])("are noted: %s", (_, raw, expected) => expect(notes(raw)).toEqual(expected.length === 0 ? [] : [expected]));

	it("are not noted of a function that is switched off, or where there is nothing for it", () => {
		expect(notes(house({ legionella: { target: 90 }, heat_dump: { start_at: 190 } }))).toEqual([]);
	});

	it("go by the value of the place, and name it", () => {
		const tank = { id: "tank_1", tank_limit_target: 90 };
		const raw = { ...dumping("pump"), tanks: [tank], collector_cooling: { tank_up_to: 85 } };
		expect(notes(raw)).toEqual([
			["collector_cooling.tank_up_to", "limit_above", "tank_1.tank_limit_target", 90],
			["overheat_cooling.tank_above", "limit_above", "tank_1.tank_limit_target", 90],
		]);
	});
});
