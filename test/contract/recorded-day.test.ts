import { beforeAll, describe, expect, test } from "@jest/globals";
import { between, differences, keep } from "./recorded-day/compare.ts";
import { type Known, marked } from "./recorded-day/marks.ts";
import { recordedAnew } from "./recorded-day/record.ts";

/**
 * Everything that others script against, as it was recorded: topics and payloads, discovery with every id, subscriptions, log
 * codes with their facts, JSON of commands, socket and page, exit codes, options and flags with their defaults.
 * `RECORD=1 npm test -- test/contract/recorded-day` records it anew; CONTRIBUTING.md says when that is right.
 */
describe("a day of the whole product is the recorded one:", () => {
	let now: ReadonlyMap<string, readonly string[]> = new Map();
	beforeAll(async () => {
		now = await recordedAnew();
		if (process.env["RECORD"]) keep(now);
	}, 600_000);

	// #what-others-script-against
	test.each([
		["what is published", "mqtt.txt"],
		["what Home Assistant is told of the device", "discovery.txt"],
		["how the app connects, its will, and what it listens to", "connections.txt"],
		["what is logged: codes and facts", "log.txt"],
		["what commands, socket and page answer, and exit codes", "answers.txt"],
		["the manifest: options and their defaults", "options.txt"],
		["commands, their flags and defaults", "commands.txt"],
	])("%s", (_, file) => {
		expect(differences(file, now.get(file) ?? [])).toBe("");
	});
});

describe("the marks of a recording", () => {
	const known: Known = {
		version: "1.2.3",
		user: "anna",
		ports: new Map([[4711, "<broker port>"]]),
		folders: [["/tmp/house-x", "<folder>"]],
	};

	test.each([
		[{ text: "The pump is on." }, { text: "<sentence>" }],
		[{ text: "" }, { text: "" }],
		[{ cause: "Nothing answers." }, { cause: "<sentence>" }],
		[{ since: "2026-06-21T05:00:00Z" }, { since: "<time>" }],
		[{ sw_version: "1.2.3" }, { sw_version: "<version>" }],
		[{ actor: "anna" }, { actor: "<user>" }],
		[{ port: 4711 }, { port: "<broker port>" }],
		[{ url: "http://127.0.0.1:4711/" }, { url: "http://127.0.0.1:<broker port>/" }],
		[{ from: "/tmp/house-x/options.json" }, { from: "<folder>/options.json" }],
		["solar_heating_recorded1_0123abcd", "solar_heating_recorded1_<random>"],
	])("stand for what differs: %j", (said, recorded) => {
		expect(marked(said, known)).toEqual(recorded);
	});

	test.each([
		{ unique_id: "solar_heating_recorded1_pump", default_entity_id: "switch.solar_heating_pump" },
		{ state_topic: "solar/recorded1/pump", device_class: "problem", options: ["idle", "off"], max: 40 },
		{ code: "sensor_broken", cause: "ECONNREFUSED", remedy: "options_unreadable", severity: "alarm", port: 1883 },
		{ ok: true, facts: { gain: 8, stop_at: 4 }, version: "2.0.11", min_version: "1.2.3", left: 3600 },
		"solar_heating_recorded1_mode",
		"OFF",
	])("leave alone what is contract: %j", (said) => {
		expect(marked(said, known)).toEqual(said);
	});
});

describe("the comparison of a recording", () => {
	const recorded = ["a", "\tx = 1", "b", "\tx = 1"];
	test.each([
		["nothing", ["a", "\tx = 1", "b", "\tx = 1"], []],
		["a line that is another", ["a", "\tx = 1", "b", "\tx = 2"], ["- b: x = 1", "+ b: x = 2"]],
		["a line that is gone", ["a", "b", "\tx = 1"], ["- a: x = 1"]],
		["a line that came twice", ["a", "\tx = 1", "b", "\tx = 1", "\tx = 1"], ["+ b: x = 1"]],
		["another order", ["b", "\tx = 1", "a", "\tx = 1"], ["another order from: b"]],
	])("finds %s", (_, now, found) => {
		expect(between(recorded, now)).toEqual(found);
	});
});
