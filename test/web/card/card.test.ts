import { describe, expect, it, test } from "@jest/globals";
import { dashboardOf } from "#home-assistant/dashboard/dashboard.ts";
import { NEWEST_SHAPE } from "#home-assistant/shape.ts";
import type { Plant } from "#model/plant/plant.ts";
import { LANGUAGES } from "#texts/say.ts";
import { drawnOf, reasonsOf } from "#web/card/drawn.ts";
import { formIn } from "#web/card/form.ts";
import type { Home, HomeState } from "#web/card/home.ts";
import { type CardSettings, entitiesIn, flawIn, plantIn } from "#web/card/settings.ts";
import { suggested, suggestionFor } from "#web/card/suggested.ts";
import { wordsIn } from "#web/card/words.ts";
import { drawPlant } from "#web/drawing/draw.ts";
import { HOUSE, ownersPlant } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";

const WORDS = wordsIn("en");

/** A front end that knows these states; all of one device of ours. */
function home(states: Readonly<Record<string, string | readonly [string, object]>>, maker = "Solar Heating"): Home {
	const all = Object.entries(states).map(([entity_id, said]): readonly [string, HomeState] => {
		const [state, attributes] = typeof said === "string" ? [said, {}] : said;
		return [entity_id, { entity_id, state, attributes: attributes as HomeState["attributes"] }];
	});
	return {
		states: Object.fromEntries(all),
		entities: Object.fromEntries(all.map(([id]) => [id, { device_id: "d1" }])),
		devices: { d1: { manufacturer: maker } },
		language: "en",
	};
}

const SIMPLE = {
	"sensor.solar_heating_collector_temperature": "62.3",
	"sensor.solar_heating_tank_temperature": "41.0",
	"sensor.solar_heating_tank_0_temperature": "30.0",
	"sensor.solar_heating_tank_20_temperature": "unavailable",
	"sensor.solar_heating_tank_120_temperature": "60",
	"switch.solar_heating_pump": "on",
	"switch.solar_heating_heater": "off",
	"sensor.solar_heating_pump_why": ["The collector is warmer.", { code: "held_on" }],
	"sensor.solar_heating_heater_why": "unknown",
	"sensor.solar_heating_usable_water": "210",
	"sensor.solar_heating_activity": "heating",
} as const;

describe("the card of a simple plant", () => {
	const settings = suggested(home(SIMPLE));
	const plant = plantIn(settings, WORDS);

	it("finds its entities by itself", () => {
		expect(settings).toMatchObject({
			type: "custom:solar-heating-card",
			collector: "sensor.solar_heating_collector_temperature",
			tank: "sensor.solar_heating_tank_temperature",
			pump: "switch.solar_heating_pump",
			pump_why: "sensor.solar_heating_pump_why",
			heater: "switch.solar_heating_heater",
			usable: "sensor.solar_heating_usable_water",
		});
		expect(settings.layers).toHaveLength(3);
		expect(flawIn({ ...settings }, WORDS)).toBeUndefined();
	});

	it("draws layers from the top, each as high as it reaches, and no number for what is not known", () => {
		const [store] = drawnOf(plant, home(SIMPLE), WORDS).stores;
		expect(store?.layers.map(({ temperature }) => temperature)).toEqual([60, undefined, 30]);
		const shares = store?.layers.map(({ share }) => share) ?? [];
		expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
		expect(shares[0]).toBeGreaterThan(shares[2] ?? 1);
		expect(store).toMatchObject({ usable: { litres: 210, at_least: false } });
	});

	it("draws what runs, and who holds it", () => {
		const drawn = drawnOf(plant, home(SIMPLE), WORDS);
		expect(drawn.flows).toMatchObject([{ from: "collector", to: "tank", runs: true, hot: 62.3, cold: 30 }]);
		expect(drawn.pumps).toMatchObject([{ speed: 100, by_hand: true }]);
		expect(drawn.sources).toMatchObject([{ kind: "collector", sky: "sun", temperature: 62.3 }]);
	});

	it.each(["unavailable", "unknown", "", "NaN", "Infinity", "soon"])(
		"knows nothing of a collector that is %j",
		(state) => {
			const lost = home({
				...SIMPLE,
				"sensor.solar_heating_collector_temperature": state,
				"switch.solar_heating_pump": state,
			});
			const drawn = drawnOf(plant, lost, WORDS);
			expect(drawn.sources[0]).not.toHaveProperty("temperature");
			expect(drawn.flows[0]).toMatchObject({ runs: false });
			expect(drawn.flows[0]).not.toHaveProperty("hot");
			expect(drawn.pumps[0]).not.toHaveProperty("speed");
		},
	);

	it("tells the reasons that are known", () => {
		expect(reasonsOf(plant, home(SIMPLE))).toMatchObject([{ name: "Pump", text: "The collector is warmer." }]);
	});

	it("escapes what comes from outside", () => {
		const named = plantIn(
			{ ...settings, plant: { ...plant, sources: plant.sources.map((one) => ({ ...one, name: "<img src=x>" })) } },
			WORDS,
		);
		const { text = "" } = drawPlant(drawnOf(named, home(SIMPLE), WORDS), { words: WORDS, label: '"><script>' }) ?? {};
		expect(text).not.toMatch(/<img|<script/);
	});
});

