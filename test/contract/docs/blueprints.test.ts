import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { componentOf, entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE } from "#home-assistant/shape.ts";
import { HOUSE, ownersPlant } from "../../fakes/owners-plant.ts";
import { repository } from "../../fakes/supervisor/manifest.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = "blueprints/automation/solar_heating";
const FILES = readdirSync(join(ROOT, FOLDER));
const MANUAL = readFileSync(join(ROOT, "DOCS.md"), "utf8");

interface Input {
	readonly name?: string;
	readonly description?: string;
	readonly default?: unknown;
	readonly selector?: Readonly<Record<string, unknown>>;
	readonly input?: Readonly<Record<string, Input>>;
}
interface Blueprint {
	readonly blueprint: {
		readonly name: string;
		readonly description: string;
		readonly domain: string;
		readonly homeassistant: { readonly min_version: string };
		readonly input: Readonly<Record<string, Input>>;
	};
}

const declared = new Set(
	entitiesOf(ownersPlant, "en").map((entity) => String(componentOf(HOUSE, entity, NEWEST_SHAPE)["default_entity_id"])),
);

describe.each(FILES)("the blueprint %s", (file) => {
	const text = readFileSync(join(ROOT, FOLDER, file), "utf8");
	const used: string[] = [];
	const tag = { tag: "!input", resolve: (name: string) => used.push(name) };
	const { blueprint, ...automation } = parse(text, { customTags: [tag] }) as Blueprint;
	const inputs = Object.entries(blueprint.input).flatMap(([key, one]): (readonly [string, Input])[] =>
		one.input === undefined ? [[key, one]] : Object.entries(one.input),
	);

	it("says what it does, and the oldest release it works with", () => {
		expect(blueprint).toMatchObject({
			name: expect.stringMatching(/^(?:Solar Heating|Solvärme|Solarthermie): /),
			description: expect.stringMatching(/^.{80,}$/s),
			domain: "automation",
			homeassistant: { min_version: repository().manifest.homeassistant },
		});
		expect(Object.keys(automation)).toEqual(expect.arrayContaining(["mode", "triggers", "actions"]));
	});

	it("uses each input that it has, and no other", () => {
		expect([...new Set(used)].sort()).toEqual(inputs.map(([key]) => key).sort());
	});

	it("names each input and gives it a selector", () => {
		for (const [, one] of inputs) expect(one).toMatchObject({ name: expect.any(String), selector: expect.any(Object) });
	});

	it("begins with entities that the app declares, where a plant can have them", () => {
		const ids = inputs.flatMap(([, { selector, default: id }]) => (selector?.["entity"] && id ? [String(id)] : []));
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.filter((id) => !declared.has(id))).toEqual([]);
	});

	it("asks for a template nowhere that Home Assistant takes none", () => {
		expect(text).not.toMatch(/\bservice:|platform:|data_template/);
	});

	it("has an address without anything to escape", () => {
		expect(file).toMatch(/^[a-z_]+\.yaml$/);
	});

	it("is told in DOCS.md, with the path to import", () => {
		expect(MANUAL.includes(`/${FOLDER}/${file.replace(/_(?:sv|de)\.yaml$/, ".yaml")}`)).toBe(true);
	});
});

test("every blueprint is there in three languages, and DOCS.md says how they are called", () => {
	const english = FILES.filter((file) => !/_(?:sv|de)\.yaml$/.test(file));
	const all = english.flatMap((file) =>
		["", "_sv", "_de"].map((language) => file.replace(".yaml", `${language}.yaml`)),
	);
	expect(all.sort()).toEqual([...FILES].sort());
	expect(MANUAL).toMatch(/`_sv`.*`_de`/);
});
