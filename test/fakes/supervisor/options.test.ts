import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { formOf } from "./form.ts";
import { judged, merged, type Options } from "./options.ts";
import { type Schema, wordOf } from "./schema-words.ts";

const of = (schema: Readonly<Record<string, Schema>>, options: Options) => judged(schema, options, "Sun (local_sun)");
const kept = (schema: Schema, value: unknown) => {
	const answer = of({ x: schema }, { x: value });
	return answer.valid ? answer.options["x"] : answer.message.replace(/\. Got .*/s, "");
};

describe("the Supervisor's option grammar", () => {
	test.each(["int(5)", "bool(true)", "list()", "dict?", "device(subsystem=i2c-dev)", "nat", ""])(
		"does not know %p",
		(word) => {
			expect(wordOf(word)).toBeUndefined();
			expect(kept(word, 1)).toBe(`Unknown type '${word}' in Sun (local_sun)`);
			expect(formOf({ x: word })).toEqual([]);
		},
	);

	test.each([
		["int(1,40)?", { kind: "int", optional: true, min: 1, max: 40, inside: "" }],
		["float(,90)", { kind: "float", optional: false, max: 90, inside: "" }],
		["float(0.5,)", { kind: "float", optional: false, min: 0.5, inside: "" }],
		["match(^a?$)", { kind: "match", optional: false, inside: "^a?$" }],
		["list(a|b)?", { kind: "list", optional: true, inside: "a|b" }],
		["device(subsystem=tty)", { kind: "device", optional: false, inside: "" }],
	] as const)("takes %p apart", (word, parts) => expect(wordOf(word)).toEqual(parts));
});

