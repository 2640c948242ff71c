import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { ALL, lineWords, ROWS } from "#broker/verify/checklist.ts";
import * as drivers from "#drivers/index.ts";
import { ALERT_KINDS } from "#model/findings/alert.ts";
import { FAULT_CODES } from "#model/plant/fault.ts";
import { OUTPUT_ROLES } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { FAILURES, FAMILIES } from "#mqtt/failure.ts";
import { settingFields } from "#rules/settings.ts";
import { known, LANGUAGES, type Language } from "#texts/say.ts";
import { TEXTS as BROKER_DE } from "#words/broker/de.ts";
import { TEXTS as BROKER_EN } from "#words/broker/en.ts";
import { TEXTS as BROKER_SV } from "#words/broker/sv.ts";
import { TEXTS as DE } from "#words/de.ts";
import { TEXTS as EN } from "#words/en.ts";
import { TEXTS as ENGINEER_DE } from "#words/engineer/de.ts";
import { TEXTS as ENGINEER_EN } from "#words/engineer/en.ts";
import { TEXTS as ENGINEER_SV } from "#words/engineer/sv.ts";
import { TEXTS as SV } from "#words/sv.ts";

const ROOT = join(import.meta.dirname, "../..");
const ours = {
	en: { ...EN, ...BROKER_EN, ...ENGINEER_EN },
	sv: { ...SV, ...BROKER_SV, ...ENGINEER_SV },
	de: { ...DE, ...BROKER_DE, ...ENGINEER_DE },
};

/** Every text by its path, such as `configuration/mqtt/fields/host/name`. */
type Texts = ReadonlyMap<string, string>;
const flat = (node: unknown, path = ""): readonly (readonly [string, string])[] =>
	typeof node === "object" && node !== null
		? Object.entries(node).flatMap(([key, child]) => flat(child, path === "" ? key : `${path}/${key}`))
		: [[path, String(node)]];
const textsOf = (language: Language): Texts => new Map(flat(ours[language]));
const TEXTS: Readonly<Record<Language, Texts>> = { en: textsOf("en"), sv: textsOf("sv"), de: textsOf("de") };
const sectionOf = (texts: Texts, section: string) =>
	[...texts.keys()].filter((path) => path.startsWith(`${section}/`)).map((path) => path.slice(section.length + 1));
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

const OTHERS = ["sv", "de"] as const;
const PLACEHOLDER = /\{(\w+)(?::([^}]+))?\}/g;
const placeholders = (text: string) => [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole).sort();

/** What a proof says in words from elsewhere. */
const FRAMES = [
	"finding/options_wrong",
	"finding/options_note",
	"notice/options_note",
	"finding/broker_alert",
	"notice/broker_alert",
	"notice/mqtt_failed",
	"notice/mqtt_service_failed",
	"notice/view_failed",
	"proof/login_not_had",
	"proof/verbatim",
	"proof/cause",
	"proof/mend",
	"proof/mend_at",
	"proof/mend_alone",
	"problem/as_written",
	"broker/from_proof",
	"command/cause",
	"command/intent_field",
	"command/refused",
	"broker/app_fails",
];

/** What the broker's commands say that is the same in every language: words of Mosquitto, and commands. */
const SETTINGS = ["broker/setting", "broker/typed_rotate", "broker/guide.brk-3", "broker/guide.month-1"];

/** Brands, which are the names of the groups of their drivers. */
const BRANDS = ["esphome", "shelly", "tasmota", "zigbee2mqtt"].map((scheme) => `configuration/${scheme}/name`);

const PLACES = ["circuits", "collectors", "sinks", "sources", "tanks"];

/** Texts that are the same words in English and in this language. */
const ALIKE: Readonly<Record<(typeof OTHERS)[number], readonly string[]>> = {
	sv: [
		"configuration/modbus/name",
		"configuration/modbus_buses/fields/id/name",
		"configuration/modbus_points/fields/id/name",
		"configuration/modbus_points/fields/register/name",
		"configuration/mqtt/fields/tls/name",
		"configuration/sensors/fields/id/name",
		"configuration/outputs/fields/id/name",
		...PLACES.map((list) => `configuration/${list}/fields/id/name`),
		"configuration/circuits/fields/pump/name",
		"configuration/collectors/fields/area/name",
		"configuration/tank/name",
		"role/tank",
		"role/tank_layer",
		"role/pool",
		"role/pump",
		"entity/device_ventilation",
		"entity/output",
		"page/broker_host",
		"page/legionella",
		"engineer/moment",
		...["is_pump", "plan_broker", "step_broker"].map((key) => `setup/${key}`),
		"command/label_broker",
		"command/found_value",
		"command/import_unreadable",
		"command/mark_ok",
		"notice/valve_to",
		"command/silence_test_line",
		"command/sim_file",
		"command/sim_unreadable",
		...BRANDS,
		...FRAMES,
		...SETTINGS,
	],
	de: [
		"configuration/modbus/name",
		"configuration/modbus_buses/fields/id/name",
		"configuration/modbus_points/fields/id/name",
		"configuration/modbus_points/fields/register/name",
		"configuration/mqtt/fields/tls/name",
		...["sensors", "outputs", ...PLACES].map((list) => `configuration/${list}/fields/name/name`),
		"entity/output",
		...FRAMES,
		...SETTINGS,
		"page/concern_broker",
		"page/severity_alarm",
		"page/tab_details",
		"engineer/bus",
		"engineer/log",
		"engineer/moment",
		...["plan_broker", "sensor_name", "step_broker"].map((key) => `setup/${key}`),
		"broker/sign_name",
		"command/found_value",
		"command/import_unreadable",
		"command/mark_ok",
		"notice/valve_to",
		"command/silence_test_line",
		"command/sim_file",
		"command/sim_unreadable",
		...BRANDS,
	],
};

