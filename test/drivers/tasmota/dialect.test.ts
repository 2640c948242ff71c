import { describe, expect, it, test } from "@jest/globals";
import { pulseTime, TasmotaDialect } from "#drivers/tasmota/dialect.ts";
import { tasmota } from "#drivers/tasmota/tasmota.ts";
import { seconds } from "#model/quantities/units.ts";

const T = seconds(60);
const dialect = new TasmotaDialect("tasmota_9CF9D1", ["1", "2"]);
const heard = (topic: string, payload: string) => dialect.heard({ topic, payload, retained: false }, T);

/** The commands Power and PulseTime of Tasmota's documentation. */
describe("the topics of Tasmota", () => {
	test.each([
		[1, 10],
		[11, 110],
		[12, 112],
		[60, 160],
		[600, 700],
	])("%d s are PulseTime %d", (time, pulse) => expect(pulseTime(seconds(time))).toBe(pulse));

	it("set the timer, switch on, and read the timer back", () => {
		expect(dialect.command("2", true, T)).toEqual([
			{ topic: "cmnd/tasmota_9CF9D1/PulseTime2", payload: "160" },
			{ topic: "cmnd/tasmota_9CF9D1/POWER2", payload: "ON", starts: true },
			{ topic: "cmnd/tasmota_9CF9D1/PulseTime2", payload: "" },
		]);
	});

	// arendst/Tasmota 7810, 9325: a POWER that only asks stops the timer.
	it("ask without stopping the timer", () => {
		expect(dialect.question("2")).toEqual([
			{ topic: "cmnd/tasmota_9CF9D1/STATE", payload: "" },
			{ topic: "cmnd/tasmota_9CF9D1/PulseTime2", payload: "" },
		]);
		const state = {
			Time: "2026-11-30T15:00:00",
			Uptime: "0T00:01:06",
			POWER1: "OFF",
			POWER2: "ON",
			Wifi: { RSSI: 90 },
		};
		expect(heard("stat/tasmota_9CF9D1/RESULT", JSON.stringify(state))).toEqual([
			{ kind: "state", channel: "1", drive: false, answers: "part" },
			{ kind: "state", channel: "2", drive: true, answers: "part" },
		]);
	});

	test.each([
		['{"POWER1":"ON"}', [{ kind: "state", channel: "1", drive: true, answers: "part" }]],
		['{"POWER":"OFF"}', [{ kind: "state", channel: "1", drive: false, answers: "part" }]],
		[
			'{"PulseTime1":{"Set":160,"Remaining":158}}',
			[{ kind: "state", channel: "1", answers: "any", armed: true, left: 58 }],
		],
		[
			'{"PulseTime1":{"Set":100,"Remaining":45}}',
			[{ kind: "state", channel: "1", answers: "any", armed: false, left: 4.5 }],
		],
		[
			'{"PulseTime":{"PulseTime2":{"Set":160,"Remaining":158}}}',
			[{ kind: "state", channel: "2", answers: "any", armed: true, left: 58 }],
		],
		// arendst/Tasmota 4453, ioBroker/ioBroker.sonoff 106: before 6.7.
		['{"PulseTime1":"160 (Active 158)"}', [{ kind: "state", channel: "1", answers: "any", armed: true, left: 58 }]],
		['{"PulseTime1":"160 (Active 0)"}', [{ kind: "state", channel: "1", answers: "any", armed: false }]],
		['{"PulseTime1":"160"}', []],
		['{"PulseTime1":{"Set":160,"Remaining":0}}', [{ kind: "state", channel: "1", answers: "any", armed: false }]],
		['{"PulseTime1":{"Set":0,"Remaining":0}}', [{ kind: "state", channel: "1", answers: "any", armed: false }]],
		[
			'{"PulseTime1":{"Set":3700,"Remaining":3690}}',
			[{ kind: "state", channel: "1", answers: "any", armed: false, left: 3590 }],
		],
		['{"Command":"Unknown"}', []],
		["", []],
	])("tell %s", (payload, meant) => expect(heard("stat/tasmota_9CF9D1/RESULT", payload)).toEqual(meant));

	it("tell whether it is there", () => {
		expect(heard("tele/tasmota_9CF9D1/LWT", "Online")).toEqual([{ kind: "online" }]);
		expect(heard("tele/tasmota_9CF9D1/LWT", "Offline")).toEqual([{ kind: "offline" }]);
	});

	test.each(["", "a", "a/0", "a/9", "a/01", "/1", "a/+/1", "cmnd/a/1", "stat/a/1", "tele/a/1"])(
		"%j is no address",
		(address) => {
			expect(tasmota.place(address, "outputs")).toBeUndefined();
		},
	);
});
