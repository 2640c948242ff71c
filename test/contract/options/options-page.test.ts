import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import * as drivers from "#drivers/index.ts";
import { groupName } from "#options/entries/driver-options.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { type Json, jsonOf } from "#options/page/addon-schema.ts";
import { type AddonText, type AddonTexts, addonTexts } from "#options/page/addon-texts.ts";
import { allowed } from "#options/page/allowed.ts";
import { root } from "#options/root.ts";
import * as rules from "#rules/index.ts";
import { LANGUAGES } from "#texts/say.ts";
import { TEXTS as DE } from "#words/de.ts";
import { TEXTS as EN } from "#words/en.ts";
import { TEXTS as SV } from "#words/sv.ts";
import { repository } from "../../fakes/supervisor/manifest.ts";
import { judged } from "../../fakes/supervisor/options.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** Of all options: those that the app keeps itself are shown with them on its own page. */
const written = (language: keyof typeof WRITTEN): AddonTexts =>
	addonTexts(root, WRITTEN[language].configuration, language);
const WRITTEN = { en: EN, sv: SV, de: DE } as const;
/** As Home Assistant has them. */
const translated = (language: string): AddonTexts =>
	parse(readFileSync(join(ROOT, "translations", `${language}.yaml`), "utf8")).configuration;

interface Shown {
	readonly path: string;
	readonly json: Json;
	readonly text: AddonText | undefined;
}
const innerOf = (json: Json) => json.properties ?? json.items?.properties ?? {};
/** Every group, list and field of the page with its text. */
const shown = (json: Json, texts: AddonTexts | undefined, path = ""): readonly Shown[] =>
	Object.entries(innerOf(json)).flatMap(([key, child]) => {
		const one = { path: path === "" ? key : `${path}.${key}`, json: child, text: texts?.[key] };
		return [one, ...shown(child, one.text?.fields, one.path)];
	});
const page = jsonOf(root);

describe.each(LANGUAGES)("the options page in %s", (language) => {
	const all = shown(page, written(language));
	const wrong = (bad: (s: Shown & { readonly text: AddonText }) => boolean) =>
		all.filter((s) => s.text !== undefined && bad({ ...s, text: s.text })).map(({ path, text }) => [path, text]);

	// #name-description-every-group
	it("has a name and a description for every group, list, field, and field of a list's item", () => {
		expect(all.length).toBeGreaterThan(60);
		expect(all.filter(({ text }) => !text?.name || !text.description).map(({ path }) => path)).toEqual([]);
	});

	it("has in Home Assistant the texts of what it asks for there, and of all else where to set it", () => {
		const here = translated(language);
		expect(Object.keys(here)).toEqual(Object.keys(root.shape));
		for (const [key, text] of Object.entries(written(language)))
			if (ON_PAGE.has(key)) expect(here[key]).toEqual(text);
			else
				expect([here[key]?.name, here[key]?.fields, here[key]?.description]).toEqual([
					text.name,
					undefined,
					expect.stringContaining("JSON"),
				]);
	});

	it("has no text of an option that is not there", () => {
		const known = new Set(all.map(({ path }) => path));
		const texts = (fields: AddonTexts, path = ""): readonly string[] =>
			Object.entries(fields).flatMap(([key, text]) => {
				const here = path === "" ? key : `${path}.${key}`;
				return [here, ...texts(text.fields ?? {}, here)];
			});
		expect(texts(written(language)).filter((path) => !known.has(path))).toEqual([]);
	});

	it("shows names as words, never as keys", () => {
		expect(wrong(({ text }) => !/^[\p{Lu}\d][^_{}]*$/u.test(text.name))).toEqual([]);
	});

	it("says each range and default as the schema has it, as the description's last sentence, and nowhere else", () => {
		const sentence = ({ json }: Shown) => allowed(json, language);
		expect(all.filter((s) => sentence(s) !== "").length).toBeGreaterThan(40);
		expect(wrong((s) => !(s.text.description ?? "").endsWith(sentence(s)))).toEqual([]);
		const word = allowed({ maximum: 1 }, language).split(" ")[0] ?? "";
		expect(word).toMatch(/:$/);
		const times = ({ text }: Shown) => (text?.description ?? "").split(word).length - 1;
		expect(wrong((s) => times(s) !== (sentence(s).startsWith(word) ? 1 : 0))).toEqual([]);
	});

	it("explains every value of a choice but those that say it themselves", () => {
		const plain = ["language", "sensors.unit"];
		const silent = all.flatMap(({ path, json, text }) =>
			(plain.includes(path) ? [] : (json.enum ?? []))
				.filter((value) => !new RegExp(`\\b${value}\\b`).test(text?.description ?? ""))
				.map((value) => `${path}: ${value}`),
		);
		expect(silent).toEqual([]);
	});

	it("is short enough to be read: names of a line, descriptions of a paragraph", () => {
		expect(wrong(({ text }) => text.name.length > 50 || (text.description ?? "").length > 400)).toEqual([]);
	});

	it("ends every description as a sentence, and begins it as one", () => {
		// A description that begins with a value of the choice begins as that value does.
		const begins = /^(?:[\p{Lu}\d]|[a-z_]+(?: \([^)]+\))?: )/u;
		expect(wrong(({ text }) => !/[.]$/.test(text.description ?? "") || !begins.test(text.description ?? ""))).toEqual(
			[],
		);
	});
});

