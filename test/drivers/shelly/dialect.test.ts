import { describe, expect, it, test } from "@jest/globals";
import { ShellyDialect } from "#drivers/shelly/dialect.ts";
import { shelly } from "#drivers/shelly/shelly.ts";
import { seconds } from "#model/quantities/units.ts";

const PREFIX = "shellyplus1pm-a8032abe54dc";
const T = seconds(60);
const dialect = new ShellyDialect(PREFIX, ["0", "1"]);
const heard = (topic: string, payload: unknown, retained = false) =>
	dialect.heard({ topic, payload: typeof payload === "string" ? payload : JSON.stringify(payload), retained }, T);

/** The frames of the public API: general/RPCProtocol, ComponentsAndServices/Switch and Mqtt. */
describe("Shelly's RPC over MQTT", () => {
	it("sets an output with its own timer, then asks how it is", () => {
		expect(dialect.command("1", true, T, 17).map(({ topic, payload }) => [topic, JSON.parse(payload)])).toEqual([
			[
				`${PREFIX}/rpc`,
				{
					id: 17,
					src: `${PREFIX}/solar_heating/1/set`,
					method: "Switch.Set",
					params: { id: 1, on: true, toggle_after: 60 },
				},
			],
			[
				`${PREFIX}/rpc`,
				{ id: 17, src: `${PREFIX}/solar_heating/1/status`, method: "Switch.GetStatus", params: { id: 1 } },
			],
		]);
	});

	it("switches off without a timer, which would switch on again", () => {
		const [set] = dialect.command("0", false, T, 3);
		expect(JSON.parse(set?.payload ?? "").params).toEqual({ id: 0, on: false });
	});

	it("reads an answer: state, timer and watts", () => {
		const result = {
			id: 0,
			source: "MQTT",
			output: true,
			timer_started_at: 1626935739.79,
			timer_duration: 60,
			apower: 8.9,
			voltage: 237.5,
			aenergy: { total: 6.532, by_minute: [45.199, 47.141, 88.397], minute_ts: 1626935779 },
			temperature: { tC: 23.5, tF: 74.4 },
		};
		const answer = { id: 17, src: PREFIX, dst: `${PREFIX}/solar_heating/0/status`, result };
		expect(heard(`${PREFIX}/solar_heating/0/status/rpc`, answer)).toEqual([
			{ kind: "state", channel: "0", drive: true, armed: true, watts: 8.9, answers: 17 },
		]);
	});

	test.each([
		["timer", "timer"],
		["button", "other"],
		["HTTP_in", "other"],
		["schedule", "other"],
	])("tells what switched it off: %s is %s", (source, off_by) => {
		expect(heard(`${PREFIX}/status/switch:1`, { id: 1, source, output: false })).toEqual([
			{ kind: "state", channel: "1", drive: false, armed: false, off_by },
		]);
	});

	test.each([
		["no timer", {}, false],
		["a timer of its own that lasts longer", { timer_started_at: 1626935739, timer_duration: 3600 }, false],
		["the timer that was asked for", { timer_started_at: 1626935739, timer_duration: 60 }, true],
	])("is armed by %s: %j is %p", (_, timer, armed) => {
		const status = { id: 1, source: "button", output: true, ...timer };
		expect(heard(`${PREFIX}/status/switch:1`, status)).toEqual([{ kind: "state", channel: "1", drive: true, armed }]);
	});

	it("reads a refusal with its reason", () => {
		const error = { code: -103, message: "Invalid argument 'toggle_after'!" };
		expect(heard(`${PREFIX}/solar_heating/0/set/rpc`, { id: 4, src: PREFIX, error })).toEqual([
			{ kind: "refused", channel: "0", answers: 4, why: "-103 Invalid argument 'toggle_after'!" },
		]);
	});

	it("takes no answer to the command itself for a state: it is how the output was before", () => {
		expect(heard(`${PREFIX}/solar_heating/0/set/rpc`, { id: 4, src: PREFIX, result: { was_on: true } })).toEqual([]);
	});

	test.each([
		["true", "online"],
		["false", "offline"],
	])("its will %s means %s", (payload, kind) => {
		expect(heard(`${PREFIX}/online`, payload, true)).toEqual([{ kind }]);
	});

	test.each([
		"",
		"null",
		"[]",
		"{}",
		'{"id":1}',
		'{"id":1,"result":null}',
		'{"id":1,"result":{"output":"true"}}',
		'{"result":{"output":true}}',
		'{"id":"1","result":{"output":true}}',
		'{"id":1,"result":{"output":1}}',
	])("%s says nothing", (payload) => {
		expect(heard(`${PREFIX}/solar_heating/0/status/rpc`, payload)).toEqual([]);
	});
});

describe("the address of a Shelly", () => {
	test.each([
		["shellyplus1pm-a8032abe54dc/0", { device: "shellyplus1pm-a8032abe54dc", channel: "0" }],
		["house/boiler/shelly pro/3", { device: "house/boiler/shelly pro", channel: "3" }],
	])("%s is an output", (address, place) => expect(shelly.place(address, "outputs")).toEqual(place));

	test.each([
		"",
		"shelly",
		"shelly/",
		"shelly/8",
		"shelly/00",
		"shelly/-1",
		"/0",
		"a//0",
		"+/0",
		"a/#/0",
		"$SYS/0",
		" a/0",
		"a\0/0",
		"shellyplus1/rpc/0",
		"shellyplus1/status/switch:0/0",
	])("%j is none", (address) => expect(shelly.place(address, "outputs")).toBeUndefined());
});