describe("suggestions", () => {
	it("are made for what the card draws of our device", () => {
		const suggestion = suggestionFor(home(SIMPLE), "sensor.solar_heating_collector_temperature");
		expect(suggestion?.config).toEqual(suggested(home(SIMPLE)));
		expect(suggestionFor(home(SIMPLE), "sensor.solar_heating_activity")).not.toBeNull();
	});

	it.each([
		["a child", { manufacturer: "Solar Heating", parent_device_id: "d1", via_device_id: null }],
		["via", { manufacturer: "Solar Heating", via_device_id: "d1" }],
		["nameless", { manufacturer: null, parent_device_id: "d1" }],
	])("find what is on devices below that of the plant: %s", (_, d0) => {
		const one = home(SIMPLE);
		const devices = { d0, ...one.devices };
		const entities = { ...one.entities, "sensor.solar_heating_tank_temperature": { device_id: "d0" } };
		const settings = suggested({ ...one, devices, entities });
		expect(settings).toEqual(suggested(one));
		expect(suggestionFor({ ...one, devices, entities }, "sensor.solar_heating_tank_temperature")?.config).toEqual(
			settings,
		);
	});

	it("are not made for other entities and devices", () => {
		expect(suggestionFor(home(SIMPLE, "Somebody"), "sensor.solar_heating_collector_temperature")).toBeNull();
		expect(
			suggestionFor(
				home({ ...SIMPLE, "sensor.solar_heating_stratification": "3" }),
				"sensor.solar_heating_stratification",
			),
		).toBeNull();
		expect(suggestionFor(home(SIMPLE), "light.kitchen")).toBeNull();
	});
});

/** The card in the dashboard that the command prints. */
function printed(plant: Plant, language: "en" | "sv" | "de"): CardSettings {
	const { views } = dashboardOf({ ...HOUSE, language }, plant, NEWEST_SHAPE, true);
	const text = JSON.stringify(views);
	const found: CardSettings[] = [];
	JSON.parse(text, (_, value) => {
		if (value?.type === "custom:solar-heating-card") found.push(value);
		return value;
	});
	expect(found).toHaveLength(1);
	return found[0] as CardSettings;
}

test.each(
	LANGUAGES.flatMap(
		(language) =>
			[
				[language, "owner", ownersPlant],
				[language, "wide", widePlant(3, 3)],
			] as const,
	),
)("the command's card draws every part of the plant (%s, %s)", (language, _, plant) => {
	const settings = printed(plant, language);
	expect(flawIn({ ...settings }, WORDS)).toBeUndefined();
	const words = wordsIn(language);
	const asked = plantIn(settings, words);
	expect(asked.sources.map(({ id }) => id)).toEqual(
		plant.parts.filter(({ kind }) => kind === "collector").map(({ id }) => id),
	);
	expect(asked.circuits).toHaveLength(plant.circuits.length);
	expect(entitiesIn(asked).length).toBeGreaterThan(5);
	const states = Object.fromEntries(entitiesIn(asked).map((id) => [id, id.startsWith("sensor.") ? "50" : "on"]));
	const { text = "" } = drawPlant(drawnOf(asked, home(states), words), { words, label: "" }) ?? {};
	for (const { name } of asked.sources) expect(text).toContain(name);
	expect(text).not.toMatch(/undefined|NaN/);
});

test.each([
	[{}, /at least a collector/],
	[{ collector: "" }, /at least a collector/],
	[{ plant: "x" }, /solar-heating dashboard --card/],
	[{ plant: null }, /solar-heating dashboard --card/],
	[{ plant: { sources: [], stores: [], circuits: [] } }, /`outputs`/],
	[{ plant: { sources: {} } }, /`sources`, `stores`/],
])("settings that cannot be drawn are refused with a remedy: %j", (settings, flaw) => {
	expect(flawIn(settings, WORDS)).toMatch(flaw);
});

test.each([
	["sv-SE", "1,5"],
	["de", "1,5"],
	["en-GB", "1.5"],
	["xx", "1.5"],
	[undefined, "1.5"],
])("words and numbers are those of the person (%s)", (language, number) => {
	expect(wordsIn(language).number(1.5, 1)).toBe(number);
});

test.each(LANGUAGES)("the form and what is wrong with its settings are in the person's language (%s)", (language) => {
	const words = wordsIn(language);
	const { schema, computeLabel } = formIn(words);
	const labels = schema.map(computeLabel);
	expect(new Set(labels).size).toBe(schema.length);
	expect(labels).not.toEqual(expect.arrayContaining([schema[1]?.name]));
	expect(flawIn({}, words)).toBe(words.lacking);
	expect(flawIn({ plant: { sources: [] } }, words)).toContain("`stores`, `circuits`, `outputs`");
	for (const other of LANGUAGES.filter((one) => one !== language))
		expect(wordsIn(other).form["collector"]).not.toBe(words.form["collector"]);
});
