import { describe, expect, it } from "@jest/globals";
import { parse } from "#options/parse.ts";
import type { Draft } from "../../../src/app/setup/draft.ts";
import { isSimulated, simulatedPlant, toOptions, withoutSimulated } from "../../../src/app/setup/to-options.ts";

const SAID: Draft = { step: "save", sensors: {}, outputs: {}, record: [] };
const [ROOF, STORE] = ["one_wire:28-0123456789ab", "one_wire:28-0123456789ac"];
const RELAY = "usb_relay:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1";

describe("what was said on the guided path", () => {
	it("becomes options of an empty app, which are valid", () => {
		const made = toOptions(
			{},
			{
				...SAID,
				sensors: {
					[ROOF]: { role: "collector", name: "Süddach" },
					[STORE]: { role: "tank" },
					"one_wire:28-0123456789ad": {},
				},
				outputs: { [RELAY]: { role: "pump", wiring: "nc" } },
				volume: 300,
				maximum: 70,
			},
		);
		expect(made).toEqual({
			sensors: [
				{ id: "collector", role: "collector", source: ROOF, name: "Süddach" },
				{ id: "tank", role: "tank", source: STORE },
			],
			outputs: [{ id: "pump", role: "pump", target: RELAY, wiring: "nc" }],
			tank: { volume: 300 },
			tank_limit: { target: 70 },
		});
		expect(parse(made).kind).toBe("valid");
	});

	it("changes nothing that was not asked for: ids, calibration, other entries and groups stay", () => {
		const written = {
			mqtt: { host: "broker" },
			sensors: [
				{ id: "roof", role: "collector", source: ROOF.toUpperCase().replace("ONE_WIRE", "one_wire"), offset: 0.5 },
				{ id: "sun", role: "irradiance", source: "mqtt:sun#/w" },
			],
			outputs: [{ id: "solar_pump", role: "pump", target: RELAY, least_run: 60, wiring: "no" }],
			tank_limit: { maximum: 90 },
		};
		expect(toOptions(written, SAID)).toEqual(written);
		const made = toOptions(written, {
			...SAID,
			sensors: { [ROOF]: { role: "collector", name: "Roof" } },
			outputs: { [RELAY]: { role: "pump", wiring: "nc" } },
			maximum: 60,
		});
		expect(made).toEqual({
			...written,
			sensors: [{ ...written.sensors[0], name: "Roof" }, written.sensors[1]],
			outputs: [{ ...written.outputs[0], wiring: "nc" }],
			tank_limit: { maximum: 90, target: 60 },
		});
	});

	it("takes out what is not used any more, and gives each a free id", () => {
		const written = {
			sensors: [{ id: "tank_2", role: "other", source: ROOF }],
			outputs: [{ id: "pump", role: "pump", target: RELAY }],
		};
		const made = toOptions(written, {
			...SAID,
			sensors: {
				[ROOF]: {},
				[STORE]: { role: "tank" },
				"one_wire:28-0123456789ad": { role: "tank_layer", height: 140 },
				"one_wire:28-0123456789ae": { role: "tank" },
			},
			outputs: { [RELAY]: { role: "pump", wiring: "no", removed: true } },
		});
		expect(made["sensors"]).toMatchObject([{ id: "tank" }, { id: "tank_140", height: 140 }, { id: "tank_3" }]);
		expect(made["outputs"]).toEqual([]);
	});

	it("ends the simulated plant, once something real is named", () => {
		const trial = simulatedPlant({ language: "de" });
		expect([isSimulated(trial), parse(trial).kind]).toEqual([true, "valid"]);
		expect(toOptions(trial, SAID)).toEqual(trial);
		expect(withoutSimulated(trial)).toEqual({ language: "de", sensors: [], outputs: [] });
		const made = toOptions(trial, { ...SAID, sensors: { [ROOF]: { role: "collector" } } });
		expect(made).toEqual({
			language: "de",
			sensors: [{ id: "collector", role: "collector", source: ROOF }],
			outputs: [],
		});
	});
});
