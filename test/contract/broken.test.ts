import { describe, expect, it, test } from "@jest/globals";
import type { DeviceInput } from "ha-mqtt-discovery";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { devicesOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE } from "#home-assistant/shape.ts";
import { HOUSE, ownersPlant } from "../fakes/owners-plant.ts";

const [sound] = devicesOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"), NEWEST_SHAPE);
const tank = sound?.child_devices?.find(({ name }) => name === "Tank");
if (sound === undefined || tank === undefined) throw new Error("no tank");

/** The owner's device with other keys in a component of the plant or of its tank. */
const broken = (key: string, more: object): DeviceInput => {
	const changed = (components: DeviceInput["components"]): DeviceInput["components"] =>
		Object.fromEntries(
			Object.entries(components).map(([k, component]) => [k, k === key ? { ...component, ...more } : component]),
		) as DeviceInput["components"];
	const child_devices =
		sound.child_devices?.map((child) => ({ ...child, components: changed(child.components) })) ?? [];
	return { ...sound, components: changed(sound.components), child_devices };
};
const wrongIn = (device: DeviceInput) => {
	const result = deviceMessage(device);
	return result.kind === "ok" ? [] : result.problems.map(({ path }) => path.replace(/^child_devices\[\d+\]/, "child"));
};

describe("an entity that is broken on purpose is found before Home Assistant has to say it", () => {
	it("and the sound ones are not", () => expect(wrongIn(sound)).toEqual([]));

	test.each<[string, string, object, string]>([
		[
			"a unit of another class",
			"tank_temperature",
			{ unit_of_measurement: "kWh" },
			"child.components.tank_temperature.unit_of_measurement",
		],
		[
			"a class that nobody knows",
			"tank_temperature",
			{ device_class: "warmth" },
			"child.components.tank_temperature.device_class",
		],
		[
			"a state class that energy cannot have",
			"heater_used_energy",
			{ state_class: "measurement" },
			"components.heater_used_energy.state_class",
		],
		["commands that are retained", "pump", { retain: true }, "components.pump.retain"],
		[
			"a unique id twice, over two devices",
			"tank_temperature",
			{ unique_id: "solar_heating_abcd2345_pump" },
			"child.components.tank_temperature.unique_id",
		],
		["the device's name in an entity's", "pump", { name: "Solar Heating pump" }, "components.pump.name"],
		[
			"a mode that a water heater cannot have",
			"heater_thermostat",
			{ modes: ["off", "solar"] },
			"child.components.heater_thermostat.modes[1]",
		],
		[
			"a water heater without limits",
			"heater_thermostat",
			{ max_temp: undefined },
			"child.components.heater_thermostat.max_temp",
		],
		["a switch of sensors' keys", "pump", { state_class: "total" }, "components.pump.state_class"],
		[
			"an entity id of another platform",
			"pump",
			{ default_entity_id: "light.pump" },
			"components.pump.default_entity_id",
		],
		[
			"a name twice on one device",
			"tank_20_temperature",
			{ name: "Temperature" },
			"child.components.tank_20_temperature.name",
		],
	])("%s", (_, key, more, path) => {
		expect(wrongIn(broken(key, more))).toContain(path);
	});

	test.each<[string, (device: DeviceInput) => DeviceInput, string]>([
		[
			"a key that is on two devices",
			(d) => ({
				...d,
				components: { ...d.components, tank_temperature: tank.components["tank_temperature"] as never },
			}),
			"child.components.tank_temperature",
		],
		[
			"a part with the id of the plant",
			(d) => ({ ...d, child_devices: [{ ...tank, identifiers: d.device.identifiers }] }),
			"child.identifiers",
		],
		["a part without a name", (d) => ({ ...d, child_devices: [{ ...tank, name: "" }] }), "child.name"],
	])("%s", (_, change, path) => {
		expect(wrongIn(change(sound))).toContain(path);
	});
});
