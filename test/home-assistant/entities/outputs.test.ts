import { describe, expect, it, test } from "@jest/globals";
import type { Attributes, EntityState } from "#home-assistant/entities/entity.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { reason } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { finding } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { reasonText } from "#texts/names.ts";
import { ownersPlant, type Scene, seen } from "../../fakes/owners-plant.ts";

const entities = entitiesOf(ownersPlant, "en");
const entity = (key: string) => {
	const found = entities.find((e) => e.key === key);
	if (found === undefined) throw new TypeError(`There is no entity ${key}.`);
	return found;
};
const stateOf = (key: string, snapshot: Snapshot): EntityState => entity(key).state?.(snapshot);
const attributesOf = (key: string, snapshot: Snapshot): Attributes | undefined => entity(key).attributes?.(snapshot);
const sunny: Scene = { read: ({ role }) => (role === "collector" ? 70 : 40) };

describe("the switch of an output", () => {
	it("shows what the board confirmed, not what was wanted", () => {
		expect(stateOf("pump", seen(sunny))).toBe("ON");
		const stuck = seen({ ...sunny, effect: () => ({ actual: OFF, fault: fault("not_verified") }) });
		expect(stuck.outputs[0]?.wanted).toBe(FULL);
		expect(stateOf("pump", stuck)).toBe("OFF");
	});

	it("is unknown while nobody knows", () => {
		expect(stateOf("pump", seen({ ...sunny, effect: () => ({ fault: fault("no_answer") }) }))).toBeUndefined();
	});

	test.each([
		["ON", FULL],
		["OFF", OFF],
	])("holds the output at a write of %s", (payload, want) => {
		expect(entity("heater").command?.(payload, seen(sunny))).toEqual({ kind: "hold", output: "heater", want });
	});

	it("has a button that gives the output back", () => {
		expect(entity("heater_auto").command?.("PRESS", seen(sunny))).toEqual({ kind: "release", output: "heater" });
	});
});

describe("the reason of an output", () => {
	it("is a code, with the sentence and its numbers beside it", () => {
		const snapshot = seen(sunny);
		expect(stateOf("pump_reason", snapshot)).toBe("gain");
		expect(attributesOf("pump_reason", snapshot)).toEqual({
			text: "The collector is 30.0 K warmer than the tank; charging stops at 4.0 K.",
			want: 100,
			rank: "normal",
			gain: 30,
			stop_at: 4,
			collector: 70,
			tank: 40,
			overruled: [],
		});
	});

	test.each([
		["en", "Tank is lost:"],
		["sv", "Tank"],
		["de", "Speicher"],
	] as const)("calls a sensor by its name, not by its id, in %s", (language, name) => {
		const facts = { sensor: "tank", fault: "open" };
		expect(reasonText(ownersPlant, reason("sensor_lost", facts), language)).toContain(name);
		const layer = ownersPlant.sensors.find(({ role, height }) => role === "tank_layer" && height !== undefined);
		const told = reasonText(ownersPlant, reason("sensor_awaited", { sensor: layer?.id ?? "" }), language);
		expect(told).toContain(`${{ en: "Tank", sv: "Tank", de: "Speicher" }[language]} ${layer?.height} cm`);
		expect(reasonText(ownersPlant, reason("excluded", { by: "heater" }), language)).toContain(
			{ en: "Electric heater", sv: "Elpatron", de: "Heizstab" }[language],
		);
	});

	it("is told of what the plant does not have by its id, made readable", () => {
		expect(reasonText(ownersPlant, reason("sensor_awaited", { sensor: "tank_9" }), "de")).toContain("Tank 9");
	});

	it("names who was overruled", () => {
		const held = seen({ ...sunny, intents: [{ kind: "hold", output: outputId("pump"), want: OFF }] });
		expect(stateOf("pump_reason", held)).toBe("held_off");
		expect(attributesOf("pump_reason", held)).toMatchObject({
			rank: "manual",
			overruled: [{ code: "gain", want: 100, rank: "normal" }],
		});
	});

	it("has no rank where nobody asks for anything", () => {
		expect(attributesOf("heater_reason", seen(sunny))).toMatchObject({
			rank: "none",
			text: "No function requests it.",
		});
	});
});

describe("the fault of an output", () => {
	it("is told with code, sentence and facts; a fact cannot take the place of the code", () => {
		const gone = seen({ effect: () => ({ fault: fault("missing", { device: "/dev/board", code: 6, text: "x" }) }) });
		expect(stateOf("pump_fault", gone)).toBe("ON");
		expect(attributesOf("pump_fault", gone)).toEqual({
			code: "missing",
			text: "it was not found. Check the plug and the address.",
			device: "/dev/board",
		});
	});

	it("is off while the board obeys", () => {
		expect(stateOf("pump_fault", seen(sunny))).toBe("OFF");
		expect(attributesOf("pump_fault", seen(sunny))).toEqual({ code: "none" });
	});
});

describe("the runs of an output", () => {
	// #shown-hours-starts-none
	it("are shown in hours and starts, and none where nothing was counted", () => {
		const snapshot = { ...seen(sunny), memories: { output_runs: { runs: { pump: { seconds: 5400, starts: 3 } } } } };
		expect([stateOf("pump_run_time", snapshot), stateOf("pump_starts", snapshot)]).toEqual(["1.500", 3]);
		expect([stateOf("heater_run_time", snapshot), stateOf("heater_starts", snapshot)]).toEqual(["0.000", 0]);
		expect(stateOf("pump_starts", { ...snapshot, memories: {} })).toBe(0);
	});

	it("are unknown while the store cannot be read or written, because they are not what was counted, or would fall", () => {
		for (const code of ["store_awaited", "store_unread", "store_unavailable"] as const) {
			const unsure = { ...seen(sunny), findings: [finding("alarm", code, { cause: "EIO" })] };
			expect([stateOf("pump_run_time", unsure), stateOf("pump_starts", unsure)]).toEqual([undefined, undefined]);
		}
	});

	it("are shown as they were when they were saved last", () => {
		const runs = { pump: { seconds: 7200, starts: 4 } };
		const told = { pump: { seconds: 5400, starts: 3 } };
		const snapshot = { ...seen(sunny), memories: { output_runs: { runs, told } } };
		expect([stateOf("pump_run_time", snapshot), stateOf("pump_starts", snapshot)]).toEqual(["1.500", 3]);
	});
});
