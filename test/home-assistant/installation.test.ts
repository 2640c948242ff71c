import { describe, expect, it } from "@jest/globals";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { entitiesOf, picture, topicsOf } from "#home-assistant/installation.ts";
import { deviceOf } from "../fakes/announced-device.ts";
import { HOUSE, output, ownersPlant, plantWith, seen, sensor } from "../fakes/owners-plant.ts";
import { finding } from "../fakes/unworded.ts";

const never = (key: string, bug: unknown) => {
	throw new Error(`${key}: ${bug}`);
};
const payloadsOf = (entities: readonly Entity[], snapshot = seen({})) =>
	Object.fromEntries(picture(HOUSE, entities, snapshot, never).map((s) => [s.topic, s.payload]));

describe("the topics of a house", () => {
	it("hang on the installation, so that two houses share a broker", () => {
		const { discovery, state, attributes, command, commands, availability, birth } = topicsOf({
			...HOUSE,
			base_topic: "energy/solar",
			discovery_prefix: "ha",
		});
		expect({
			discovery,
			availability,
			commands,
			birth,
			pump: [state("pump"), attributes("pump"), command("pump")],
		}).toEqual({
			discovery: "ha/device/abcd2345/solar_heating/config",
			availability: "energy/solar/abcd2345/availability",
			commands: "energy/solar/abcd2345/+/set",
			birth: "ha/status",
			pump: ["energy/solar/abcd2345/pump", "energy/solar/abcd2345/pump/attributes", "energy/solar/abcd2345/pump/set"],
		});
	});
});

describe("discovery", () => {
	it.each([
		["en", "Sensors: 15, outputs: 2"],
		["sv", "Givare: 15, utgångar: 2"],
		["de", "Fühler: 15, Ausgänge: 2"],
	] as const)("says in %s what the device is made of", (language, model) => {
		expect(deviceOf({ ...HOUSE, language }, ownersPlant, []).device.model).toBe(model);
	});

	// #gives-entity-unique-stable
	it("gives an entity unique and stable ids, and the availability of the bus that it hangs on", () => {
		const result = deviceMessage(deviceOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en")));
		expect(result).toMatchObject({
			kind: "ok",
			message: {
				topic: "homeassistant/device/abcd2345/solar_heating/config",
				payload: {
					availability_mode: "all",
					components: {
						tank_140_temperature: {
							unique_id: "solar_heating_abcd2345_tank_140_temperature",
							default_entity_id: "sensor.solar_heating_tank_140_temperature",
						},
						pump: { platform: "switch", command_topic: "solar/abcd2345/pump/set" },
					},
				},
			},
		});
		expect(JSON.stringify(result)).toContain("solar/abcd2345/one_wire/availability");
	});

	it("takes ids with more _ than Home Assistant has in entity ids", () => {
		const plant = plantWith([sensor("roof__east_", "other", 0)], [output("fan_", "other", 0)]);
		const result = deviceMessage(deviceOf(HOUSE, plant, entitiesOf(plant, "en")));
		expect(result).toMatchObject({
			kind: "ok",
			message: {
				payload: {
					components: {
						roof__east__temperature: { default_entity_id: "sensor.solar_heating_roof_east_temperature" },
						fan_: { default_entity_id: "switch.solar_heating_fan" },
					},
				},
			},
		});
	});
});

describe("the picture of a snapshot", () => {
	// #none-where-nobody-knows
	it("is None where nobody knows, never a number", () => {
		const blind = seen({ read: () => undefined });
		expect(payloadsOf(entitiesOf(ownersPlant, "en"), blind)).toMatchObject({
			"solar/abcd2345/collector_temperature": "None",
			"solar/abcd2345/collector_fault": "None",
		});
	});

	// #says-bus-gone-app
	it("says that a bus is gone, and that the app and the other buses are there", () => {
		const gone = seen({ findings: [finding("alarm", "device_lost", { bus: "one_wire" })] });
		expect(payloadsOf([], gone)).toEqual({
			"solar/abcd2345/availability": "online",
			"solar/abcd2345/one_wire/availability": "offline",
			"solar/abcd2345/usb_relay_dev_board/availability": "online",
		});
	});

	it("leaves out an entity that fails, tells of it, and shows all others", () => {
		const told: string[] = [];
		const [first, ...rest] = entitiesOf(ownersPlant, "en");
		if (first === undefined) throw new TypeError("no entities");
		const broken: Entity = {
			...first,
			key: "broken",
			state: () => {
				throw new Error("a mistake");
			},
		};
		const shown = picture(HOUSE, [broken, ...rest], seen({}), (key, bug) => told.push(`${key}: ${bug}`));
		expect(told).toEqual(["broken: Error: a mistake"]);
		const topics = shown.map((s) => s.topic);
		expect(topics).not.toContain("solar/abcd2345/broken");
		for (const { key } of rest.filter((e) => e.state !== undefined)) expect(topics).toContain(`solar/abcd2345/${key}`);
	});
});
