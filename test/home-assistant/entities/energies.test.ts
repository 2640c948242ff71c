import { describe, expect, it } from "@jest/globals";
import { entitiesOf } from "#home-assistant/installation.ts";
import { LANGUAGES } from "#texts/say.ts";
import { layersAt, lived, METERED } from "../../energy/metered-plant.ts";
import { plantFrom, Rig } from "../../energy/rig.ts";
import { problemsOf } from "../../fakes/announced-device.ts";
import { HOUSE } from "../../fakes/owners-plant.ts";

const plant = plantFrom(METERED);

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

describe("what is told of energy in Home Assistant", () => {
	it("is unknown at first where nothing is known, and never 0 then", () => {
		const rig = new Rig(plant);
		rig.turn(10, { read: { ...layersAt(60), tap: 0, flow: 0 } });
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
