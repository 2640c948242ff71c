import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { deviceMessage } from "../src/device-message.ts";
import type { Component } from "../src/schema/component.ts";
import { quantityClasses, SENSOR_CLASSES, type SensorClass } from "../src/schema/sensor-classes.ts";
import { controller, house, least, message, tankTop } from "./devices.ts";

describe("a device message", () => {
	it("goes to the topic of its device", () => {
		expect(message(controller).topic).toBe("homeassistant/device/i1/controller/config");
		expect(message({ ...controller, node_id: undefined }).topic).toBe("homeassistant/device/controller/config");
		expect(message({ ...controller, discovery_prefix: "house/ha" }).topic).toBe("house/ha/device/i1/controller/config");
	});

	it("has the device, its origin, its availability and its components in full names", () => {
		expect(message(controller).payload).toEqual({
			availability: [{ topic: "solar/i1/availability" }],
			availability_mode: "all",
			components: { tank_top: tankTop },
			device: { identifiers: ["solar_i1"], name: "Solar heating" },
			origin: { name: "solar-heating" },
			qos: 1,
		});
	});

	it("is the same text however its keys were ordered, and leaves out what is undefined", () => {
		const turned = Object.fromEntries(Object.entries({ ...tankTop, icon: undefined }).reverse());
		const other = deviceMessage(
			JSON.parse(JSON.stringify({ components: { tank_top: turned }, ...without(controller, "components") })),
		);
		expect(JSON.stringify(other)).toBe(JSON.stringify({ kind: "ok", message: message(controller) }));
		const spoken = message({ ...controller, components: { tank_top: { ...tankTop, icon: undefined } } });
		expect(Object.keys(spoken.payload.components["tank_top"] ?? {})).not.toContain("icon");
		expect(
			Object.keys(
				message({ ...controller, components: { b: least("button", "b"), a: least("button", "a") } }).payload.components,
			),
		).toEqual(["a", "b"]);
	});
});

describe("an invalid device message", () => {
	const device = controller.device;
	const cases: readonly (readonly [what: string, change: unknown, ...paths: string[]])[] = [
		["no components", { components: {} }, "components"],
		["no component list at all", { components: undefined }, "components"],
		["no identifiers", { device: { name: "Solar" } }, "device.identifiers"],
		["an empty list of identifiers", { device: { ...device, identifiers: [] } }, "device.identifiers"],
		["an empty identifier", { device: { ...device, identifiers: ["a", ""] } }, "device.identifiers[1]"],
		["a device without a name", { device: { identifiers: ["a"] } }, "device.name"],
		[
			"a misspelt key of the device, which would cost the whole message",
			{ device: { ...device, modell: "X" } },
			"device.modell",
		],
		["a page at no address", { device: { ...device, configuration_url: "solar.local" } }, "device.configuration_url"],
		["an origin without a name", { origin: {} }, "origin.name"],
		[
			"a support page inside Home Assistant",
			{ origin: { name: "a", support_url: "homeassistant://x" } },
			"origin.support_url",
		],
		["no availability", { availability: [] }, "availability"],
		["a wildcard in availability", { availability: [{ topic: "a" }, { topic: "a/#" }] }, "availability[1].topic"],
		["a misspelt key of availability", { availability: [{ topic: "a", payload: "on" }] }, "availability[0].payload"],
		["a device id with a slash", { device_id: "a/b" }, "device_id"],
		["a node id with a dot", { node_id: "a.b" }, "node_id"],
		["an empty device id", { device_id: "" }, "device_id"],
		["a prefix that ends with a slash", { discovery_prefix: "homeassistant/" }, "discovery_prefix"],
		["a prefix with a wildcard", { discovery_prefix: "+" }, "discovery_prefix"],
		["another mode of availability", { availability_mode: "latest" }, "availability_mode"],
		["a key of a component with a space", { components: { "tank top": tankTop } }, "components.tank top"],
		["a component that is none", { components: { tank_top: null } }, "components.tank_top"],
		[
			"a unit of another class",
			{ components: { a: { ...tankTop, unit_of_measurement: "kWh" } } },
			"components.a.unit_of_measurement",
		],
		["object_id", { components: { a: { ...tankTop, object_id: "x" } } }, "components.a.object_id"],
		[
			"an id twice",
			{ components: { a: tankTop, b: { ...least("button", "x"), unique_id: "i1_tank_top" } } },
			"components.b.unique_id",
		],
		[
			"a name that begins with the device's",
			{ components: { a: { ...tankTop, name: "Solar heating tank" } } },
			"components.a.name",
		],
		[
			"a name that contains the device's",
			{ components: { a: { ...tankTop, name: "Tank of solar heating" } } },
			"components.a.name",
		],
		[
			"many things",
			{ device: {}, components: { a: { ...tankTop, icon: "x" }, b: 1 } },
			"components.a.icon",
			"components.b",
			"device.identifiers",
			"device.name",
		],
	];
	test.each(cases)("has %s", (_, change, ...paths) => {
		const result = deviceMessage(JSON.parse(JSON.stringify({ ...controller, ...Object(change) })));
		expect(result.kind === "invalid" ? result.problems.map(({ path }) => path).sort() : []).toEqual(paths);
	});

	it("says what was found and what to do, in short", () => {
		const components = {
			a: { ...tankTop, unit_of_measurement: "kWh" },
			b: { ...least("switch", "b"), retain: true, icon: "i".repeat(200) },
		};
		const result = deviceMessage(JSON.parse(JSON.stringify({ ...controller, components })));
		const problems = result.kind === "invalid" ? result.problems : [];
		expect(problems).toHaveLength(3);
		expect(problems[0]).toEqual({
			path: "components.a.unit_of_measurement",
			value: '"kWh"',
			remedy: "use °C, °F, K with temperature",
		});
		expect(problems[1]?.value).toHaveLength(80);
		expect(problems[2]).toMatchObject({
			path: "components.b.retain",
			value: "true",
			remedy: expect.stringContaining("every reconnect"),
		});
	});

	it("has a key with a meaning of its own in JavaScript", () => {
		const text = JSON.stringify({ ...controller, components: { KEY: tankTop } }).replace("KEY", "__proto__");
		expect(deviceMessage(JSON.parse(text))).toMatchObject({ problems: [{ path: "components.__proto__" }] });
	});
});

