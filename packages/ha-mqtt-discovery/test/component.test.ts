import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { componentSchema } from "../src/schema/component.ts";
import { BINARY_SENSOR_CLASSES, BUTTON_CLASSES } from "../src/schema/entity-classes.ts";
import { quantityClasses, SENSOR_CLASSES, type SensorClass, STATE_CLASSES } from "../src/schema/sensor-classes.ts";
import * as units from "../src/schema/units.ts";

type Keys = Readonly<Record<string, unknown>>;
const sensor = { platform: "sensor", unique_id: "u", name: "One", state_topic: "s/one" };
const binary = { ...sensor, platform: "binary_sensor" };
const command = { unique_id: "u", name: "One", command_topic: "s/one/set" };
const relay = { ...command, platform: "switch" };
const number = { ...command, platform: "number", min: 0, max: 10 };
const select = { ...command, platform: "select", options: ["auto", "off"] };
const words = { ...command, platform: "text" };
const event = { ...sensor, platform: "event", event_types: ["press", "hold"] };
const button = { ...command, platform: "button" };
const warm = { ...sensor, device_class: "temperature", unit_of_measurement: "°C" };
const choice = { ...sensor, device_class: "enum", options: ["idle", "heating"] };

/** The paths of what is wrong, in words; empty for nothing. */
const wrong = (component: Keys) =>
	componentSchema.safeParse(component).error?.issues.flatMap((issue) => {
		const path = issue.path.join(".");
		return issue.code === "unrecognized_keys" ? issue.keys : [path];
	}) ?? [];

describe("a component that Home Assistant takes", () => {
	const valid: readonly (readonly [what: string, component: Keys])[] = [
		["a text", sensor],
		["a temperature", { ...warm, state_class: "measurement", suggested_display_precision: 1 }],
		["a difference of temperatures", { ...warm, device_class: "temperature_delta", unit_of_measurement: "K" }],
		["the device's main feature", { ...warm, name: null }],
		["a count without a class", { ...sensor, state_class: "total_increasing" }],
		["a duty", { ...sensor, unit_of_measurement: "%", state_class: "measurement" }],
		[
			"a direction",
			{ ...sensor, device_class: "wind_direction", unit_of_measurement: "°", state_class: "measurement_angle" },
		],
		["a total with its last reset", { ...sensor, state_class: "total", last_reset_value_template: "{{ 1 }}" }],
		["money", { ...sensor, device_class: "monetary", unit_of_measurement: "EUR", state_class: "total" }],
		["a power factor without a unit", { ...sensor, device_class: "power_factor" }],
		["a power factor in %", { ...sensor, device_class: "power_factor", unit_of_measurement: "%" }],
		["an enum", choice],
		["a moment", { ...sensor, device_class: "timestamp" }],
		["an alarm", { ...binary, device_class: "problem", entity_category: "diagnostic" }],
		["a relay", { ...relay, state_topic: "s/one", device_class: "switch" }],
		[
			"a setting",
			{ ...number, device_class: "temperature", unit_of_measurement: "°C", step: 0.001, entity_category: "config" },
		],
		["a price to set", { ...number, device_class: "monetary", unit_of_measurement: "SEK" }],
		["a negative range", { ...number, min: -0.002, max: -0.001 }],
		["a choice", select],
		["a text to write", { ...words, min: 1, max: 255, mode: "text", entity_category: "config" }],
		["an event", event],
		["a doorbell", { ...event, device_class: "doorbell", event_types: ["ring"] }],
		["a press", { ...button, device_class: "restart", payload_press: "GO" }],
		["keys that are there and undefined", { ...warm, icon: undefined, state_class: undefined }],
		["an icon", { ...warm, icon: "mdi:thermometer-high" }],
		["a topic as long as can be", { ...sensor, state_topic: "ä".repeat(32_767) }],
		[
			"a template in several lines",
			{ ...sensor, value_template: '{% if 1 %}\n{{ {"a": {"b": 1}} }}{# x #}\n{% endif %}' },
		],
		["its own availability", { ...warm, availability: [{ topic: "s/bus", payload_available: "yes" }] }],
		["an entity id of its platform", { ...binary, default_entity_id: "binary_sensor.solar_2_pump" }],
	];
	test.each(valid)("is %s", (_, component) => expect(wrong(component)).toEqual([]));
});