describe("the order of the options page", () => {
	const keys = Object.keys(root.shape);
	const precedes = (a: string, b: string) => keys.indexOf(a) < keys.indexOf(b);

	it("begins with what an owner meets first: language, sensors, outputs, broker", () => {
		expect(keys.slice(0, 4)).toEqual(["language", "sensors", "outputs", "mqtt"]);
	});

	it("has every rule and every driver that can be set", () => {
		const settable = [
			...Object.values(rules).map((r) => [r.id, r.options] as const),
			...Object.values(drivers).map((d) => [groupName(d), d.options] as const),
		].filter(([, { shape }]) => Object.keys(shape).length > 0);
		expect(keys).toEqual(expect.arrayContaining(settable.map(([key]) => key)));
	});

	it("has charging before the protections, and what is for looking around and for faults at the end", () => {
		expect(keys.filter((key) => precedes(key, "system_mode"))).toEqual([
			...["language", "sensors", "outputs", "mqtt", "tank", "heater", "energy", "preset"],
			...["solar_charging", "tank_limit", "collector_cooling", "boil_stop", "night_cooling", "manual"],
			...["anti_seize", "boiler_charging", "circulation", "drain_back", "flow_control", "frost_guard"],
			...[
				"heat_dump",
				"heater_control",
				"legionella",
				"forecast_cooling",
				"holiday",
				"overheat_cooling",
				"return_preheating",
				"start_delay",
				"store_exchange",
			],
			...["store_priority", "system_cooling", "target_charging", "tube_kick"],
			...["collectors", "tanks", "sources", "sinks", "circuits"],
		]);
		expect(precedes("one_wire", "simulated") && precedes("usb_relay", "simulated")).toBe(true);
		expect(keys.slice(-2)).toEqual(["turn", "log_level"]);
	});

	it("groups one level deep, and never puts a list into an item of a list", () => {
		const deep = shown(page, undefined).filter(
			({ path, json }) => path.includes(".") && (json.properties !== undefined || json.items !== undefined),
		);
		expect(deep.map(({ path }) => path)).toEqual([]);
	});
});

describe("what Home Assistant asks for", () => {
	const { options, schema } = repository().manifest;

	// #seven-to-begin-with
	it("is what a beginner needs first: seven entries; all else is accepted, and not shown while it is not set", () => {
		expect(Object.keys(options)).toEqual(["language", "sensors", "outputs", "mqtt", "tank", "heater", "log_level"]);
		expect(Object.keys(schema)).toEqual(Object.keys(root.shape));
		const rest = Object.entries(schema).filter(([key]) => !Object.hasOwn(options, key));
		expect(rest.filter(([, word]) => typeof word !== "string" || !word.endsWith("?"))).toEqual([]);
	});

	it("takes the user's own options alone, of which only groups and lists have to be there", () => {
		const frame = { sensors: [], outputs: [], mqtt: {}, tank: {}, heater: {} };
		expect(judged(schema, frame, "Solar Heating")).toEqual({ valid: true, options: frame });
		expect(judged(schema, {}, "Solar Heating")).toMatchObject({ valid: false });
	});
});
