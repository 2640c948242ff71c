import { describe, expect, it, test } from "@jest/globals";
import { changeSetting } from "#control/settings.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { parse } from "#options/parse.ts";
import { settingsOf } from "#options/plant/plant-of.ts";
import * as rules from "#rules/index.ts";
import { toldProblem } from "#texts/say.ts";
import { BOARD, owner } from "../../options/plants.ts";

const OTHERS = ["sv", "de"] as const;

const problemsOf = (raw: unknown): readonly Problem[] => {
	const parsed = parse(raw);
	return parsed.kind === "valid" ? [] : parsed.problems;
};
const SOURCE = "one_wire:28-0123456789ab";
const sensor = (changes: object) => ({ id: "collector", role: "collector", source: SOURCE, ...changes });
const output = (changes: object) => ({ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1`, ...changes });
const sensors = (...changes: readonly object[]) => owner({ sensors: changes.map(sensor), outputs: [] });
const outputs = (...changes: readonly object[]) => owner({ sensors: [], outputs: changes.map(output) });
const other = { role: "other", source: "one_wire:28-0123456789ff", target: `usb_relay:${BOARD}/2` };
const SPEED = "simulated:pump_speed";
const charging = (changes: object) => owner({ solar_charging: changes });
const mqtt = (changes: object) => owner({ mqtt: changes });
const many = Array.from({ length: 65 }, (_, n) =>
	sensor({ id: `s${n}`, role: "other", source: `one_wire:28-${n.toString(16).padStart(12, "0")}` }),
);
const DRIVERS = { drivers: "gpio: ha: megabas: modbus: mqtt: one_wire: rtd: simulated: vbus:" };

/** What was typed, where that is, the code and the facts. */
const BAD: readonly (readonly [string, unknown, string, string, Facts])[] = [
	["nothing at all", undefined, "options", "missing", { kind: "object" }],
	["a list for everything", [], "options", "wrong_kind", { kind: "object", got: "array" }],
	[
		"a number with its unit",
		charging({ start_at: "8,5 K" }),
		"solar_charging.start_at",
		"number_so",
		{ number: "8.5" },
	],
	["a number with another unit", charging({ start_at: "8 °C" }), "solar_charging.start_at", "number_in", { unit: "K" }],
	[
		"a number with a unit of none",
		outputs({ starts_per_hour: "3 Mal" }),
		"outputs[0].starts_per_hour",
		"number_alone",
		{},
	],
	[
		"a text for a number",
		charging({ start_at: "warm" }),
		"solar_charging.start_at",
		"wrong_kind",
		{ kind: "number", got: "string" },
	],
	[
		"a part of a whole number",
		owner({ history: { days: 1.5 } }),
		"history.days",
		"wrong_kind",
		{ kind: "int", got: "number" },
	],
	["a number for a text", mqtt({ host: 7 }), "mqtt.host", "wrong_kind", { kind: "string", got: "int" }],
	[
		"a number for a switch",
		owner({ night_cooling: { enabled: 1 } }),
		"night_cooling.enabled",
		"wrong_kind",
		{ kind: "boolean", got: "int" },
	],
	["a text for a list", owner({ sensors: "all" }), "sensors", "wrong_kind", { kind: "array", got: "string" }],
	["a list for a group", owner({ tank: [360] }), "tank", "wrong_kind", { kind: "object", got: "array" }],
	["nothing for a group", owner({ tank: null }), "tank", "wrong_kind", { kind: "object", got: "null" }],
	["no source", sensors({ source: undefined }), "sensors[0].source", "missing", { kind: "string" }],
	[
		"too little",
		charging({ start_at: 0.5, stop_at: -1 }),
		"solar_charging.start_at",
		"too_small",
		{ min: 1, unit: "K" },
	],
	["too much", owner({ turn: 61 }), "turn", "too_big", { max: 60, unit: "s" }],
	["too much without a unit", mqtt({ port: 70000 }), "mqtt.port", "too_big", { max: 65535 }],
	["too much in a list's item", sensors({ offset: 10.5 }), "sensors[0].offset", "too_big", { max: 10, unit: "K" }],
	["a negative range", owner({ site: { latitude: -90.5 } }), "site.latitude", "too_small", { min: -90, unit: "°" }],
	["a long text", mqtt({ host: "a".repeat(254) }), "mqtt.host", "too_long", { max: 253 }],
	["a long list", owner({ sensors: many, outputs: [] }), "sensors", "too_many", { max: 64 }],
	["a word that is no choice", owner({ system_mode: "on" }), "system_mode", "no_choice", { choices: "auto, off" }],
	["another language", owner({ language: "fi" }), "language", "no_choice", { choices: "auto, en, sv, de" }],
	["an unknown option", owner({ solar: 1 }), "solar", "no_such_option", {}],
	["an unknown field", charging({ start: 8 }), "solar_charging.start", "no_such_option", {}],
	["a bad id", sensors({ id: "Tank 1" }), "sensors[0].id", "id_form", {}],
	["a bad topic", mqtt({ base_topic: "solar/#" }), "mqtt.base_topic", "topic_form", {}],
	["half a certificate", mqtt({ tls: true, cert: "/c" }), "mqtt.key", "cert_and_key", {}],
	["a certificate without TLS", mqtt({ ca: "/ca" }), "mqtt.tls", "only_with_tls", {}],
	["an unknown driver", sensors({ source: "pigeon:7" }), "sensors[0].source", "unknown_driver", DRIVERS],
	[
		"a sensor's number alone",
		sensors({ source: "28-0123456789AB" }),
		"sensors[0].source",
		"meant",
		{ meant: "one_wire:28-0123456789AB" },
	],
	[
		"outputs where there are none",
		outputs({ target: SOURCE }),
		"outputs[0].target",
		"no_outputs",
		{ scheme: "one_wire" },
	],
	[
		"sensors where there are none",
		sensors({ source: `usb_relay:${BOARD}/1` }),
		"sensors[0].source",
		"no_sensors",
		{ scheme: "usb_relay" },
	],
	[
		"a bus that is not in its list",
		sensors({ source: "modbus:house/1/r4dcb08-1" }),
		"sensors[0].source",
		"not_listed",
		{ list: "modbus_buses", entry: "house" },
	],
	[
		"a number that no unit of a serial line has",
		{
			...sensors({ source: "modbus:house/248/r4dcb08-1" }),
			modbus_buses: [{ id: "house", at: "/dev/serial/by-id/usb-A" }],
		},
		"sensors[0].source",
		"unit_on_serial",
		{ unit: 248, most: 247 },
	],
	[
		"a relay card that is listed twice",
		{
			...outputs({ target: "relind:2/1" }),
			relind_cards: [
				{ stack: 2, board: "4_relays" },
				{ stack: 2, board: "8_relays" },
			],
		},
		"outputs[0].target",
		"stack_twice",
		{ stack: 2 },
	],
	["a bad address", sensors({ source: "one_wire:9" }), "sensors[0].source", "address_form", { scheme: "one_wire" }],
	[
		"a relay too many",
		outputs({ target: `usb_relay:${BOARD}/9` }),
		"outputs[0].target",
		"address_form",
		{ scheme: "usb_relay" },
	],
	[
		"a simulated nothing",
		sensors({ source: "simulated:moon" }),
		"sensors[0].source",
		"address_form",
		{ scheme: "simulated" },
	],
	["a sensor's id twice", sensors({}, { ...other, id: "collector" }), "sensors[1].id", "sensor_id_taken", {}],
	["a sensor's role twice", sensors({}, { id: "b", source: other.source }), "sensors[1].role", "sensor_role_taken", {}],
	["two sensors on one source", sensors({}, { id: "b", role: "other" }), "sensors[1].source", "source_taken", {}],
	["an output's id twice", outputs({}, { ...other, id: "pump" }), "outputs[1].id", "output_id_taken", {}],
	[
		"an output's role twice",
		outputs({}, { id: "b", target: other.target }),
		"outputs[1].role",
		"output_role_taken",
		{},
	],
	["two outputs on one relay", outputs({}, { id: "b", role: "other" }), "outputs[1].target", "target_taken", {}],
	[
		"an output called like a sensor",
		owner({ sensors: [sensor({})], outputs: [output({ id: "collector" })] }),
		"outputs[0].id",
		"id_of_a_sensor",
		{},
	],
	["an id of an entity", sensors({ id: "mode" }), "sensors[0].id", "id_reserved", { name: "mode" }],
	["an id with an ending", sensors({ id: "roof_fault" }), "sensors[0].id", "id_ending", { ending: "_fault" }],
	[
		"an id with the device's name",
		sensors({ id: "solar_heating" }),
		"sensors[0].id",
		"id_of_device",
		{ name: "solar_heating" },
	],
	[
		"boards that look alike",
		outputs({ target: "usb_relay:/dev/a-b/1" }, { ...other, id: "b", target: "usb_relay:/dev/a_b/1" }),
		"outputs[1].target",
		"devices_alike",
		{ device: "/dev/a-b" },
	],
	["an exclusion of itself", outputs({ excludes: "pump" }), "outputs[0].excludes", "excludes_itself", {}],
	["an exclusion of nothing", outputs({ excludes: "fan" }), "outputs[0].excludes", "excludes_nothing", {}],
	[
		"an exclusion of each other",
		outputs({ excludes: "b" }, { ...other, id: "b", excludes: "pump" }),
		"outputs[0].excludes",
		"exclude_each_other",
		{},
	],
	["a level of a relay", outputs({ min: 30 }), "outputs[0].min", "switch_without_levels", {}],
	["a level of a valve", outputs({ role: "valve", step: 10 }), "outputs[0].step", "valve_without_levels", {}],
	["a travel time of a pump", outputs({ travel: 60 }), "outputs[0].travel", "travel_of_valve", {}],
	["a contact of a level", outputs({ target: SPEED, wiring: "nc" }), "outputs[0].wiring", "wiring_of_level", {}],
	[
		"a least level over the most",
		outputs({ target: SPEED, min: 60, max: 40 }),
		"outputs[0].min",
		"min_above_max",
		{ max: 40 },
	],
	[
		"a step that misses a level",
		outputs({ target: SPEED, min: 35, step: 10 }),
		"outputs[0].step",
		"step_divides",
		{ level: 35 },
	],
	[
		"a target over the maximum",
		owner({ tank_limit: { target: 80, maximum: 70 } }),
		"tank_limit.maximum",
		"above_other",
		{ other: "target" },
	],
	[
		"a release over the stop",
		owner({ boil_stop: { stop_at: 120, release_below: 130 } }),
		"boil_stop.release_below",
		"below_other",
		{ other: "stop_at" },
	],
	[
		"a stop beside the start",
		charging({ start_at: 8, stop_at: 7.5 }),
		"solar_charging.stop_at",
		"below_other_by",
		{ other: "start_at", by: 1 },
	],
];

describe("what is wrong with options", () => {
	test.each(BAD)("has its code and facts: %s", (_, raw, path, code, facts) => {
		const told = problemsOf(raw).map((one) => toldProblem("en", one));
		expect(told.find((one) => one.path === path)).toMatchObject({ code, facts });
		expect(told.find((one) => one.path === path)?.facts).toEqual(facts);
	});

	describe.each(OTHERS)("is told in %s", (language) => {
		test.each(BAD)("without the English sentence, and with every fact: %s", (_, raw, path, __, facts) => {
			const found = problemsOf(raw).find((one) => one.path === path);
			if (found === undefined) throw new Error(`Nothing is wrong with ${path}.`);
			const [english, told] = [toldProblem("en", found), toldProblem(language, found)];
			expect(told.remedy).not.toBe(english.remedy);
			expect(told.remedy).toMatch(/^\S.*\.$/);
			expect(told.remedy).not.toMatch(/[{}?]/);
			expect([...wordsOf(told.remedy)].filter((word) => ENGLISH.has(word))).toEqual([]);
			if (typeof found.value !== "string") expect(told.value).not.toBe(english.value);
			for (const [name, fact] of Object.entries(facts))
				if (!IN_WORDS.has(name)) expect(told.remedy).toContain(String(fact));
		});
	});

	it("is measured as the language writes numbers", () => {
		const [turn] = problemsOf(owner({ turn: 0 }));
		expect(
			turn && [toldProblem("en", turn).remedy, toldProblem("sv", turn).remedy, toldProblem("de", turn).remedy],
		).toEqual(["Give 0.1 s or more.", "Ange 0,1 s eller mer.", "0,1 s oder mehr angeben."]);
	});

	it("is told of a setting that is changed at run time in the same words", () => {
		const parsed = parse({});
		if (parsed.kind === "invalid") throw new Error("defaults are valid");
		const changed = changeSetting(Object.values(rules), settingsOf(parsed.options), "solar_charging", "start_at", 41);
		const refused = changed.kind === "refused" ? toldProblem("de", changed.problem) : undefined;
		expect(refused).toMatchObject({
			code: "too_big",
			facts: { max: 40, unit: "K" },
			remedy: "40 K oder weniger angeben.",
		});
	});
});

/** Said by a text of their own, or only for scripts. */
const IN_WORDS: ReadonlySet<string> = new Set(["kind", "got", "unit"]);
/** Small words that English sentences cannot do without, and that neither Swedish nor German has. */
const ENGLISH: ReadonlySet<string> = new Set(
	"the of is are not with this there here give choose use keep or and has already another needed more less from must".split(
		" ",
	),
);
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
