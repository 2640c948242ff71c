import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import type { Json } from "#options/addon-schema.ts";
import { allowed, withAllowed } from "#options/allowed.ts";

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

	it.each(LANGUAGES)("in %s ends the description, once, however often it is written", (language) => {
		const once = withAllowed("How much.", RANGE, language);
		expect(once).toBe(`How much. ${allowed(RANGE, language)}`);
		expect(withAllowed(once, RANGE, language)).toBe(once);
	});

	it.each(LANGUAGES)("in %s follows a range that has changed, and leaves with the range", (language) => {
		const before = withAllowed("How much.", { ...RANGE, maximum: 99 }, language);
		expect(withAllowed(before, RANGE, language)).toBe(`How much. ${allowed(RANGE, language)}`);
		expect(withAllowed(before, { type: "boolean" }, language)).toBe("How much.");
		const chosen = withAllowed("Which.", { enum: ["a"], default: "a" }, language);
		expect(withAllowed(chosen, { enum: ["b"], default: "b" }, language)).not.toContain(" a.");
	});

	it("stands alone where nobody wrote a description", () => {
		expect(withAllowed(undefined, RANGE, "en")).toBe("Allowed: 0.5 to 20 K; default 4 K.");
		expect(withAllowed(undefined, { type: "boolean" }, "en")).toBe("");
	});

	test("any range is written the same the second time", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...LANGUAGES),
				fc.stringMatching(/^[A-Za-z][a-z .]{0,30}\.$/),
				fc.record({ minimum: fc.double({ noNaN: true }), maximum: fc.integer() }, { requiredKeys: [] }),
				(language, text, json) => {
					const once = withAllowed(text, json, language);
					expect(withAllowed(once, json, language)).toBe(once);
				},
			),
		);
	});
});
