import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { announcements } from "#drivers/bus/announced/index.ts";
import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { matches } from "#mqtt/topic.ts";

const KINDS = announcements("homeassistant");
const said = (topic: string, payload: unknown) => {
	const text = typeof payload === "string" ? payload : JSON.stringify(payload);
	return KINDS.filter(({ filters }) => filters.some((filter) => matches(filter, topic))).flatMap((kind) =>
		kind.found(topic, text),
	);
};
const ALL: readonly AnyDriver[] = Object.values(drivers);
/** Whether the options accept this text, with a channel in place of N. */
const accepted = (text: string, kind: "sensors" | "outputs") => {
	const scheme = text.slice(0, text.indexOf(":"));
	const address = text.slice(scheme.length + 1).replace(/\/N$/, "/1");
	return ALL.find((driver) => driver.scheme === scheme)?.place(address, kind) !== undefined;
};

const TASMOTA = {
	ip: "192.168.1.9",
	dn: "Pump plug",
	fn: ["Pump", null],
	hn: "tasmota-a1b2c3-0123",
	mac: "C82B96A1B2C3",
	md: "Sonoff Dual",
	ofln: "Offline",
	onln: "Online",
	state: ["OFF", "ON", "TOGGLE", "HOLD"],
	sw: "14.2.0",
	t: "tasmota_A1B2C3",
	ft: "%prefix%/%topic%/",
	tp: ["cmnd", "stat", "tele"],
	rl: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
	ver: 1,
};
const ZIGBEE = [
	{ ieee_address: "0x00124b0001", type: "Coordinator", friendly_name: "Coordinator", definition: null },
	{
		ieee_address: "0x0c4314fffe",
		type: "Router",
		friendly_name: "heater plug",
		definition: {
			model: "S26R2ZB",
			vendor: "SONOFF",
			exposes: [
				{ type: "switch", features: [{ type: "binary", name: "state", property: "state" }] },
				{ type: "numeric", name: "power", property: "power", unit: "W" },
				{ type: "numeric", name: "linkquality", property: "linkquality", unit: "lqi" },
			],
		},
	},
];
/** As Zigbee2MQTT 2.14 lists a relay module with two outputs. */
const TWIN = [
	{
		...{ ieee_address: "0x00158d0003", type: "Router", friendly_name: "twin" },
		definition: {
			...{ model: "LLKZMK11LM", vendor: "Aqara" },
			exposes: [
				{ type: "numeric", name: "power", property: "power", unit: "W" },
				{ type: "numeric", name: "battery", property: "battery", unit: "%", category: "diagnostic" },
				...["l1", "l2"].map((endpoint) => ({
					...{ type: "switch", endpoint },
					features: [{ type: "binary", name: "state", property: `state_${endpoint}`, endpoint }],
				})),
			],
		},
	},
];
const ESPHOME = {
	ids: "a8032ab12c34",
	name: "solar-node",
	sw: "esphome v2026.9.1 Oct  2 2026",
	mdl: "esp32dev",
	mf: "Espressif",
};

