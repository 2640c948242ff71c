import { DEVICE_KEYS, inFull, ORIGIN_KEYS } from "../message/abbreviations.ts";
import { isObject, type Json } from "../message/compact.ts";
import type { Platform } from "../schema/component.ts";
import {
	BINARY_SENSOR_CLASSES,
	BUTTON_CLASSES,
	ENTITY_CATEGORIES,
	EVENT_CLASSES,
	NUMBER_MODES,
	READ_ONLY_CATEGORIES,
	SWITCH_CLASSES,
	TEMPERATURE_UNITS,
	TEXT_MODES,
	VALVE_CLASSES,
	WATER_HEATER_PRECISIONS,
} from "../schema/entity-classes.ts";
import { MONETARY, quantityClasses, STATE_CLASSES, TEXT_CLASSES } from "../schema/sensor-classes.ts";
import {
	asBoolean,
	asCount,
	asList,
	asNumber,
	asText,
	numberOf,
	oneOf,
	oneOfAnyCase,
	orNull,
	type Reader,
	type Treatment,
	worst,
} from "./reading.ts";
import {
	asCommandTopic,
	asEntityIdOf,
	asIcon,
	asPattern,
	asQos,
	asTemplate,
	asTopic,
	asUrl,
	asWebAddress,
} from "./texts.ts";

/** How each key is read. Home Assistant silently drops keys that are not listed. */
export type Readers = Readonly<Record<string, Reader>>;

const within =
	(readers: Readers, required: readonly string[], unknown: Treatment): Reader =>
	(value) => {
		if (!isObject(value) || required.some((key) => !Object.hasOwn(value, key))) return "refused";
		return worst(Object.entries(value).map(([key, one]) => readers[key]?.(one) ?? unknown));
	};
const oneAvailability = (unknown: Treatment) =>
	within(
		{ topic: asTopic, payload_available: asText, payload_not_available: asText, value_template: asTemplate },
		["topic"],
		unknown,
	);
/** A single value becomes a list, and an empty value an empty list. */
const listOf =
	(reader: Reader): Reader =>
	(value) => {
		if (value === null) return "altered";
		return Array.isArray(value) ? worst(value.map(reader)) : worst(["altered", reader(value)]);
	};

/** An unknown key on the device costs the whole message. In a component it is dropped. */
export const asAvailability = (unknown: Treatment) => listOf(oneAvailability(unknown));

/** Whole seconds. A text is refused, and a period in words of hours and minutes is another way to write it. */
export const asExpiry: Reader = (value) =>
	isObject(value) || typeof value === "boolean"
		? "altered"
		: Number.isInteger(value) && Number(value) >= 0
			? "taken"
			: "refused";

const common = (platform: Platform): Readers => ({
	platform: asText,
	unique_id: asText,
	name: orNull(asText),
	icon: asIcon,
	entity_picture: asWebAddress,
	enabled_by_default: asBoolean,
	visible_by_default: asBoolean,
	availability: asAvailability("stripped"),
	/** What `~` at either end of a topic stands for. */
	"~": () => "taken",
	availability_mode: oneOf(["all", "any", "latest"]),
	payload_available: asText,
	payload_not_available: asText,
	json_attributes_topic: asTopic,
	json_attributes_template: asTemplate,
	encoding: asText,
	qos: asQos,
	message_expiry_interval: asExpiry,
	default_entity_id: asEntityIdOf(platform),
});
const READ: Readers = {
	state_topic: asTopic,
	value_template: asTemplate,
	force_update: asBoolean,
	expire_after: asCount,
	entity_category: oneOf(READ_ONLY_CATEGORIES),
};
const COMMAND: Readers = {
	command_topic: asCommandTopic,
	command_template: asTemplate,
	retain: asBoolean,
	entity_category: oneOf(ENTITY_CATEGORIES),
};
const WRITE: Readers = { ...COMMAND, state_topic: asTopic, value_template: asTemplate, optimistic: asBoolean };
const ON_OFF: Readers = { payload_on: asText, payload_off: asText };
const asStep: Reader = (value) => ((numberOf(value) ?? 0) >= 0.001 ? asNumber(value) : "refused");

interface Keys {
	readonly readers: Readers;
	readonly required: readonly string[];
}
/**
 * Checked against a running HA core 2026.11.0 (`mqtt/sensor.py` and others). `unique_id` is required by the device message.
 */
