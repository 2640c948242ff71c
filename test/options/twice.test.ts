import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { besideIn, parse } from "#options/parse.ts";
import { keysTwice } from "#options/problems/twice.ts";
import { BOARD } from "./plants.ts";

const OUTPUT = `{"id":"pump","role":"pump","target":"usb_relay:${BOARD}/1"}`;
const problemsOf = (text: string) => {
	const parsed = parse(JSON.parse(text), keysTwice(text));
	return parsed.kind === "valid" ? [] : parsed.problems.map(({ path, value, remedy }) => [path, value, remedy.code]);
};
const told = (path: string, ...lines: readonly number[]) => [
	path,
	{ code: "on_lines", facts: { lines: lines.join(", ") } },
	"written_twice",
];

describe("a key of the options that is written twice", () => {
	test.each([
		['{"tank_limit":{"maximum":90},\n"tank_limit":{"maximum":94}}', "tank_limit", [1, 2]],
		['{\n"mqtt":{"host":"a",\n"host":"b",\r\n"host":"b"}}', "mqtt.host", [2, 3, 4]],
		[`{"outputs":[${OUTPUT.replace("{", '{"id":"fan",')}]}`, "outputs[0].id", [1, 1]],
		['{"turn":1,"\\u0074urn":1}', "turn", [1, 1]],
		['{"site":{"time_zone":"a \\" , : { [\\\\"},"turn":1,"turn":2}', "turn", [1, 1]],
	])("%s is told with its path and lines", (text, path, lines) => {
		expect(problemsOf(text)).toEqual([told(path, ...lines)]);
	});
	it("is told once for each, also where several are", () => {
		const text = `{"turn":1,"turn":1,\n"tank":{"volume":300,"volume":200},"outputs":[${OUTPUT}]}`;
		expect(problemsOf(text)).toEqual([told("tank.volume", 2, 2), told("turn", 1, 1)]);
	});
	it("is found in a moment, however often it is written", () => {
		const text = `{${Array(200_000).fill('"turn":1').join(",\n")}}`;
		expect(keysTwice(text)[0]?.lines).toHaveLength(200_000);
	});
	test.each([
		["two sensors or outputs, which have the same keys", '{"outputs":[{"id":"a"},{"id":"b"}]}'],
		["a key that another group has too", '{"mqtt":{"host":"a"},"syslog":{"host":"b"}}'],
		["a value that reads like a key", '{"a":"b","b":"a","c":["a","a","a"]}'],
		["what is no group", '["a","a"]'],
		["a text alone", '"a"'],
	])("is not %s", (_, text) => expect(keysTwice(text)).toEqual([]));

	it("leaves the other groups valid, so that the app connects", () => {
		const text = '{"mqtt":{"host":"broker"},"turn":1,"turn":2,"tank":{"volume":1000}}';
		expect(besideIn(parse(JSON.parse(text), keysTwice(text)))).toMatchObject({
			mqtt: { host: "broker" },
			tank: { volume: 1000 },
			turn: 1,
		});
	});
	it("lets nothing connect where it is one of the broker's", () => {
		const text = '{"mqtt":{"host":"broker","host":"other"}}';
		expect(besideIn(parse(JSON.parse(text), keysTwice(text)))).toBeUndefined();
	});

	it("is found in no JSON that was made of an object, and in each with one key more", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.string(), (object, key) => {
				const text = JSON.stringify(object, null, 1);
				const again = `{${JSON.stringify(key)}:${text},${JSON.stringify(key)}:${text}}`;
				expect(keysTwice(text)).toEqual([]);
				expect(keysTwice(again).map(({ path }) => path)).toEqual([[key]]);
			}),
		);
	});
});
