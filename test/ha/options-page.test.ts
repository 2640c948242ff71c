import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { until } from "../e2e/installation.ts";
import { repository } from "../fakes/supervisor/manifest.ts";
import { isGroup, itemOf, type Schema } from "../fakes/supervisor/schema-words.ts";
import type { Box } from "./drawn.ts";
import { HouseWithApp, picture } from "./house-with-app.ts";
import { LISTS, OptionsForm } from "./options-form.ts";

const LANGUAGES = ["en", "sv", "de"] as const;
const { manifest, translations } = repository();
/** px; a page in a frame does not grow with its content. */
const TALL = 6500;

interface Text {
	readonly name: string;
	readonly description?: string;
	readonly fields?: Readonly<Record<string, Text>>;
}
type Texts = Readonly<Record<string, Text>>;

/** What ought to be drawn, in the order of the manifest. A list of groups shows its items elsewhere. */
function wanted(schema: Readonly<Record<string, Schema>>, texts: Texts, group: readonly string[] = []): readonly Box[] {
	return Object.entries(schema).flatMap(([key, one]) => {
		const text = texts[key];
		const box = { path: [...group, key], label: text?.name ?? "no name", helper: text?.description ?? "" };
		const inner = isGroup(one) ? one : {};
		return [box, ...wanted(inner, text?.fields ?? {}, [...group, key])];
	});
}
/** What the page shows without being asked. */
const asked = Object.fromEntries(
	Object.entries(manifest.schema).filter(([key]) => Object.hasOwn(manifest.options, key)),
);
const textsIn = (language: string): Texts => JSON.parse(JSON.stringify(translations[language]?.configuration ?? {}));
const groupOf = (schema: Schema | undefined) => (schema !== undefined && isGroup(schema) ? schema : {});
const itemsOf = (list: string) => groupOf(itemOf(manifest.schema[list] ?? []));
/** Every key of an option, also of those that a text must not be. */
const keysIn = (schema: Schema): readonly string[] =>
	typeof schema === "string"
		? []
		: Array.isArray(schema)
			? schema.flatMap(keysIn)
			: Object.entries(schema).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
/** What may be chosen in it: a list's values are drawn as they are. */
const valuesIn = (schema: Schema): readonly string[] =>
	typeof schema === "string"
		? (/^list\((.+)\)/.exec(schema)?.[1]?.split("|") ?? [])
		: Object.values(schema).flatMap(valuesIn);
const values = new Set(valuesIn(manifest.schema));
const rawKeys = new Set(keysIn(manifest.schema).filter((key) => key.includes("_") && !values.has(key)));

const simulated: Readonly<Record<string, unknown>> = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../examples/options.simulated.json"), "utf8"),
);

/** A row of a list shows all values of an item, which may be long; those are the owner's own words. */
const ours = (texts: readonly string[]) => texts.filter((text) => !text.includes(" · "));

let house: HouseWithApp;
beforeAll(async () => {
	house = await HouseWithApp.open({ ...simulated, simulated: { start_hour: 3 } });
}, 180_000);
afterAll(() => house?.close(), 60_000);

describe.each(LANGUAGES)("the options page in %s", (language) => {
	let page: Page;
	let form: OptionsForm;
	beforeAll(async () => {
		page = await house.window(house.settings("config"), { language, height: TALL });
		form = await OptionsForm.unfolded(page);
	});
	afterAll(() => page?.context().close());

	// #draws-every-option-name
	it("draws every option by its name and description, in the order of the manifest, and cuts nothing off", async () => {
		expect(await form.boxes()).toEqual(wanted(asked, textsIn(language)));
		const { all, cut } = await form.texts();
		expect(ours(cut)).toEqual([]);
		expect(all.filter((text) => rawKeys.has(text))).toEqual([]);
		// Whether a name is visible and not only in the field's markup. A required field has a star.
		const read = new Set(all.map((text) => text.replace(/\*$/, "")));
		for (const { label } of await form.boxes()) expect(read).toContain(label);
	});

	it("cuts nothing off on a phone either", async () => {
		await page.setViewportSize({ width: 390, height: TALL });
		await page.waitForTimeout(300);
		expect(ours((await form.texts()).cut)).toEqual([]);
		await page.setViewportSize({ width: 1280, height: 900 });
	});

	test.each(LISTS)("the dialog of %s has names and descriptions too", async (list) => {
		const { boxes, texts } = await form.item(list);
		expect(boxes).toEqual(wanted(itemsOf(list), textsIn(language)[list]?.fields ?? {}));
		expect(texts.cut).toEqual([]);
		expect(texts.all.filter((text) => rawKeys.has(text))).toEqual([]);
		if (language === "en") await picture(page, `options-${list}`);
		await form.leaveItem();
	});
});

describe("what an owner saves", () => {
	let page: Page;
	let form: OptionsForm;
	const optionsFile = () => readFileSync(join(house.app.process.data, "options.json"), "utf8");
	beforeAll(async () => {
		page = await house.window(house.settings("config"), { height: 1100 });
		await page.locator("ha-form-expandable").last().waitFor();
		await picture(page, "options-page");
		form = await OptionsForm.unfolded(page);
	});
	afterAll(() => page?.context().close());

	test.each<readonly [string, readonly string[], string, RegExp]>([
		["a number above its range", ["heater", "power"], "50001", /value must be at most 50000\.0/],
		["a number below its range", ["tank", "volume"], "19", /value must be at least 20\.0/],
		["a port that is none", ["mqtt", "port"], "65536", /value must be at most 65535/],
		["a topic with a wildcard", ["mqtt", "base_topic"], "solar/#", /does not match regular expression/],
	])("is refused with the Supervisor's own words: %s", async (_what, path, bad, words) => {
		const before = house.app.own;
		const good = await form.value(path);
		await form.fill(path, bad);
		expect(await form.save()).toMatch(words);
		expect(house.app.own).toBe(before);
		await form.fill(path, good);
	});

	it("is without what the app has taken over from the page at its first start", async () => {
		await until("it has taken it over", () => house.app.log.includes("taken over from the options page"));
		expect(house.app.own).not.toHaveProperty("simulated");
		expect(JSON.parse(readFileSync(join(house.app.process.data, "own-options.json"), "utf8"))).toMatchObject({
			options: { simulated: { start_hour: 3 } },
		});
	});

	it("reaches the app when it starts anew", async () => {
		const starts = () => house.app.process.lines.filter((line) => line.includes("Solar Heating 0.1.0")).length;
		expect(starts()).toBe(1);
		await form.fill(["heater", "power"], "2500");
		expect(await form.save()).toBeUndefined();
		expect(JSON.parse(optionsFile())).toMatchObject({ heater: { power: 3000 } });
		await form.restart();
		await until("it has started anew", () => starts() === 2 && house.app.state === "started");
		expect(JSON.parse(optionsFile())).toMatchObject({ heater: { power: 2500 } });
		await until("it goes by the new number", () =>
			house.app.log.includes("changed since the last start: heater.power."),
		);
	});
});
