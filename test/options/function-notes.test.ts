import { describe, expect, it, test } from "@jest/globals";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { toldProblem } from "#texts/say.ts";
import { twoTanks } from "./two-tanks.ts";

type Item = Readonly<Record<string, unknown>>;
const COLLECTOR = { id: "collector", role: "collector", source: "simulated:collector" };
const TANK = { id: "tank", role: "tank", source: "simulated:tank" };
const PUMP = { id: "pump", role: "pump", target: "simulated:pump" };
const FAST = { ...PUMP, target: "simulated:pump_speed" };
const HEATER = { id: "heater", role: "heater", target: "simulated:heater" };
const measured = (role: string) => ({ id: role, role, source: `mqtt:house/${role}` });
const house = (changes: Item, sensors: readonly Item[] = [], pump: Item = PUMP) => ({
	sensors: [COLLECTOR, TANK, ...sensors],
	outputs: [pump, HEATER],
	...changes,
});
/** A tank from which a pump leads to something. */
const stove = (sinks: readonly Item[], to: string): Item => ({
	tanks: [{ id: "buffer" }],
	sinks,
	sensors: [{ ...TANK, of: "buffer" }],
	outputs: [PUMP],
	circuits: [{ from: "buffer", to, pump: "pump" }],
});
const notes = (raw: unknown) => {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const { options } = parsed;
	const all = notesOn(plantOf(options), settingsOf(options), undefined).filter(wantsAttention);
	for (const language of ["en", "sv", "de"] as const)
		for (const note of all) expect(toldProblem(language, note).remedy).toMatch(/^[^{}]{10,}\.$/);
	return all.map(({ path, remedy: { code, facts } }) => [path, code, ...Object.values(facts)]);
};

describe("a function that is switched on and can do nothing", () => {
	it("is none of those that are as delivered", () => expect(notes(house({}))).toEqual([]));

	test.each<[string, Item, readonly unknown[]]>([
		[
			"cooling before sunny days without a forecast",
			house({ forecast_cooling: { enabled: true } }),
			["forecast_cooling.enabled", "function_lacks", "sun_tomorrow"],
		],
		[
			"a target temperature with a pump that only switches",
			house({ target_charging: { enabled: true } }),
			["target_charging.enabled", "function_idle"],
		],
		[
			"an order of tanks with one tank",
			house({ store_priority: { enabled: true } }),
			["store_priority.enabled", "function_idle"],
		],
		[
			"a boiler pump without a boiler",
			house({ boiler_charging: { enabled: true } }),
			["boiler_charging.enabled", "function_idle"],
		],
		[
			"a pump between tanks with one tank",
			house({ store_exchange: { enabled: true } }),
			["store_exchange.enabled", "function_idle"],
		],
		[
			"a heater's thermostat without a heater",
			{ ...house({ heater_control: { mode: "on" } }), outputs: [PUMP] },
			["heater_control.mode", "function_idle"],
		],
		[
			"a heater's thermostat with a sensor that is not there",
			house({ heater_control: { mode: "on", sensor: "oben" } }),
			["heater_control.sensor", "no_such_entry", "auto, tank"],
		],
		[
			"a heater's thermostat with a misspelt sensor",
			house({ heater_control: { mode: "on", sensor: "tnak" } }),
			["heater_control.sensor", "meant_choice", "tank", "auto, tank"],
		],
		[
			"a legionella programme with a sensor that is not there",
			house({ legionella: { enabled: true, sensor: "oben" } }),
			["legionella.sensor", "no_such_entry", "auto, tank"],
		],
		[
			"outputs without a sensor",
			{ sensors: [], outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }] },
			["sensors", "nothing_wired"],
		],
		[
			"a heat dump in no circuit",
			house({ sinks: [{ id: "fan_coil", use: "heat_dump" }] }),
			["circuits", "part_in_no_circuit", "fan_coil"],
		],
		[
			"return preheating without the sensor of the return",
			stove([{ id: "radiators", use: "heating" }], "radiators"),
			["circuits[0].to_sensor", "end_unseen", "radiators"],
		],
		[
			"circulation by temperature without a sensor of the line",
			stove([{ id: "line", use: "circulation" }], "line"),
			["circuits[0].to_sensor", "end_unseen", "line"],
		],
		[
			"circulation on demand with nothing that tells of it",
			{ ...stove([{ id: "line", use: "circulation" }], "line"), circulation: { mode: "demand" } },
			["circulation.mode", "function_lacks", "tap"],
		],
		[
			"a heater that waits for surplus that nothing tells of",
			house({ heater_control: { mode: "eco" } }),
			["heater_control.mode", "eco_without_surplus"],
		],
	])("is noted: %s", (_, raw, expected) => expect(notes(raw)).toEqual([expected]));

	test.each<[string, Item]>([
		["a forecast", house({ forecast_cooling: { enabled: true } }, [measured("sun_tomorrow")])],
		["a pump with speeds", house({ target_charging: { enabled: true } }, [], FAST)],
		["two tanks", twoTanks({ store_priority: { enabled: true } })],
		["the heater's own sensor", house({ heater_control: { mode: "on" } })],
		["another sensor of the tank", house({ heater_control: { mode: "on", sensor: "tank" } })],
		["surplus", house({ heater_control: { mode: "eco" } }, [measured("surplus_power")])],
		["a ready-by time", house({ heater_control: { mode: "eco", ready_by: "Mo-Fr 6:30" } })],
		["a moment for pumps that rest", house({ anti_seize: { enabled: true } })],
	])("is not noted with %s", (_, raw) => expect(notes(raw)).toEqual([]));
});