describe("options that the Supervisor takes", () => {
	test.each<readonly [Schema, unknown, unknown]>([
		["str", "", ""],
		["str(2,3)", "åäö", "åäö"],
		["password", "x", "x"],
		["int(1,40)", 40, 40],
		["int", "7", 7],
		["int", 7.9, 7],
		["int", true, 1],
		["float(0.5,20)", 0.5, 0.5],
		["float", "1e2", 100],
		["port", "1883", 1883],
		["bool", "On", true],
		["bool", "disable", false],
		["bool", 0, false],
		["bool", [], false],
		["email", "a@b.se", "a@b.se"],
		["url", "tcp://b:1", "tcp://b:1"],
		["match(ab)", "abc", "abc"],
		["match(^ab$)", "ab", "ab"],
		["list(auto|off)", "off", "off"],
		["device(subsystem=tty)", "/dev/ttyUSB0", "/dev/ttyUSB0"],
		[["str"], [], []],
		[[{ a: "int", b: "str?" }], [{ a: 1, c: 2 }], [{ a: 1 }]],
		[{ a: "str?" }, {}, {}],
	])("%j takes %j", (schema, value, result) => expect(kept(schema, value)).toEqual(result));

	it("drops what it does not know, at every depth", () => {
		expect(of({ a: { b: "int" } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual({ valid: true, options: { a: { b: 1 } } });
	});
});

describe("options that the Supervisor refuses", () => {
	test.each<readonly [Schema, unknown, string]>([
		["str?", null, "Missing required option 'x' in Sun (local_sun)"],
		["str", 7, "expected str"],
		["password", 1234, "expected str"],
		["str(2,)", "a", "length of value must be at least 2.0"],
		["int(1,40)", 0, "value must be at least 1.0"],
		["int(1,40)", 41, "value must be at most 40.0"],
		["int", "7.5", "expected int"],
		["int?", "", "expected int"],
		["float(0.5,20)", 0.4, "value must be at least 0.5"],
		["float(0.5,20)", 20.1, "value must be at most 20.0"],
		["float", "warm", "expected float"],
		["port?", "", "expected int"],
		["port", 0, "value must be at least 1"],
		["port", 65536, "value must be at most 65535"],
		["bool", "perhaps", "expected boolean"],
		["email", "nobody", "expected an email address"],
		["url?", "", "expected a URL"],
		["match(^ab$)", "abc", "does not match regular expression ^ab$"],
		["match(ab)", "xab", "does not match regular expression ab"],
		["list(auto|off)", true, "value must be one of ['auto', 'off']"],
		["device?", 1, "Expected a string for option 'x' in Sun (local_sun)"],
		[["str"], "a", "Invalid list for option 'x' in Sun (local_sun)"],
		[{ a: "str?" }, [], "Invalid dict for option 'x' in Sun (local_sun)"],
		[{ a: "str" }, {}, "Missing option 'a' in x in Sun (local_sun)"],
		[[{ a: "int" }], [{ a: 1 }, {}], "Missing option 'a' in x in Sun (local_sun)"],
	])("%j refuses %j", (schema, value, message) => expect(kept(schema, value)).toBe(message));

	test.each<readonly [Schema, boolean]>([
		["str", false],
		["str?", true],
		[["str"], false],
		[["str?"], true],
		[{ a: "str?" }, false],
		[[{ a: "str?" }], false],
	])("an absent %j may be absent: %p", (schema, may) => expect(of({ x: schema }, {}).valid).toBe(may));

	it("quotes all options as Python writes them, up to 500 characters", () => {
		const answer = of({ a: "int" }, { a: null, b: [true, "it's"], c: 1.5 });
		expect(answer).toEqual({
			valid: false,
			message: `Missing required option 'a' in Sun (local_sun). Got {'a': None, 'b': [True, "it's"], 'c': 1.5}`,
		});
		const long = of({ a: "int" }, { a: "x".repeat(1000) });
		expect(long).toMatchObject({ message: expect.stringMatching(/^expected int\. Got \{'a': 'x{490}\.\.\.$/) });
	});
});

describe("the manifest's defaults", () => {
	it("reach groups, but not the items of a list", () => {
		const defaults = { group: { a: 1, b: 2 }, list: [{ a: 1, b: 2 }] };
		expect(merged(defaults, { group: { b: 3 }, list: [{ b: 3 }] })).toEqual({
			group: { a: 1, b: 3 },
			list: [{ b: 3 }],
		});
	});

	it("may have any key", () => {
		const own: unknown = JSON.parse('{"__proto__": {"a": 1}}');
		expect(JSON.stringify(merged({ __proto__: null }, own as Options))).toBe('{"__proto__":{"a":1}}');
	});

	it("are what nothing set comes to, and are changed by nothing", () => {
		const options = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.dictionary(fc.string(), fc.integer())));
		fc.assert(
			fc.property(options, options, (defaults, own) => {
				const before = structuredClone(defaults);
				expect(merged(defaults, {})).toEqual(defaults);
				expect(merged({}, own)).toEqual(own);
				expect(merged(merged(defaults, own), own)).toEqual(merged(defaults, own));
				expect(defaults).toEqual(before);
			}),
		);
	});
});

describe("the form that the front end draws", () => {
	test.each<readonly [Schema, object]>([
		["str", { type: "string", required: true }],
		["password?", { type: "string", format: "password", optional: true }],
		["int(1,40)", { type: "integer", required: true, lengthMin: 1, lengthMax: 40 }],
		["float(,90)?", { type: "float", optional: true, lengthMax: 90 }],
		["port", { type: "integer", required: true }],
		["bool", { type: "boolean", required: true }],
		["url?", { type: "string", format: "url", optional: true }],
		["match(^a$)", { type: "string", required: true }],
		["list(a|b)", { type: "select", options: ["a", "b"], required: true }],
		["device(subsystem=tty)?", { type: "select", options: [], optional: true }],
		[["str"], { type: "string", multiple: true, required: true }],
		[
			{ a: "bool" },
			{ type: "schema", optional: true, multiple: false, schema: [{ name: "a", type: "boolean", required: true }] },
		],
		[[{}], { type: "schema", optional: true, multiple: true, schema: [] }],
	])("%j is drawn as %j", (schema, box) => expect(formOf({ x: schema })).toEqual([{ name: "x", ...box }]));
});
