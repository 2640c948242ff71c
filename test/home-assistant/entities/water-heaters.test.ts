import { describe, expect, it, test } from "@jest/globals";
import { waterHeaters } from "#home-assistant/entities/outputs/water-heaters.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { componentOf, topics } from "../../contract/payloads.ts";
import { output, ownersPlant, plantWith, SETTINGS, seen, sensor } from "../../fakes/owners-plant.ts";

const [heater] = waterHeaters(ownersPlant, "en");
const held = (want: typeof FULL): Intent => ({ kind: "hold", output: outputId("heater"), want });
const inMode = (mode: string, ...intents: readonly Intent[]): Snapshot => ({
	...seen({ intents }),
	settings: { ...SETTINGS, heater_control: { ...SETTINGS["heater_control"], mode } },
});
const set = (value: string) => ({ kind: "setting", rule: "heater_control", field: "mode", value });
const release = { kind: "release", output: "heater" };

describe("the electric heater as a water heater", () => {
	test.each([
		["off", undefined, "off"],
		["eco", undefined, "eco"],
		["on", undefined, "eco"],
		["off", FULL, "electric"],
		["eco", FULL, "electric"],
		["on", OFF, "off"],
	])("in mode %s, held at %p, is %p", (mode, want, state) => {
		expect(heater?.state?.(inMode(mode, ...(want === undefined ? [] : [held(want)])))).toBe(state);
	});

	it("is off while the mode is off, and cannot go by its plan then", () => {
		const snapshot: Snapshot = { ...inMode("eco"), mode: "off" };
		expect(heater?.state?.(snapshot)).toBe("off");
		expect(heater?.command?.("eco", snapshot)).toMatchObject({ remedy: { code: "mode_is_off" } });
		expect(heater?.command?.("off", snapshot)).toEqual([release, set("off")]);
	});

	test.each([
		["off", "eco", [release, set("off")]],
		["eco", "off", [release, set("eco")]],
		["eco", "on", [release]],
		["eco", "eco", [release]],
		["electric", "off", [{ kind: "hold", output: "heater", want: 100 }]],
	])("%p in mode %s asks for that", (payload, mode, intents) => {
		expect(heater?.command?.(payload, inMode(mode))).toEqual(intents);
	});

	test.each([
		[["comfort"], "heater_control"],
		[["comfort", "mode"], "heater_control@tank"],
	])("of a tank that has %j of its own sets the mode of %s", (fields, rule) => {
		const own_settings = [{ rule: "heater_control", place: "tank", fields }];
		const group = { ...SETTINGS["heater_control"], mode: "eco" };
		const settings = { ...SETTINGS, heater_control: group, "heater_control@tank": group };
		const [its] = waterHeaters({ ...ownersPlant, own_settings }, "en");
		const asked = its?.command?.("off", { ...seen({}), settings });
		expect(asked).toEqual([release, { ...set("off"), rule }]);
	});

	test.each(["on", "gas", "ELECTRIC", ""])("refuses %j with the modes that there are", (payload) => {
		expect(heater?.command?.(payload, inMode("off"))).toMatchObject({
			path: "heater_thermostat",
			remedy: { code: "send_choice", facts: { choices: "off, eco, electric" } },
		});
	});

	it("has the comfort temperature and the tank's own, at the topics that they have already", () => {
		if (heater === undefined) throw new Error("no water heater");
		const { state, command } = topics;
		expect(componentOf(heater)).toMatchObject({
			mode_state_topic: state("heater_thermostat"),
			mode_command_topic: command("heater_thermostat"),
			temperature_state_topic: state("heater_control_comfort"),
			temperature_command_topic: command("heater_control_comfort"),
			current_temperature_topic: state("tank_temperature"),
			default_entity_id: "water_heater.solar_heating_heater_thermostat",
		});
		const keys = entitiesOf(ownersPlant, "en").map(({ key }) => key);
		expect(keys).toEqual(expect.arrayContaining(["heater_control_comfort", "tank_temperature"]));
	});

	it("is not there without a heater, or where no sensor shows its temperature", () => {
		const sensors = (["collector", "tank"] as const).map((role, i) => sensor(role, role, i));
		expect(waterHeaters(plantWith(sensors, [output("pump", "pump", 0)]), "en")).toEqual([]);
	});
});
