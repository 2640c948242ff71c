import fc from "fast-check";
import { deviceMessage } from "../src/device-message.ts";
import type { DeviceInput, DeviceMessage } from "../src/message/assembled.ts";
import type { Component } from "../src/schema/component.ts";

export const tankTop: Component = {
	platform: "sensor",
	unique_id: "i1_tank_top",
	default_entity_id: "sensor.solar_tank_top",
	name: "Tank top",
	state_topic: "solar/i1/tank_top",
	device_class: "temperature",
	state_class: "measurement",
	unit_of_measurement: "°C",
	suggested_display_precision: 1,
};
export const controller: DeviceInput = {
	node_id: "i1",
	device_id: "controller",
	device: { identifiers: ["solar_i1"], name: "Solar heating" },
	origin: { name: "solar-heating" },
	availability: [{ topic: "solar/i1/availability" }],
	components: { tank_top: tankTop },
};

export const message = (input: DeviceInput): DeviceMessage => {
	const result = deviceMessage(input);
	if (result.kind === "invalid") throw new Error(JSON.stringify(result.problems));
	return result.message;
};

/** The least that each platform needs. */
export const least = (platform: Component["platform"], unique_id: string): Component => {
	const keys = { unique_id, name: `Entity ${unique_id}` };
	switch (platform) {
		case "sensor":
			return { ...keys, platform, state_topic: `s/${unique_id}` };
		case "binary_sensor":
			return { ...keys, platform, state_topic: `s/${unique_id}` };
		case "switch":
			return { ...keys, platform, command_topic: `s/${unique_id}/set` };
		case "number":
			return { ...keys, platform, command_topic: `s/${unique_id}/set`, min: 0, max: 10 };
		case "select":
			return { ...keys, platform, command_topic: `s/${unique_id}/set`, options: ["a", "b"] };
		case "text":
			return { ...keys, platform, command_topic: `s/${unique_id}/set`, max: 20 };
		case "event":
			return { ...keys, platform, state_topic: `s/${unique_id}`, event_types: ["a", "b"] };
		case "water_heater":
			return {
				...{ ...keys, platform, mode_command_topic: `s/${unique_id}/set`, modes: ["off", "eco"] },
				...{ min_temp: 20, max_temp: 85, precision: 1, temperature_unit: "C" },
			};
		case "button":
		case "valve":
		case "date":
		case "time":
			return { ...keys, platform, command_topic: `s/${unique_id}/set` };
	}
};

const DEVICES = ["controller", "tank", "board"] as const;
const entry = fc.record({
	device: fc.constantFrom(...DEVICES),
	key: fc.constantFrom("a", "b", "c", "d"),
	platform: fc.constantFrom("sensor", "switch", "number"),
});
/**
 * A house: up to three devices, whose entities often change their key, their platform, their id or their device from one
 * house to the next. No id is given twice in one house.
 */
export const house: fc.Arbitrary<readonly DeviceMessage[]> = fc
	.tuple(
		fc.uniqueArray(entry, { maxLength: 8, selector: ({ device, key }) => `${device}/${key}` }),
		fc.shuffledSubarray(["1", "2", "3", "4", "5", "6", "7", "8"], { minLength: 8 }),
	)
	.map(([entries, ids]) =>
		DEVICES.flatMap((device_id) => {
			const own = entries.flatMap(({ device, key, platform }, index) =>
				device === device_id ? [[key, least(platform, `u${ids[index]}`)] as const] : [],
			);
			if (own.length === 0) return [];
			return [message({ ...controller, device_id, components: Object.fromEntries(own) })];
		}),
	);
