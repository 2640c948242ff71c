import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { dashboardOf } from "#home-assistant/dashboard/dashboard.ts";
import { yamlOf } from "#home-assistant/dashboard/yaml.ts";
import { componentOf, entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE, OLDEST_SHAPE } from "#home-assistant/shape.ts";
import type { Plant } from "#model/plant/plant.ts";
import { LANGUAGES } from "#texts/say.ts";
import { HOUSE, output, ownersPlant, plantWith, sensor } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";

type Plain = Readonly<Record<string, unknown>>;

const small = { ...ownersPlant, outputs: ownersPlant.outputs.slice(0, 1) };
const PLANTS: Readonly<Record<string, Plant>> = {
	owner: ownersPlant,
	small,
	wide: widePlant(2, 2),
	widest: widePlant(4, 4),
};
const CASES = Object.entries(PLANTS).flatMap(([name, plant]) =>
	LANGUAGES.flatMap((language) =>
		[NEWEST_SHAPE, OLDEST_SHAPE].map(
			(shape) => [name, language, shape.moments ? "newest" : "oldest", plant, shape] as const,
		),
	),
);
/** Cards and features that every promised release of Home Assistant has. */
const CARDS = ["grid", "heading", "markdown", "tile", "history-graph", "statistics-graph"];
const FEATURES = [
	"toggle",
	"numeric-input",
	"select-options",
	"bar-gauge",
	"water-heater-operation-modes",
	"target-temperature",
];

/** Every map in it, with the cards that it is in. */
const within = (value: unknown, inside: readonly Plain[] = []): readonly (readonly [Plain, readonly Plain[]])[] => {
	if (Array.isArray(value)) return value.flatMap((one) => within(one, inside));
	if (typeof value !== "object" || value === null) return [];
	const here = value as Plain;
	return [[here, inside] as const, ...Object.values(here).flatMap((one) => within(one, [...inside, here]))];
};
const typed = (made: unknown) => within(made).filter(([one]) => typeof one["type"] === "string");

describe.each(CASES)("the dashboard of a plant (%s, %s, %s)", (_, language, __, plant, shape) => {
	const house = { ...HOUSE, language };
	const made = dashboardOf(house, plant, shape);
	const declared = new Map(
		entitiesOf(plant, language, house).map((entity) => {
			const component = componentOf(house, entity, shape) as unknown as Plain;
			return [String(component["default_entity_id"]), component] as const;
		}),
	);
	const ids = within(made).flatMap(([one, inside]) =>
		[one["entity"], one["entity_id"]].flatMap((id) =>
			typeof id === "string" ? [{ id, cards: [...inside, one] }] : [],
		),
	);

	it("names only entities that the app declares", () => {
		expect(ids.length).toBeGreaterThan(10);
		expect(ids.filter(({ id }) => !declared.has(id))).toEqual([]);
	});

	it("names the same ids in its templates", () => {
		const inText = within(made).flatMap(([{ content }]) => [...String(content).matchAll(/'([a-z_]+\.[a-z0-9_]+)'/g)]);
		expect(inText.length).toBeGreaterThan(1);
		expect(inText.map(([, id = ""]) => id).filter((id) => !declared.has(id))).toEqual([]);
	});

	it("shows what is disabled at first only once it is enabled", () => {
		const wrong = ids.filter(({ id, cards }) => {
			if (declared.get(id)?.["enabled_by_default"] !== false) return false;
			return !cards.some(({ visibility }) => JSON.stringify(visibility)?.includes(id));
		});
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it("has built-in cards and features alone, and a name on each tile", () => {
		const types = typed(made).map(([{ type }]) => String(type));
		expect(types.filter((type) => ![...CARDS, ...FEATURES, "sections"].includes(type))).toEqual([]);
		for (const [one] of typed(made).filter(([{ type }]) => type === "tile")) expect(one["name"]).toMatch(/\S/);
	});

	it("is YAML that is read as it was meant, by YAML 1.1 too", () => {
		const text = yamlOf(made);
		expect(parse(text)).toEqual(made);
		expect(parse(text, { version: "1.1" })).toEqual(made);
		expect(text).not.toMatch(/undefined|\t/);
	});
});

test("layers stand from the top of the tank to its bottom", () => {
	const [, tank] = dashboardOf(HOUSE, ownersPlant, NEWEST_SHAPE).views.flatMap(
		({ sections }) => sections as readonly Plain[],
	);
	const names = typed(tank).map(([{ type, name }]) => `${type} ${name}`);
	const layers = names.filter((name) => name.endsWith("cm")).map((name) => name.replace("tile ", ""));
	expect(layers).toEqual(["140 cm", "120 cm", "100 cm", "80 cm", "60 cm", "40 cm", "20 cm", "0 cm"]);
});

test("ids that came from a former controller are followed", () => {
	const house = { ...HOUSE, entity_ids: { "sensor/tank_temperature": "sensor.solvarme_tank" } };
	const text = yamlOf(dashboardOf(house, ownersPlant, NEWEST_SHAPE));
	expect(text).toContain("entity: sensor.solvarme_tank");
	expect(text).not.toContain("sensor.solar_heating_tank_temperature");
});

test("an owner's name is no template", () => {
	const plant = plantWith([sensor("tank", "tank", 0)], [{ ...output("pump", "pump", 0), name: "P {{ now() }}" }]);
	expect(yamlOf(dashboardOf(HOUSE, plant, NEWEST_SHAPE))).toContain('**{{ "P {{ now() }}" }}:**');
});

test.each([
	{
		a: "yes",
		b: "on",
		c: "12",
		d: "1e3",
		e: "- x",
		f: "a: b",
		g: "x # y",
		h: "",
		i: " x",
		j: "é°→",
		k: "null",
		l: "~",
	},
	{
		a: [],
		b: {},
		c: [[1, 2], [{ d: "x" }]],
		d: [{ a: "l1\n\nl2 {% if %}", b: [1] }],
		e: " a\nb",
		f: "a\nb\n",
		g: "tab\ta\nb",
	},
	{ a: true, b: 0, c: -1.5, d: "true", e: "0", on: "x", f: "2026-11-30", g: "12:30:45", h: "*a", i: "!x", j: 'a\\b"c' },
])("YAML says what the data is: %j", (data) => {
	expect(parse(yamlOf(data))).toEqual(data);
	expect(parse(yamlOf(data), { version: "1.1" })).toEqual(data);
});
