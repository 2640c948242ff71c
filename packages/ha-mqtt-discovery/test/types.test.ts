import { expect, it } from "@jest/globals";
import { type Component, componentSchema } from "../src/schema/component.ts";
import type { SensorComponent } from "../src/schema/platforms/sensor.ts";

const sensor = { platform: "sensor", unique_id: "u", name: "One", state_topic: "s/one" } as const;
const command = { unique_id: "u", name: "One", command_topic: "s/one/set" } as const;

/** Each of these is refused by the compiler: if it were not, the comment above it would be an error. */
const REFUSED: readonly Component[] = [
	// @ts-expect-error kWh is no unit of temperature.
	{ ...sensor, device_class: "temperature", unit_of_measurement: "kWh" },
	// @ts-expect-error A temperature has a unit.
	{ ...sensor, device_class: "temperature" },
	// @ts-expect-error Energy is counted, not measured.
	{ ...sensor, device_class: "energy", unit_of_measurement: "kWh", state_class: "measurement" },
	// @ts-expect-error No class exists for the speed of a pump.
	{ ...sensor, device_class: "rpm", unit_of_measurement: "rpm" },
	// @ts-expect-error pH has no unit.
	{ ...sensor, device_class: "ph", unit_of_measurement: "pH" },
	// @ts-expect-error An enum has options.
	{ ...sensor, device_class: "enum" },
	// @ts-expect-error An enum has no unit.
	{ ...sensor, device_class: "enum", options: ["a"], unit_of_measurement: "K" },
	// @ts-expect-error A moment has no state class.
	{ ...sensor, device_class: "timestamp", state_class: "measurement" },
	// @ts-expect-error Only an enum has options.
	{ ...sensor, device_class: "power", unit_of_measurement: "W", options: ["a"] },
	// @ts-expect-error What is only read is no configuration.
	{ ...sensor, entity_category: "config" },
	// @ts-expect-error This key is gone.
	{ ...sensor, object_id: "one" },
	// @ts-expect-error A misspelt key.
	{ ...sensor, device_class: "temperature", unit_of_measurement: "K", stateclass: "measurement" },
	// @ts-expect-error An entity has a unique id.
	{ platform: "sensor", name: "One", state_topic: "s/one" },
	// @ts-expect-error Commands are never retained.
	{ ...command, platform: "switch", retain: true },
	// @ts-expect-error A number has a range.
	{ ...command, platform: "number", min: 1 },
	// @ts-expect-error Minutes are no unit of power.
	{ ...command, platform: "number", min: 1, max: 2, device_class: "power", unit_of_measurement: "min" },
	// @ts-expect-error A choice has options.
	{ ...command, platform: "select" },
	// @ts-expect-error A button has no state.
	{ ...command, platform: "button", state_topic: "s/one" },
	// @ts-expect-error No such class of binary sensors.
	{ ...sensor, platform: "binary_sensor", device_class: "temperature" },
	// @ts-expect-error No such platform here.
	{ ...command, platform: "relay" },
];

it("what the compiler refuses is refused at run time too", () => {
	for (const component of REFUSED)
		expect([component, componentSchema.safeParse(component).success]).toEqual([component, false]);
});

it("what the compiler admits is admitted at run time too", () => {
	const admitted: readonly SensorComponent[] = [
		sensor,
		{
			...sensor,
			device_class: "temperature",
			state_class: "measurement",
			unit_of_measurement: "°C",
			suggested_display_precision: 1,
		},
		{ ...sensor, device_class: "energy", state_class: "total_increasing", unit_of_measurement: "kWh" },
		{ ...sensor, device_class: "power_factor" },
		{ ...sensor, device_class: "enum", options: ["a", "b"], entity_category: "diagnostic" },
		{ ...sensor, device_class: "timestamp", icon: undefined },
		{ ...sensor, unit_of_measurement: "rpm", state_class: "measurement", enabled_by_default: false },
	];
	for (const component of admitted) expect(componentSchema.safeParse(component).error).toBeUndefined();
});
