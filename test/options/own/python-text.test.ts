import { describe, expect, it, test } from "@jest/globals";
import { fromPage, mergedOwn } from "#options/own/merged-own.ts";
import { alike, differing, patched, withoutDefaults } from "#options/own/patch.ts";
import { valueIn } from "#options/own/python-text.ts";
import { asPython } from "../../fakes/supervisor/python.ts";

describe("a value as Python writes it", () => {
	test.each([
		[
			"{'enabled': True, 'sensor': 'auto', 'target': 60, 'rise': 0.5, 'of': None}",
			{ enabled: true, sensor: "auto", target: 60, rise: 0.5, of: null },
		],
		["[{'name': \"Solfångare på 'taket'\", \"n\": 1}, []]", [{ name: "Solfångare på 'taket'", n: 1 }, []]],
		["'it\\'s \\\\ a\\n\\x41 \\u00e5 \\U0001f600'", "it's \\ a\nA å 😀"],
		['{"price_below": -1e+16, "a": 1e-05}', { price_below: -1e16, a: 1e-5 }],
		[
			' {"enabled": true, "windows": "mo-fr 06:00-08:00", "left": null} ',
			{ enabled: true, windows: "mo-fr 06:00-08:00", left: null },
		],
		["{}", {}],
	])("is read: %s", (text, value) => {
		expect(valueIn(text)).toEqual(value);
	});

	test.each([
		"",
		"{",
		"{'a': 1",
		"{'a' 1}",
		"{a: 1}",
		"[1,]",
		"[object Object]",
		"{'a': 1} x",
		"nan",
		"{'a': inf}",
		"'\\",
		`${"[".repeat(60)}${"]".repeat(60)}`,
	])("is not guessed: %s", (text) => {
		expect(valueIn(text)).toBeUndefined();
	});

	it("has no key that is more than a key", () => {
		expect(Object.keys(Object(valueIn("{'__proto__': {'a': 1}}")))).toEqual(["__proto__"]);
	});

	it("is what was written, whatever it was", () => {
		const value = { a: [{ b: "\"'\\\n\t", c: [true, false, null, -0.25, 1e21] }], "": {}, ü: "'", w: '"' };
		expect(valueIn(asPython(value))).toEqual(value);
		expect(valueIn(JSON.stringify(value))).toEqual(value);
	});
});

describe("own options and those of the page", () => {
	it("are one, and the page wins field by field", () => {
		expect(mergedOwn({ a: { x: 1, y: 2 }, b: 3 }, { a: { x: 9 }, c: 4 })).toEqual({ a: { x: 9, y: 2 }, b: 3, c: 4 });
	});

	it("have a list as a whole", () => {
		expect(mergedOwn({ tanks: [{ id: "a" }, { id: "b" }] }, { tanks: [{ id: "b", volume: 9 }] })).toEqual({
			tanks: [{ id: "b", volume: 9 }],
		});
	});

	it("stay where the page only has what Home Assistant puts there itself", () => {
		const own = { tanks: [{ id: "a" }], site: { time_zone: "UTC" }, vbus: { password: "x" } };
		expect(mergedOwn(own, { tanks: [], site: {}, vbus: { password: "" } })).toEqual(own);
	});

	it("win over false and 0 as over any value", () => {
		expect(mergedOwn({ a: { on: true, n: 5 } }, { a: { on: false, n: 0 } })).toEqual({ a: { on: false, n: 0 } });
	});

	it("are read from a text where the Supervisor made one of a group, and only there", () => {
		const text = "{'target': 60}";
		expect(fromPage({ tank_limit: text, language: text, turn: 2, preset: "sorel", tanks: "[oops" })).toEqual({
			tank_limit: { target: 60 },
			...{ language: text, turn: 2, preset: "sorel", tanks: "[oops" },
		});
	});
});

describe("a change", () => {
	it("merges groups, replaces lists and removes what is null", () => {
		const options = { a: { x: 1, y: 2 }, list: [1, 2], b: { z: 1 } };
		expect(patched(options, { a: { x: 3, y: null }, list: [3], b: { z: null }, c: { d: {} } })).toEqual({
			a: { x: 3 },
			list: [3],
		});
	});

	it("tells where two options differ, of a list the list alone, in whatever order", () => {
		expect(
			differing(
				{ a: { x: 1, y: 2 }, l: [1], same: { p: 1, q: 2 } },
				{ a: { x: 2, y: 2 }, l: [2], same: { q: 2, p: 1 } },
			),
		).toEqual(["a.x", "l"]);
		expect(alike({ a: 1 }, { a: 1, b: undefined })).toBe(false);
	});

	it("knows what is not as delivered", () => {
		const delivered = { a: { x: 1, y: 2 }, list: [], b: 1, gone: {} };
		expect(withoutDefaults({ a: { x: 1, y: 3 }, list: [1], b: 1, gone: {}, c: { z: 1 } }, delivered)).toEqual({
			a: { y: 3 },
			...{ list: [1], c: { z: 1 } },
		});
	});
});
