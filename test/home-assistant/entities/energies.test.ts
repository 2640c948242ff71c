import { describe, expect, it } from "@jest/globals";
import { entitiesOf } from "#home-assistant/installation.ts";
import { LANGUAGES } from "#texts/say.ts";
import { FLOW, LAYERS, plantFrom, RETURN, Rig } from "../../energy/rig.ts";
import { problemsOf } from "../../fakes/announced-device.ts";
import { HOUSE } from "../../fakes/owners-plant.ts";

/** A plant with everything that measures energy. */
const plant = plantFrom({
	modbus_buses: [{ id: "m", at: "192.0.2.10:502" }],
	modbus_points: [{ id: "tap", function: "input", register: 4, type: "float32", quantity: "flow", low: 0, high: 50 }],
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
		{ id: "tap", role: "tap", source: "modbus:m/1/tap" },
		...LAYERS,
		RETURN,
		FLOW,
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump" },
		{ id: "heater", role: "heater", target: "simulated:heater" },
	],
	tank: { volume: 360 },
	heater: { power: 3000 },
});
const all = (value: number) => Object.fromEntries(LAYERS.map(({ id }) => [id, value]));

/** State and attributes by key. */
function shown(rig: Rig) {
	const { snapshot } = rig;
	if (snapshot === undefined) throw new Error("no turn yet");
	const entities = entitiesOf(plant, "en");
	return (key: string) => {
		const entity = entities.find((one) => one.key === key);
		return { state: entity?.state?.(snapshot), attributes: entity?.attributes?.(snapshot) };
	};
}

/** Charged, drawn from, and left alone for eight hours: five nights of it. */
function lived(): Rig {
	const rig = new Rig(plant);
	for (let night = 0; night < 5; night++) {
		rig.pass(3600, 60, {
			read: { ...all(60), collector: 80, return_line: 60, tank: 60, flow: 4, tap: 0 },
			runs: { pump: 100, heater: 100 },
		});
		rig.pass(600, 10, { read: { flow: 0, tap: 5 }, runs: { pump: 0, heater: 0 } });
		for (let minute = 0; minute < 480; minute++) rig.step(60, { read: { ...all(60 - 0.004 * minute), tap: 0 } });
		rig.turn(60);
	}
	return rig;
}

describe("what is told of energy in Home Assistant", () => {
	it("is unknown at first where nothing is known, and never 0 then", () => {
		const rig = new Rig(plant);
		rig.turn(10, { read: { ...all(60), tap: 0, flow: 0 } });
		expect(shown(rig)("lost_heat")).toEqual({ state: undefined, attributes: { boundary: "lost" } });
	});

	it("names its boundary and how far it may be wrong", () => {
		const look = shown(lived());
		const told = (boundary: string, uncertainty: number) => ({
			state: expect.stringMatching(/^[1-9]|^0\.[0-9]*[1-9]/),
			attributes: expect.objectContaining({ boundary, uncertainty_percent: uncertainty }),
		});
		expect(look("solar_heat")).toEqual(told("collector_loop", 4));
		expect(look("drawn_heat")).toEqual(told("drawn", 10));
		expect(look("lost_heat")).toEqual(told("lost", 15));
		expect(look("heater_used_energy")).toEqual(told("electricity", 10));
	});

	it.each(LANGUAGES)("is what Home Assistant takes, in %s", (language) => {
		expect(problemsOf({ ...HOUSE, language }, plant, entitiesOf(plant, language))).toEqual([]);
	});
});
