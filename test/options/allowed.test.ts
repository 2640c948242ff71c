import { describe, expect, test } from "@jest/globals";
import type { Json } from "#options/page/addon-schema.ts";
import { allowed } from "#options/page/allowed.ts";

const LANGUAGES = ["en", "sv", "de"] as const;
const RANGE: Json = { type: "number", minimum: 0.5, maximum: 20, default: 4, unit: "K" };

describe("what a field allows", () => {
	test.each<[what: string, json: Json, en: string, sv: string, de: string]>([
		[
			"a range with a unit",
			RANGE,
			"Allowed: 0.5 to 20 K; default 4 K.",
			"Tillåtet: 0,5 till 20 K; förval 4 K.",
			"Erlaubt: 0,5 bis 20 K; Vorgabe 4 K.",
		],
		[
			"a range below nothing",
			{ type: "number", minimum: -90, maximum: 90, unit: "°" },
			"Allowed: −90 to 90°.",
			"Tillåtet: −90 till 90°.",
			"Erlaubt: −90 bis 90°.",
		],
		[
			"one bound",
			{ type: "number", minimum: 1, default: 0 },
			"Allowed: 1 or more; default 0.",
			"Tillåtet: minst 1; förval 0.",
			"Erlaubt: mindestens 1; Vorgabe 0.",
		],
		[
			"the other bound",
			{ type: "integer", maximum: 9, unit: "s" },
			"Allowed: at most 9 s.",
			"Tillåtet: högst 9 s.",
			"Erlaubt: höchstens 9 s.",
		],
		[
			"a list",
			{ type: "array", maxItems: 64 },
			"Allowed: at most 64.",
			"Tillåtet: högst 64.",
			"Erlaubt: höchstens 64.",
		],
		["a choice", { enum: ["a", "b"], default: "a" }, "Default: a.", "Förval: a.", "Vorgabe: a."],
		["a switch", { type: "boolean", default: false }, "", "", ""],
		["an empty text", { type: "string", default: "" }, "", "", ""],
		["a group", { type: "object", properties: {}, default: {} }, "", "", ""],
	])("of %s is said in three languages", (_, json, ...said) => {
		expect(LANGUAGES.map((language) => allowed(json, language))).toEqual(said);
	});
});
