import { describe, expect, it, test } from "@jest/globals";
import { Zigbee2MqttDialect } from "#drivers/zigbee2mqtt/dialect.ts";
import { zigbee2mqtt } from "#drivers/zigbee2mqtt/zigbee2mqtt.ts";
import { seconds } from "#model/quantities/units.ts";

const T = seconds(120);
const dialect = new Zigbee2MqttDialect("zigbee2mqtt/solar pump");
const heard = (topic: string, payload: string) => dialect.heard({ topic, payload, retained: false });

/** "MQTT topics and messages" and "On with timed off" of Zigbee2MQTT's documentation. */
describe("the topics of Zigbee2MQTT", () => {
	it("switch on for a time, and ask the device itself how it is", () => {
		expect(dialect.command("state", true, T)).toEqual([
			{ topic: "zigbee2mqtt/solar pump/set", payload: '{"state":"ON","on_time":120}', starts: true },
		]);
		expect(dialect.question("state")).toEqual([{ topic: "zigbee2mqtt/solar pump/get", payload: '{"state":""}' }]);
	});

	it("switch off", () => {
		expect(dialect.command("state", false, T)[0]).toEqual({
			topic: "zigbee2mqtt/solar pump/set",
			payload: '{"state":"OFF"}',
		});
	});

	test.each([
		[
			'{"state":"ON","linkquality":76,"power":38.2,"update":{"state":"idle"}}',
			[{ kind: "state", channel: "state", drive: true, answers: "any", watts: 38.2, cached: true }],
		],
		['{"state":"OFF"}', [{ kind: "state", channel: "state", drive: false, answers: "any" }]],
		['{"linkquality":76}', []],
		['{"state":null}', []],
		["ON", []],
	])("tell %s", (payload, meant) => expect(heard("zigbee2mqtt/solar pump", payload)).toEqual(meant));

	test.each([
		["zigbee2mqtt/solar pump/availability", '{"state":"offline"}', [{ kind: "offline" }]],
		["zigbee2mqtt/solar pump/availability", "online", [{ kind: "online" }]],
		["zigbee2mqtt/bridge/state", '{"state":"offline"}', [{ kind: "offline" }]],
		["zigbee2mqtt/bridge/state", '{"state":"online"}', [{ kind: "unknown" }]],
	])("tell at %s %s", (topic, payload, meant) => expect(heard(topic, payload)).toEqual(meant));

	it("name an output of a device that has several", () => {
		const twin = new Zigbee2MqttDialect("zigbee2mqtt/twin");
		expect(zigbee2mqtt.place("zigbee2mqtt/twin#state_l2", "outputs")).toEqual({
			device: "zigbee2mqtt/twin",
			channel: "state_l2",
		});
		expect(twin.command("state_l2", true, T)[0]?.payload).toBe('{"state_l2":"ON","on_time":120}');
		expect(twin.command("state_l2", false, T)[0]?.payload).toBe('{"state_l2":"OFF"}');
		expect(twin.question("state_l2")[0]?.payload).toBe('{"state_l2":""}');
		expect(
			twin.heard({
				topic: "zigbee2mqtt/twin",
				payload: '{"state_l1":"ON","state_l2":"OFF","power":40,"power_l2":2,"state_of_charge":3}',
				retained: false,
			}),
		).toEqual([
			{ kind: "state", channel: "state_l1", drive: true, answers: "any" },
			{ kind: "state", channel: "state_l2", drive: false, answers: "any", watts: 2, cached: true },
		]);
		// The power of both together says nothing of one.
		expect(twin.question("state_l1")[0]?.payload).toBe('{"state_l1":""}');
		expect(twin.question("state_l2")[0]?.payload).toBe('{"state_l2":"","power_l2":""}');
		expect(zigbee2mqtt.topics?.("zigbee2mqtt/twin#state_l2")).toEqual(zigbee2mqtt.topics?.("zigbee2mqtt/twin"));
	});

	test.each([
		"zigbee2mqtt/twin#",
		"zigbee2mqtt/twin#l1",
		"zigbee2mqtt/twin#state_",
		"zigbee2mqtt/twin#/state_l1",
		"zigbee2mqtt/twin#state_l1#state_l2",
		"",
		"pump",
		"zigbee2mqtt/",
		"/pump",
		"zigbee2mqtt/+",
		"zigbee2mqtt/#",
		"a/b ",
		"zigbee2mqtt/plug/set",
		"zigbee2mqtt/plug/get",
		"zigbee2mqtt/plug/availability",
	])("%j is no address", (address) => {
		expect(zigbee2mqtt.place(address, "outputs")).toBeUndefined();
	});
});
