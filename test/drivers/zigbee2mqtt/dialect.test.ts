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
		expect(dialect.question()).toEqual([{ topic: "zigbee2mqtt/solar pump/get", payload: '{"state":""}' }]);
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

	test.each([
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