export const KEYS: Readonly<Record<Platform, Keys>> = {
	sensor: {
		readers: {
			...common("sensor"),
			...READ,
			device_class: orNull(oneOfAnyCase([...quantityClasses, ...TEXT_CLASSES, MONETARY])),
			state_class: orNull(oneOfAnyCase(STATE_CLASSES)),
			unit_of_measurement: orNull(asText),
			suggested_display_precision: asCount,
			options: asList,
			last_reset_value_template: asTemplate,
		},
		required: ["unique_id", "state_topic"],
	},
	binary_sensor: {
		readers: {
			...common("binary_sensor"),
			...READ,
			...ON_OFF,
			device_class: orNull(oneOfAnyCase(BINARY_SENSOR_CLASSES)),
			off_delay: asCount,
		},
		required: ["unique_id", "state_topic"],
	},
	switch: {
		readers: {
			...common("switch"),
			...WRITE,
			...ON_OFF,
			device_class: orNull(oneOfAnyCase(SWITCH_CLASSES)),
			state_on: asText,
			state_off: asText,
		},
		required: ["unique_id", "command_topic"],
	},
	number: {
		readers: {
			...common("number"),
			...WRITE,
			device_class: orNull(oneOfAnyCase([...quantityClasses, MONETARY])),
			unit_of_measurement: orNull(asText),
			min: asNumber,
			max: asNumber,
			step: asStep,
			mode: oneOf(NUMBER_MODES),
			payload_reset: asText,
		},
		required: ["unique_id", "command_topic"],
	},
	select: {
		readers: { ...common("select"), ...WRITE, options: asList },
		required: ["unique_id", "command_topic", "options"],
	},
	button: {
		readers: {
			...common("button"),
			...COMMAND,
			device_class: orNull(oneOfAnyCase(BUTTON_CLASSES)),
			payload_press: asText,
		},
		required: ["unique_id", "command_topic"],
	},
	event: {
		readers: {
			...common("event"),
			...READ,
			device_class: orNull(oneOfAnyCase(EVENT_CLASSES)),
			event_types: listOf(asText),
		},
		required: ["unique_id", "state_topic", "event_types"],
	},
	text: {
		readers: {
			...common("text"),
			...WRITE,
			min: asCount,
			max: asCount,
			mode: oneOf(TEXT_MODES),
			pattern: asPattern,
		},
		required: ["unique_id", "command_topic"],
	},
	date: { readers: { ...common("date"), ...WRITE }, required: ["unique_id", "command_topic"] },
	time: { readers: { ...common("time"), ...WRITE }, required: ["unique_id", "command_topic"] },
	valve: {
		readers: {
			...common("valve"),
			...WRITE,
			device_class: orNull(oneOf(VALVE_CLASSES)),
			...Object.fromEntries(["open", "close", "stop"].map((what) => [`payload_${what}`, orNull(asText)])),
			...Object.fromEntries(["open", "closed", "opening", "closing"].map((what) => [`state_${what}`, asText])),
			position_closed: asCount,
			position_open: asCount,
			reports_position: asBoolean,
		},
		required: ["unique_id"],
	},
	water_heater: {
		readers: {
			...common("water_heater"),
			...ON_OFF,
			retain: asBoolean,
			optimistic: asBoolean,
			entity_category: oneOf(ENTITY_CATEGORIES),
			value_template: asTemplate,
			...Object.fromEntries(
				["mode_state", "temperature_state", "current_temperature"].map((what) => [`${what}_topic`, asTopic]),
			),
			...Object.fromEntries(
				["mode_command", "temperature_command", "power_command"].map((what) => [`${what}_topic`, asCommandTopic]),
			),
			modes: asList,
			min_temp: asNumber,
			max_temp: asNumber,
			precision: (value) =>
				WATER_HEATER_PRECISIONS.some((one) => one === numberOf(value)) ? asNumber(value) : "refused",
			temperature_unit: oneOf(TEMPERATURE_UNITS),
		},
		required: ["unique_id"],
	},
};

const DEVICE: Readers = {
	identifiers: listOf(asText),
	connections: listOf((pair) => (Array.isArray(pair) && pair.length === 2 ? worst(pair.map(asText)) : "refused")),
	...Object.fromEntries(
		[
			"manufacturer",
			"model",
			"model_id",
			"name",
			"hw_version",
			"sw_version",
			"serial_number",
			"suggested_area",
			"via_device",
		].map((key) => [key, asText]),
	),
	configuration_url: asUrl,
};
const isFilled = (value: Json | undefined) =>
	value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);

/** Both refuse unknown keys. A device needs something that identifies it. */
export const asDevice: Reader = (value) => {
	const device = inFull(value, DEVICE_KEYS);
	const known = isObject(device) && (isFilled(device["identifiers"]) || isFilled(device["connections"]));
	return known ? within(DEVICE, [], "refused")(device) : "refused";
};
const asFullOrigin = within({ name: asText, sw_version: asText, support_url: asUrl }, ["name"], "refused");
export const asOrigin: Reader = (value) => asFullOrigin(inFull(value, ORIGIN_KEYS));