describe("a component that Home Assistant refuses, drops silently or complains of", () => {
	const invalid: readonly (readonly [what: string, component: Keys, ...paths: string[]])[] = [
		["a platform nobody knows", { ...sensor, platform: "relay" }, "platform"],
		["no platform", { unique_id: "u" }, "platform"],
		["an event of nothing", { ...event, event_types: [] }, "event_types"],
		["an event without its types", { ...event, event_types: undefined }, "event_types"],
		["an event named twice", { ...event, event_types: ["press", "press"] }, "event_types"],
		["a doorbell that does not ring", { ...event, device_class: "doorbell" }, "event_types"],
		["an event of a class nobody knows", { ...event, device_class: "alarm" }, "device_class"],
		["a misspelt key", { ...warm, unit: "°C" }, "unit"],
		["object_id", { ...warm, object_id: "tank" }, "object_id"],
		["a retained command", { ...relay, retain: true }, "retain"],
		["a key of another platform", { ...binary, state_class: "measurement" }, "state_class"],
		["no unique id", { ...sensor, unique_id: undefined }, "unique_id"],
		["a unique id with a space", { ...sensor, unique_id: "tank top" }, "unique_id"],
		["a name not said", { ...sensor, name: undefined }, "name"],
		["an empty name", { ...sensor, name: "" }, "name"],
		["an entity id of another platform", { ...binary, default_entity_id: "sensor.pump" }, "default_entity_id"],
		["an entity id without a platform", { ...sensor, default_entity_id: "pump" }, "default_entity_id"],
		["an entity id with capitals", { ...sensor, default_entity_id: "sensor.Pump" }, "default_entity_id"],
		["an entity id with __", { ...sensor, default_entity_id: "sensor.a__b" }, "default_entity_id"],
		["an icon of another family", { ...sensor, icon: "hue:lamp" }, "icon"],
		["an icon without a family", { ...sensor, icon: "pump" }, "icon"],
		["no state topic", { ...sensor, state_topic: undefined }, "state_topic"],
		["a wildcard", { ...sensor, state_topic: "s/+/one" }, "state_topic"],
		["a wildcard at the end", { ...sensor, state_topic: "s/#" }, "state_topic"],
		["a NUL", { ...sensor, json_attributes_topic: "s/\u0000" }, "json_attributes_topic"],
		["a non-character", { ...sensor, state_topic: "s/\ufdd0" }, "state_topic"],
		["half a surrogate", { ...sensor, state_topic: "s/\ud800" }, "state_topic"],
		["a topic of the broker", { ...sensor, state_topic: "$SYS/one" }, "state_topic"],
		["an empty topic", { ...relay, command_topic: "" }, "command_topic"],
		["a topic too long", { ...relay, command_topic: "ä".repeat(32_768) }, "command_topic"],
		["half a surrogate in a name", { ...sensor, name: "\udc00" }, "name"],
		["a template that is not closed", { ...sensor, value_template: "{{ value" }, "value_template"],
		["a template with an empty expression", { ...sensor, value_template: "{{- }}" }, "value_template"],
		["a template with spaces around it", { ...sensor, value_template: "{{ 1 }} " }, "value_template"],
		["availability of nothing", { ...sensor, availability: [] }, "availability"],
		["a sensor as configuration", { ...warm, entity_category: "config" }, "entity_category"],
		["a binary sensor as configuration", { ...binary, entity_category: "config" }, "entity_category"],
		["a category nobody knows", { ...relay, entity_category: "system" }, "entity_category"],
		["a sensor class nobody knows", { ...sensor, device_class: "rpm", unit_of_measurement: "rpm" }, "device_class"],
		["a unit of another class", { ...warm, unit_of_measurement: "kWh" }, "unit_of_measurement"],
		["no unit where the class has some", { ...warm, unit_of_measurement: undefined }, "unit_of_measurement"],
		[
			"a unit where the class has none",
			{ ...sensor, device_class: "ph", unit_of_measurement: "pH" },
			"unit_of_measurement",
		],
		["a blank unit without a class", { ...sensor, unit_of_measurement: " " }, "unit_of_measurement"],
		["the other micro sign", { ...sensor, device_class: "duration", unit_of_measurement: "µs" }, "unit_of_measurement"],
		[
			"energy as a measurement",
			{ ...sensor, device_class: "energy", unit_of_measurement: "kWh", state_class: "measurement" },
			"state_class",
		],
		["a temperature as a total", { ...warm, state_class: "total" }, "state_class"],
		["an angle without °", { ...sensor, state_class: "measurement_angle" }, "unit_of_measurement"],
		["money in no currency", { ...sensor, device_class: "monetary", unit_of_measurement: "€" }, "unit_of_measurement"],
		[
			"money as a measurement",
			{ ...sensor, device_class: "monetary", unit_of_measurement: "EUR", state_class: "measurement" },
			"state_class",
		],
		[
			"a last reset of a measurement",
			{ ...warm, state_class: "measurement", last_reset_value_template: "{{ 1 }}" },
			"last_reset_value_template",
		],
		["options of no enum", { ...sensor, options: ["a"] }, "options"],
		["options of a temperature", { ...warm, options: ["a"] }, "options"],
		["an enum without options", { ...sensor, device_class: "enum" }, "options"],
		["an enum of nothing", { ...choice, options: [] }, "options"],
		["an enum that names one twice", { ...choice, options: ["a", "a"] }, "options"],
		["an enum with a unit", { ...choice, unit_of_measurement: "°C" }, "unit_of_measurement"],
		["an enum with a state class", { ...choice, state_class: "measurement" }, "state_class"],
		[
			"a moment with a precision",
			{ ...sensor, device_class: "timestamp", suggested_display_precision: 1 },
			"suggested_display_precision",
		],
		["a negative precision", { ...warm, suggested_display_precision: -1 }, "suggested_display_precision"],
		["a half precision", { ...warm, suggested_display_precision: 0.5 }, "suggested_display_precision"],
		["an expiry at once", { ...warm, expire_after: 0 }, "expire_after"],
		["a binary sensor class nobody knows", { ...binary, device_class: "pump" }, "device_class"],
		["on and off alike", { ...binary, payload_on: "OFF" }, "payload_off"],
		["a switch without a command", { ...relay, command_topic: undefined }, "command_topic"],
		["a switch that commands alike", { ...relay, payload_off: "ON" }, "payload_off"],
		["a switch whose states are alike", { ...relay, state_on: "1", state_off: "1" }, "state_off"],
		["a range of one value", { ...number, min: 10, max: 10 }, "max"],
		["a range upside down", { ...number, min: 11 }, "max"],
		["a range without an end", { ...number, max: undefined }, "max"],
		["an endless range", { ...number, max: Number.POSITIVE_INFINITY }, "max"],
		["a step too fine", { ...number, step: 0.0009 }, "step"],
		[
			"a number's unit of another class",
			{ ...number, device_class: "duration", unit_of_measurement: "K" },
			"unit_of_measurement",
		],
		["a number without the unit of its class", { ...number, device_class: "power" }, "unit_of_measurement"],
		["a moment to set as a number", { ...number, device_class: "timestamp" }, "device_class"],
		["a mode nobody knows", { ...number, mode: "knob" }, "mode"],
		["a choice without options", { ...select, options: undefined }, "options"],
		["a choice of nothing", { ...select, options: [] }, "options"],
		["a choice that names one twice", { ...select, options: ["a", "b", "a"] }, "options"],
		["a text longer than a state", { ...words, max: 256 }, "max"],
		["a text that is shorter than its least", { ...words, min: 9, max: 8 }, "max"],
		["a text in a mode nobody knows", { ...words, mode: "box" }, "mode"],
		["a press without a command", { ...button, command_topic: undefined }, "command_topic"],
		["a button class nobody knows", { ...button, device_class: "reset" }, "device_class"],
		["a button with a state", { ...button, state_topic: "s/one" }, "state_topic"],
		["two things at once", { ...warm, icon: "pump", unit_of_measurement: "kWh" }, "icon", "unit_of_measurement"],
	];
	test.each(invalid)("has %s", (_, component, ...paths) => expect(wrong(component).sort()).toEqual(paths));
});

