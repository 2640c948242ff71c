import fc from "fast-check";
import type { Platform } from "ha-mqtt-discovery";
import {
	BINARY_SENSOR_CLASSES,
	BUTTON_CLASSES,
	ENTITY_CATEGORIES,
	EVENT_CLASSES,
	NUMBER_MODES,
	PLATFORMS,
	quantityClasses,
	SENSOR_CLASSES,
	type SensorClass,
	SWITCH_CLASSES,
	TEXT_CLASSES,
	TEXT_MODES,
	VALVE_CLASSES,
	WATER_HEATER_MODES,
} from "ha-mqtt-discovery/home-assistant";

/** A component as it may have come from anywhere. */
export type Keys = Readonly<Record<string, unknown>>;

/** Has `online` retained. */
export const ONLINE = "probe/online";
/** A topic for states, with a retained number. */
export const NUMBER = "probe/number";

const template = fc.constantFrom(
	"{{ value }}",
	"{{ value_json.a | default(value) }}",
	"{% if value is defined %}{{ value }}{% endif %}",
);
const topic = fc.stringMatching(/^(?:[a-zåäö0-9_ -]{1,6}\/){0,3}[a-z0-9]{1,6}$/u);
const label = fc.stringMatching(/^[A-Za-zÅÄÖåäö][A-Za-z0-9ÅÄÖåäö ():%]{0,20}[a-z0-9]$/u);
const payload = fc.stringMatching(/^[A-Za-z0-9 _.-]{1,12}$/);
const text = (length: number) => fc.string({ minLength: 1, maxLength: length, unit: "grapheme" });

const common = {
	name: fc.option(label, { nil: null, freq: 8 }),
	icon: fc.constantFrom("mdi:pump", "mdi:water-boiler", "mdi:thermometer-high"),
	enabled_by_default: fc.boolean(),
	visible_by_default: fc.boolean(),
	availability: fc.constantFrom(
		[{ topic: ONLINE }],
		[{ topic: ONLINE, payload_available: "online", payload_not_available: "gone" }],
		[{ topic: ONLINE, value_template: "{{ value }}" }, { topic: ONLINE }],
	),
	json_attributes_topic: topic,
	json_attributes_template: template,
};
const read = {
	value_template: fc.constantFrom("{{ value }}", "{{ value | float(0) }}"),
	force_update: fc.boolean(),
	expire_after: fc.integer({ min: 1, max: 100_000 }),
	entity_category: fc.constant("diagnostic"),
};
const { expire_after: _, ...rest } = read;
const command = { command_template: template, entity_category: fc.constantFrom(...ENTITY_CATEGORIES) };
const write = { ...command, state_topic: topic, value_template: template, optimistic: fc.boolean() };
const onOff = fc.uniqueArray(payload, { minLength: 4, maxLength: 4 });

const classed = fc
	.constantFrom(...quantityClasses)
	.chain((device_class) => {
		const { units, states }: SensorClass = SENSOR_CLASSES[device_class];
		return fc.record({
			device_class: fc.constant(device_class),
			unit_of_measurement: fc.constantFrom(...units).map((unit) => unit ?? undefined),
			state_class: fc.constantFrom(undefined, ...states),
			suggested_display_precision: fc.constantFrom(undefined, 0, 1, 3),
		});
	})
	.chain((keys) => fc.constantFrom<Keys>(keys, reset(keys)));
const reset = (keys: Keys): Keys =>
	keys["state_class"] === "total" ? { ...keys, last_reset_value_template: "{{ '2026-01-01T00:00:00+00:00' }}" } : keys;
const unclassed = fc.constantFrom<Keys>(
	{},
	{ unit_of_measurement: "%", state_class: "measurement" },
	{ unit_of_measurement: "rpm", suggested_display_precision: 0 },
	{ unit_of_measurement: "°", state_class: "measurement_angle" },
	{ state_class: "total_increasing" },
	{ device_class: "monetary", unit_of_measurement: "SEK", state_class: "total" },
);
const choices = fc.uniqueArray(text(255), { minLength: 1, maxLength: 5 });
const textual = fc.oneof(
	fc.constantFrom<Keys>(...TEXT_CLASSES.filter((one) => one !== "enum").map((device_class) => ({ device_class }))),
	choices.map((options): Keys => ({ device_class: "enum", options })),
);
const range = fc
	.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.001, max: 1e6, noNaN: true }))
	.map(([min, width]): Keys => ({ min, max: min + width }));

