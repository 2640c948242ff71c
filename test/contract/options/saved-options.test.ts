import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { fromPage } from "#options/own/merged-own.ts";
import { addonSchema, type Json, jsonOf } from "#options/page/addon-schema.ts";
import { parse } from "#options/parse.ts";
import { root } from "#options/root.ts";
import { repository } from "../../fakes/supervisor/manifest.ts";
import { judged, merged, type Options } from "../../fakes/supervisor/options.ts";
import { isGroup, itemOf, type Schema } from "../../fakes/supervisor/schema-words.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "test/fixtures/options");
const KINDS = ["first_save", "least", "most", "owner", "untouched"];

const { manifest } = repository();
const { version: upcoming }: { version: string } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
const saved = (file: string): Options => JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
/** What the Supervisor says at an update and at every start: saved options over today's defaults. */
const said = (options: Options, schema = manifest.schema, defaults: Options = manifest.options) =>
	judged(schema, merged(defaults, options), "Solar Heating");

describe.each(files)("what an owner saved as %s", (file) => {
	const options = saved(file);

	// #taken-supervisor-today-schema
	it("is taken by the Supervisor with today's schema, every option of it", () => {
		const answer = said(options);
		expect(answer.valid && fromPage(answer.options)).toEqual(merged(manifest.options, options));
	});

	it("is taken by the app", () => {
		const parsed = parse(merged(manifest.options, options));
		expect(parsed.kind === "invalid" ? parsed.problems : []).toEqual([]);
	});

	it("means what was saved, not a default", () => {
		expect(parse(merged(manifest.options, options))).toMatchObject({ kind: "valid", options });
	});
});

describe("the saved options of a release", () => {
	test("are five files each, of every version that CHANGELOG.md tells of", () => {
		const told = [...readFileSync(join(ROOT, "CHANGELOG.md"), "utf8").matchAll(/^## (\d\S*)/gm)].map(([, v]) => v);
		expect(told).toContain(upcoming);
		expect([...files].sort()).toEqual(told.flatMap((v) => KINDS.map((kind) => `${v}.${kind}.json`)).sort());
	});

	const offered = manifest.image !== undefined && manifest.version === upcoming;

	test.each(["most", "least"])("set every option there is, as %s, while the release is not offered yet", (kind) => {
		expect(offered ? [] : missing(addonSchema(root), saved(`${upcoming}.${kind}.json`))).toEqual([]);
	});

	test.each([
		["most", ({ maximum }: Json) => maximum],
		["least", ({ minimum }: Json) => minimum],
	] as const)("stand at the edges of all ranges, as %s, while the release is not offered yet", (kind, edge) => {
		expect(offered ? [] : within(jsonOf(root), edge, saved(`${upcoming}.${kind}.json`))).toEqual([]);
	});
});

/** An option that another one keeps from its edge. */
const KEPT_OFF = ["solar_charging.start_at", "circuits[].solar_charging_start_at"];

/** Paths of numbers that are not at this edge of their range. */
function within(json: Json, edge: (json: Json) => number | undefined, value: unknown, path = ""): readonly string[] {
	const { items } = json;
	if (items && Array.isArray(value)) return [...new Set(value.flatMap((one) => within(items, edge, one, `${path}[]`)))];
	if (json.properties && typeof value === "object" && value !== null) {
		const group = value as Readonly<Record<string, unknown>>;
		return Object.entries(json.properties).flatMap(([key, child]) =>
			within(child, edge, group[key], path === "" ? key : `${path}.${key}`),
		);
	}
	return typeof value !== "number" || edge(json) === value || KEPT_OFF.includes(path) ? [] : [path];
}

/** Paths of the schema that no item of these options sets. */
function missing(schema: Schema, value: unknown, path = ""): readonly string[] {
	const item = itemOf(schema);
	if (item !== undefined) {
		const left = (Array.isArray(value) ? value : []).map((one) => missing(item, one, `${path}[]`));
		return (left[0] ?? [path]).filter((lacking) => left.every((one) => one.includes(lacking)));
	}
	if (!isGroup(schema)) return value === undefined ? [path] : [];
	const group = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	return Object.entries(schema).flatMap(([key, one]) => missing(one, group[key], path === "" ? key : `${path}.${key}`));
}

describe("a change of the options that owners cannot take is found:", () => {
	const owners = saved("0.1.0.owner.json");
	const item = (extra: Schema) => ({ ...manifest.schema, sensors: [{ ...sensorOf(manifest.schema), extra }] });

	// #new-required-key-item
	test("a new required key in an item of a list, since defaults do not reach there", () => {
		expect(said(owners, item("str"))).toMatchObject({ valid: false });
		expect(said(owners, item("str?"))).toMatchObject({ valid: true });
	});

	test("a new group or a new required option without a default", () => {
		const schema = { ...manifest.schema, group_of_tomorrow: { hold_for: "int(1,60)?" } };
		expect(said(owners, schema)).toMatchObject({ valid: false });
		expect(said(owners, schema, { ...manifest.options, group_of_tomorrow: {} })).toMatchObject({ valid: true });
		expect(said(owners, { ...manifest.schema, other: "str" })).toMatchObject({ valid: false });
	});

	test("a narrower range, and a choice less", () => {
		const everything = saved("0.1.0.most.json");
		expect(said(everything, { ...manifest.schema, turn: "float(0.1,10)" })).toMatchObject({ valid: false });
		expect(said(everything, { ...manifest.schema, log_level: "list(debug|info)" })).toMatchObject({ valid: false });
	});

	test("an option that is gone: its value falls away", () => {
		const { tank: _, ...schema } = manifest.schema;
		const judgement = said(owners, schema);
		expect(judgement.valid && judgement.options).not.toHaveProperty("tank");
	});
});

function sensorOf(schema: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
	const item = schema["sensors"] === undefined ? undefined : itemOf(schema["sensors"]);
	if (item === undefined || !isGroup(item)) throw new TypeError("sensors is a list of groups");
	return item;
}
