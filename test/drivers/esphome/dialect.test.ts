import { describe, expect, it, test } from "@jest/globals";
import { EsphomeDialect } from "#drivers/esphome/dialect.ts";
import { esphome } from "#drivers/esphome/esphome.ts";
import { percent, seconds } from "#model/quantities/units.ts";

const T = seconds(60);
const node = () => new EsphomeDialect("solar-node", ["switch/relay", "level/pump"]);
const says = (dialect: EsphomeDialect, topic: string, payload: unknown) =>
	dialect.heard({ topic, payload: JSON.stringify(payload), retained: false }, T);

/** The topics of packaging/esphome/solar-node.yaml. */
describe("the topics of the ESPHome package", () => {
	test.each([
		["switch/relay", true, { n: 5, level: 100, for: 60 }],
		["switch/relay", false, { n: 5, level: 0, for: 0 }],
		["level/pump", percent(63), { n: 5, level: 63, for: 60 }],
		["level/pump", percent(0), { n: 5, level: 0, for: 0 }],
	])("set %s to %p", (channel, drive, payload) => {
		const [only] = node().command(channel, drive, T, 5);
		expect([only?.topic, JSON.parse(only?.payload ?? "")]).toEqual([`solar-node/${channel}/set`, payload]);
	});

	it("tell a state with the number of the command, and the time that is left", () => {
		const dialect = node();
		expect(says(dialect, "solar-node/level/pump/state", { n: 5, level: 63, left: 60, boot: 7 })).toEqual([
			{ kind: "state", channel: "level/pump", drive: 63, armed: true, left: 60, answers: 5 },
		]);
		expect(says(dialect, "solar-node/switch/relay/state", { n: 0, level: 0, left: 0, boot: 7 })).toEqual([
			{ kind: "state", channel: "switch/relay", drive: false, armed: false, off_by: "timer" },
		]);
		expect(says(dialect, "solar-node/switch/relay/state", { n: 9, level: 0, left: 0, boot: 7 })).toEqual([
			{ kind: "state", channel: "switch/relay", drive: false, armed: false, answers: 9, off_by: "other" },
		]);
	});

	it("tell a new boot", () => {
		const dialect = node();
		says(dialect, "solar-node/switch/relay/state", { n: 1, level: 100, left: 60, boot: 7 });
		expect(says(dialect, "solar-node/switch/relay/state", { n: 0, level: 0, left: 0, boot: 8 })[0]).toEqual({
			kind: "booted",
		});
	});

	test.each([{}, { level: "63" }, { level: 101 }, { level: -1 }, { level: Number.NaN }, [], null, "ON"])(
		"%j says nothing",
		(payload) => expect(says(node(), "solar-node/level/pump/state", payload)).toEqual([]),
	);
});

describe("the address of an ESPHome output", () => {
	test.each([
		["solar-node/switch/relay", "switch", { device: "solar-node", channel: "switch/relay" }],
		["house/solar-node/level/pump", "level", { device: "house/solar-node", channel: "level/pump" }],
	])("%s is a %s", (address, sets, place) => {
		expect(esphome.place(address, "outputs")).toEqual(place);
		expect(esphome.sets?.(address)).toBe(sets);
	});

	test.each([
		"",
		"solar-node",
		"solar-node/relay",
		"switch/relay",
		"solar-node/switch/",
		"solar-node/switch/Relay",
		"+/switch/a",
	])("%j is none", (address) => expect(esphome.place(address, "outputs")).toBeUndefined());
});