const optional = (keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Keys> =>
	fc.record(keys, { requiredKeys: [] });
const joined = (...parts: readonly fc.Arbitrary<Keys>[]): fc.Arbitrary<Keys> =>
	fc.tuple(...parts).map((all) => Object.assign({}, ...all));
const required = (keys: Keys) => fc.constant(keys);

const OF_PLATFORM: Readonly<Record<Platform, fc.Arbitrary<Keys>>> = {
	sensor: joined(
		optional(common),
		fc.oneof(
			{ weight: 3, arbitrary: joined(optional(read), classed, required({ state_topic: NUMBER })) },
			joined(optional(read), unclassed, required({ state_topic: NUMBER })),
			// Nothing comes there, and what expires is not looked at before something came.
			joined(optional(rest), textual, required({ state_topic: "probe/silent" })),
		),
	),
	binary_sensor: joined(
		optional({
			...common,
			...read,
			device_class: fc.constantFrom(...BINARY_SENSOR_CLASSES),
			off_delay: fc.integer({ min: 1, max: 9999 }),
		}),
		onOff.map(([payload_on, payload_off]): Keys => ({ payload_on, payload_off })),
		topic.map((state_topic): Keys => ({ state_topic })),
	),
	switch: joined(
		optional({ ...common, ...write, device_class: fc.constantFrom(...SWITCH_CLASSES) }),
		onOff.map(
			([payload_on, payload_off, state_on, state_off]): Keys => ({ payload_on, payload_off, state_on, state_off }),
		),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	number: joined(
		optional({ ...common, ...write, mode: fc.constantFrom(...NUMBER_MODES), payload_reset: payload }),
		optional({ step: fc.constantFrom(0.001, 0.5, 1, 100) }),
		fc.oneof(
			classed.map(({ device_class, unit_of_measurement }): Keys => ({ device_class, unit_of_measurement })),
			fc.constantFrom<Keys>({}, { unit_of_measurement: "%" }, { device_class: "monetary", unit_of_measurement: "EUR" }),
		),
		range,
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	select: joined(
		optional({ ...common, ...write }),
		choices.map((options): Keys => ({ options })),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	text: joined(
		optional({ ...common, ...write, mode: fc.constantFrom(...TEXT_MODES) }),
		fc
			.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 255 }))
			.map(([min, max]): Keys => ({ min, max })),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	date: joined(
		optional({ ...common, ...write }),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	time: joined(
		optional({ ...common, ...write }),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
	valve: joined(
		optional({ ...common, ...write, device_class: fc.constantFrom(...VALVE_CLASSES) }),
		fc
			.uniqueArray(payload, { minLength: 7, maxLength: 7 })
			.chain((texts) =>
				fc
					.subarray([
						...[
							"payload_open",
							"payload_close",
							"payload_stop",
							"state_open",
							"state_closed",
							"state_opening",
							"state_closing",
						],
					])
					.map((keys): Keys => Object.fromEntries(keys.map((key, nth) => [key, texts[nth]]))),
			),
		// It may be there to look at only.
		optional({ command_topic: topic }),
	),
	water_heater: joined(
		optional({
			...common,
			optimistic: fc.boolean(),
			entity_category: fc.constantFrom(...ENTITY_CATEGORIES),
			mode_state_topic: fc.constant("probe/silent"),
			temperature_state_topic: fc.constant("probe/silent"),
			current_temperature_topic: fc.constant("probe/silent"),
			temperature_command_topic: topic,
			power_command_topic: topic,
		}),
		fc.subarray([...WATER_HEATER_MODES], { minLength: 1 }).map((modes): Keys => ({ modes })),
		fc.constantFrom<Keys>(
			{ min_temp: 20, max_temp: 85, precision: 1, temperature_unit: "C" },
			{ min_temp: 68.5, max_temp: 185, precision: 0.5, temperature_unit: "F" },
		),
		topic.map((mode_command_topic): Keys => ({ mode_command_topic })),
	),
	event: joined(
		optional({
			...common,
			value_template: read.value_template,
			entity_category: fc.constant("diagnostic"),
			device_class: fc.constantFrom(...EVENT_CLASSES),
		}),
		required({ state_topic: "probe/silent" }),
		choices.map((types): Keys => ({ event_types: [...new Set(["ring", ...types])] })),
	),
	button: joined(
		optional({ ...common, ...command, device_class: fc.constantFrom(...BUTTON_CLASSES), payload_press: payload }),
		topic.map((command_topic): Keys => ({ command_topic })),
	),
};

/** Sensors have the most rules, then numbers. */
const TURNS = [...PLATFORMS, "sensor", "sensor", "sensor", "number"] as const;

/** The `nth` component of a seed: valid, of the platforms in turn, with ids of its own made of `mark`. Always the same. */
export const componentOf = (seed: number, nth: number, mark: string): Keys => {
	const platform = TURNS[nth % TURNS.length] ?? "sensor";
	const [keys = {}] = fc.sample(OF_PLATFORM[platform], { seed: seed + nth, numRuns: 1 });
	const named = nth % 3 === 0 ? { default_entity_id: `${platform}.${mark}_own` } : {};
	return { platform, unique_id: `id_${mark}`, name: `Entity ${nth}`, ...named, ...keys };
};