const tableOf = (name: keyof typeof SENSOR_CLASSES): SensorClass => SENSOR_CLASSES[name];
const EVERY_UNIT = [...new Set(Object.values(units).flat())];

describe("the table of device classes", () => {
	// #decides-units-state-classes
	it.each(quantityClasses)("decides for %s which units and state classes a sensor may have", (device_class) => {
		const { units: admitted, states } = tableOf(device_class);
		const right = (unit_of_measurement: string | undefined, state_class?: string) =>
			wrong({ ...sensor, device_class, unit_of_measurement, state_class }).length === 0;
		const misjudged = [undefined, ...EVERY_UNIT].filter((unit) => right(unit) !== admitted.includes(unit ?? null));
		expect(misjudged).toEqual([]);
		expect(STATE_CLASSES.filter((state) => right(admitted[0] ?? undefined, state))).toEqual(states);
	});

	it("says to a number's units what it says to a sensor's", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...quantityClasses),
				fc.constantFrom(undefined, ...EVERY_UNIT),
				(device_class, unit) => {
					const keys = { device_class, unit_of_measurement: unit };
					expect(wrong({ ...number, ...keys })).toEqual(wrong({ ...sensor, ...keys }));
				},
			),
		);
	});

	it("admits every class of its platform", () => {
		for (const device_class of BINARY_SENSOR_CLASSES) expect(wrong({ ...binary, device_class })).toEqual([]);
		for (const device_class of BUTTON_CLASSES) expect(wrong({ ...button, device_class })).toEqual([]);
	});
});