describe("what devices announce at the broker", () => {
	test.each<[string, string, unknown, object]>([
		[
			"a Shelly of the second generation",
			"shellyplus1pm-a8032ab12c34/online",
			"true",
			{
				at: "shellyplus1pm-a8032ab12c34",
				likely: [{ what: "Shelly Gen2+", sure: true, targets: ["shelly:shellyplus1pm-a8032ab12c34/N"] }],
			},
		],
		[
			"one of the first, which has no timer to read",
			"shellies/shelly1-B929CC/online",
			"true",
			{ at: "shellies/shelly1-B929CC", likely: [{ what: "Shelly Gen1", sure: true }] },
		],
		[
			"a Tasmota with two relays",
			"tasmota/discovery/C82B96A1B2C3/config",
			TASMOTA,
			{
				at: "tasmota_A1B2C3",
				name: "Pump plug",
				likely: [{ what: "Tasmota", sure: true, targets: ["tasmota:tasmota_A1B2C3/1", "tasmota:tasmota_A1B2C3/2"] }],
			},
		],
		// arendst/Tasmota 12972: prefixes may be others; so may the words for on and off, and the topic of answers.
		...[
			{ ft: "house/%topic%/%prefix%/" },
			{ tp: ["hm/set", "hm/status", "hm/tele"] },
			{ state: ["AUS", "EIN", "UM", "HALTEN"] },
			{ so: { 4: 1, 11: 0 } },
		].map((changed): [string, string, unknown, object] => [
			`a Tasmota whose owner changed ${Object.keys(changed).join()}`,
			"tasmota/discovery/C82B96A1B2C3/config",
			{ ...TASMOTA, ...changed },
			{ at: "tasmota_A1B2C3", name: "Pump plug", likely: [{ what: "Tasmota", sure: true }] },
		]),
		[
			"a plug behind Zigbee2MQTT",
			"zigbee2mqtt/bridge/devices",
			ZIGBEE,
			{
				at: "zigbee2mqtt/heater plug",
				name: "SONOFF S26R2ZB",
				likely: [
					{
						what: "Zigbee2MQTT",
						sure: true,
						sources: ["mqtt:zigbee2mqtt/heater plug#/power"],
						targets: ["zigbee2mqtt:zigbee2mqtt/heater plug"],
					},
				],
			},
		],
		[
			"a module with two relays behind Zigbee2MQTT",
			"zigbee2mqtt/bridge/devices",
			TWIN,
			{
				at: "zigbee2mqtt/twin",
				name: "Aqara LLKZMK11LM",
				likely: [
					{
						what: "Zigbee2MQTT",
						sure: true,
						sources: ["mqtt:zigbee2mqtt/twin#/power"],
						targets: ["zigbee2mqtt:zigbee2mqtt/twin#state_l1", "zigbee2mqtt:zigbee2mqtt/twin#state_l2"],
					},
				],
			},
		],
		[
			"a sensor of ESPHome",
			"homeassistant/sensor/solar-node/collector/config",
			{
				name: "Collector",
				stat_t: "solar-node/sensor/collector/state",
				unit_of_meas: "°C",
				uniq_id: "x",
				dev: ESPHOME,
			},
			{
				at: "solar-node",
				likely: [{ what: "ESPHome", sure: true, sources: ["mqtt:solar-node/sensor/collector/state"] }],
			},
		],
		[
			"a switch of ESPHome",
			"homeassistant/switch/solar-node/pump/config",
			{ name: "Pump", stat_t: "solar-node/switch/pump/state", cmd_t: "solar-node/switch/pump/command", dev: ESPHOME },
			{ at: "solar-node", likely: [{ what: "ESPHome", sure: true, targets: ["esphome:solar-node/switch/pump"] }] },
		],
		[
			"any sensor that Home Assistant is told of",
			"homeassistant/sensor/0x0c4314/power/config",
			{
				state_topic: "zigbee2mqtt/heater plug",
				value_template: "{{ value_json['power'] }}",
				unit_of_measurement: "W",
				device: { name: "heater plug" },
				origin: { name: "Zigbee2MQTT", sw: "2.14.0" },
			},
			{
				at: "zigbee2mqtt/heater plug",
				name: "heater plug",
				likely: [{ what: "Zigbee2MQTT", sure: true, sources: ["mqtt:zigbee2mqtt/heater plug#/power"] }],
			},
		],
		[
			"a device that announces all its parts at once",
			"homeassistant/device/heatpump/config",
			{
				"~": "heatpump/outdoor",
				dev: { name: "Heat pump" },
				o: { name: "my bridge" },
				cmps: { a: { p: "sensor", stat_t: "~/t", unit_of_meas: "°C" }, b: { p: "button", cmd_t: "~/go" } },
			},
			{ at: "Heat pump", likely: [{ what: "my bridge", sure: true, sources: ["mqtt:heatpump/outdoor/t"] }] },
		],
	])("is %s", (_, topic, payload, expected) => {
		const found = said(topic, payload);
		expect(found).toEqual([{ kind: "device", ...expected }]);
		for (const { sources = [], targets = [] } of found.flatMap(({ likely }) => likely)) {
			for (const text of sources) expect([text, accepted(text, "sensors")]).toEqual([text, true]);
			for (const text of targets) expect([text, accepted(text, "outputs")]).toEqual([text, true]);
		}
	});

	test.each<[string, string, unknown]>([
		["the app itself", "homeassistant/device/abc/solar_heating/config", { dev: { name: "Solar" }, cmps: {} }],
		["an empty message, which takes one away", "homeassistant/sensor/x/y/config", ""],
		["a computer that says it is online", "laptop/online", "true"],
		["a Shelly's name with another message", "shellyplus1-a8032ab12c34/online", "maybe"],
		["a list that is cut off", "zigbee2mqtt/bridge/devices", JSON.stringify(ZIGBEE).slice(0, 100)],
		["a device with a topic that nobody can write", "tasmota/discovery/X/config", { ...TASMOTA, t: "a/+/#" }],
		[
			"a sensor with a template of another kind",
			"homeassistant/sensor/x/y/config",
			{ stat_t: "a", val_tpl: "{{ value | float * 2 }}", unit_of_meas: "°C", dev: { name: "x" } },
		],
	])("is not %s", (_, topic, payload) => {
		expect(said(topic, payload)).toEqual([]);
	});

	it("shows no control characters of a device's name", () => {
		const [found] = said("tasmota/discovery/X/config", { ...TASMOTA, dn: "a\u001b[31mb" });
		expect(found?.name).toBe("a[31mb");
	});

	it("takes any garbage without an error", () => {
		const topics = ["x/online", "tasmota/discovery/m/config", "z/bridge/devices", "homeassistant/a/b/config"];
		fc.assert(
			fc.property(fc.constantFrom(...topics), fc.json(), (topic, payload) => {
				for (const kind of KINDS) expect(Array.isArray(kind.found(topic, payload))).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});
});