describe("the texts", () => {
	it.each(LANGUAGES)("of %s are never empty, nor padded", (language) => {
		const bad = [...TEXTS[language]].filter(
			([, text]) => text.trim() === "" || text !== text.trim() || text === "null",
		);
		expect(bad).toEqual([]);
	});

	it.each(OTHERS)("of %s take the facts that the English ones take, in the same form", (language) => {
		const different = [...TEXTS.en].filter(
			([path, text]) => placeholders(text).join() !== placeholders(TEXTS[language].get(path) ?? "").join(),
		);
		expect(different).toEqual([]);
	});

	it.each(OTHERS)("of %s are English only where the words coincide", (language) => {
		const same = [...TEXTS.en].filter(([path, text]) => TEXTS[language].get(path) === text).map(([path]) => path);
		expect(same.sort()).toEqual([...ALIKE[language]].sort());
	});

	it.each(LANGUAGES)("of %s have one apostrophe, the straight one; Swedish and German words have none", (language) => {
		const wrong = language === "en" ? /\p{L}[’\u02bc]|[’\u02bc]\p{L}/u : /\p{L}['’\u02bc]\p{L}/u;
		expect([...TEXTS[language]].filter(([, text]) => wrong.test(text))).toEqual([]);
	});

	it("use forms that exist: a unit, a time, an id, or another section", () => {
		const forms = new Set(["K", "°C", "value", "time", "id", "measured", "exact", ...Object.keys(EN)]);
		const unknown = [...TEXTS.en.values()].flatMap((text) =>
			[...text.matchAll(PLACEHOLDER)].flatMap(([whole, , form]) =>
				form === undefined || forms.has(form) ? [] : [whole],
			),
		);
		expect(unknown).toEqual([]);
	});
});

/** Keys that are put together of a word and a code. */
const COMPOSED = /^(?:step_\d+$|cannot_|guide\.|mode_|now_|rank_|broker_|proof_|severity_|need_|options_h_|decimal_)/;

describe("every code has its text, and every text its code:", () => {
	test.each([
		["fault", FAULT_CODES],
		["remedy", [...FAULT_CODES, "not_in_group", "login_refused", "too_rare"]],
		["role", [...SENSOR_ROLES, ...OUTPUT_ROLES].filter((role) => role !== "other")],
		["address", Object.values(drivers).map(({ scheme }) => scheme)],
		["setting", settingFields().map(({ path }) => path)],
		[
			"alert",
			[
				...ALERT_KINDS.flatMap((kind) => [`${kind}.happened`, `${kind}.means`, `${kind}.remedy`]),
				...["unknown_address", "several_clients", "unknown_user"],
			],
		],
		["mqtt", Object.keys(FAILURES).flatMap((failure) => [`${failure}.cause`, `${failure}.remedy`])],
	] as const)("%s", (section, codes) => {
		expect(sorted(sectionOf(TEXTS.en, section))).toEqual(sorted(codes));
	});

	it("every state of the broker's connection, on the page", () => {
		const states = ["connected", "connecting", "waiting", "closed", "credentials_required", ...FAMILIES];
		expect(states.filter((state) => !known("page", `broker_${state}`))).toEqual([]);
	});

	it("the guide's lines", () => {
		const lines = [...ROWS.map(([id]) => id), ALL].map((id) => lineWords(id).code);
		const texts = sectionOf(TEXTS.en, "broker").filter((key) => key.startsWith("guide."));
		expect(sorted(texts)).toEqual(sorted(lines));
	});

	// The compiler finds a code without a text, but not a text without a code.
	test.each(["reason", "finding", "notice", "proof", "detail", "problem", "broker", "command", "page", "engineer"])(
		"no text of a %s that nothing gives",
		(section) => {
			const written = globSync("src/**/*.ts", { cwd: ROOT, exclude: ["src/words/**", "src/**/*.texts.ts"] })
				.map((path) => readFileSync(join(ROOT, path), "utf8"))
				.join("");
			const silent = sectionOf(TEXTS.en, section).filter((key) => !written.includes(`"${key}"`));
			expect(silent.filter((key) => !COMPOSED.test(key))).toEqual([]);
		},
	);
});
