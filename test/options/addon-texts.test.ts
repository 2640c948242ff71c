import { describe, expect, it } from "@jest/globals";
import { type AddonSchema, addonSchema } from "#options/page/addon-schema.ts";
import { type AddonText, addonTexts } from "#options/page/addon-texts.ts";
import { root } from "#options/root.ts";
import { TEXTS } from "#words/en.ts";

const schema = addonSchema(root);
const texts = addonTexts(root, TEXTS.configuration, "en");

/** Every option with its text; lists are looked through. */
function each(
	node: AddonSchema,
	fields: AddonText["fields"],
	path: string[] = [],
): [string, AddonSchema, AddonText | undefined][] {
	if (typeof node === "string") return [];
	if (Array.isArray(node)) return each(node[0], fields, path);
	return Object.entries(node).flatMap(([key, child]): [string, AddonSchema, AddonText | undefined][] => [
		[[...path, key].join("."), child, fields?.[key]],
		...each(child, fields?.[key]?.fields, [...path, key]),
	]);
}

describe("the texts of the options page", () => {
	const all = each(schema, texts);

	it.each(all.map(([path, , text]) => [path, text] as const))("%s has a name", (_, text) => {
		expect(text?.name.length).toBeGreaterThan(1);
		expect(text?.name).toMatch(/^[A-Z0-9]/);
	});

	it("explain every field", () => {
		const silent = all.filter(([, node, text]) => typeof node === "string" && !text?.description);
		expect(silent.map(([path]) => path)).toEqual([]);
	});

	it("have no text without an option", () => {
		expect(Object.keys(texts)).toEqual(Object.keys(schema));
	});

	it("name the unit", () => {
		expect(texts["solar_charging"]?.fields?.["start_at"]?.name).toBe("Start charging at (K)");
		expect(texts["sensors"]?.fields?.["height"]?.name).toBe("Height (cm)");
	});
});