const id = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/).filter((one) => one !== "__proto__");
const topic = fc.stringMatching(/^[a-z0-9]{1,5}(\/[a-z0-9 .åäö☀]{1,5}){0,3}$/u);
const name = fc.option(fc.stringMatching(/^[A-Za-z0-9 "\\☀]{1,12}$/u), { nil: null });
const options = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 });
const common = {
	name,
	state_topic: topic,
	icon: fc.option(fc.constantFrom("mdi:pump", "mdi:a-1"), { nil: undefined }),
};
const measured = fc.constantFrom(...quantityClasses).chain((device_class) => {
	const { units, states }: SensorClass = SENSOR_CLASSES[device_class];
	return fc.record({
		...common,
		platform: fc.constant("sensor"),
		device_class: fc.constant(device_class),
		state_class: fc.option(fc.constantFrom(...states), { nil: undefined }),
		unit_of_measurement: fc.constantFrom(...units.map((unit) => unit ?? undefined)),
	});
});
/** Valid components of every platform, without their ids. */
const anything = fc.oneof(
	measured,
	fc.record({ ...common, platform: fc.constant("sensor"), device_class: fc.constant("enum"), options }),
	fc.record({
		...common,
		platform: fc.constant("binary_sensor"),
		payload_on: fc.constant("1"),
		payload_off: fc.constant("0"),
	}),
	fc.record({ ...common, platform: fc.constant("switch"), command_topic: topic, optimistic: fc.boolean() }),
	fc.record({ ...common, platform: fc.constant("select"), command_topic: topic, options }),
	fc.record({ name, platform: fc.constant("button"), command_topic: topic }),
	fc.record({ ...common, platform: fc.constant("text"), command_topic: topic, min: fc.nat(9), max: fc.constant(9) }),
	fc
		.record({
			...common,
			command_topic: topic,
			min: fc.integer(),
			by: fc.integer({ min: 1 }),
			step: fc.float({ min: 1 }),
		})
		.filter(({ step }) => Number.isFinite(step))
		.map(({ by, ...keys }) => ({ ...keys, platform: "number", max: keys.min + by })),
);

describe("any valid device message", () => {
	it("is the same after its way through JSON, and holds all that was said", () => {
		fc.assert(
			fc.property(fc.dictionary(id, anything, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (kinds) => {
				const said = Object.fromEntries(
					Object.entries(kinds).map(([key, kind], n) => {
						// No two of a device have one name.
						const called = n === 0 ? {} : { name: `${n} ${kind["name"]}` };
						return [key, { ...kind, ...called, unique_id: `u-${key}` }];
					}),
				);
				const components: Readonly<Record<string, Component>> = JSON.parse(JSON.stringify(said));
				const { payload } = message({ ...controller, device: { ...controller.device, name: "House!" }, components });
				expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
				expect(payload.components).toEqual(components);
			}),
		);
	});

	it("is stable: the message of what was published is the same text", () => {
		fc.assert(
			fc.property(house, (devices) => {
				for (const { payload } of devices)
					expect(JSON.stringify(JSON.parse(JSON.stringify(payload)))).toBe(JSON.stringify(payload));
			}),
		);
	});
});

const without = <T extends object>(value: T, key: keyof T) =>
	Object.fromEntries(Object.entries(value).filter(([one]) => one !== key));
