import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { pointedAt, spotAt } from "#drivers/mqtt/address.ts";

describe("an address", () => {
	test.each([
		["tank/temperature", { topic: "tank/temperature" }],
		["zigbee2mqtt/Solar Tank#/temperature", { topic: "zigbee2mqtt/Solar Tank", pointer: "/temperature" }],
		["tele/plug/SENSOR#/DS18B20-1/Temperature", { topic: "tele/plug/SENSOR", pointer: "/DS18B20-1/Temperature" }],
		["shelly/status/temperature:100#/tC", { topic: "shelly/status/temperature:100", pointer: "/tC" }],
		["x#/a#b", { topic: "x", pointer: "/a#b" }],
		["x#/", { topic: "x", pointer: "/" }],
	])("%s", (address, spot) => {
		expect(spotAt(address)).toEqual(spot);
	});

	test.each([
		"",
		"#/a",
		"a/+/b",
		"+",
		"$SYS/x",
		"a#",
		"a#b",
		"a#/~",
		"a#/~2",
		" a",
		"a ",
		"a\n",
		"a\0#/x",
		"x".repeat(251),
	])("is none: %j", (address) => {
		expect(spotAt(address)).toBeUndefined();
	});
});

describe("a pointer", () => {
	// The examples of RFC 6901, section 5.
	const document = {
		foo: ["bar", "baz"],
		"": 0,
		"a/b": 1,
		"c%d": 2,
		"e^f": 3,
		"g|h": 4,
		"i\\j": 5,
		'k"l': 6,
		" ": 7,
		"m~n": 8,
	};
	test.each([
		["", document],
		["/foo", ["bar", "baz"]],
		["/foo/0", "bar"],
		["/", 0],
		["/a~1b", 1],
		["/c%d", 2],
		["/e^f", 3],
		["/g|h", 4],
		["/i\\j", 5],
		['/k"l', 6],
		["/ ", 7],
		["/m~0n", 8],
		["/foo/00", undefined],
		["/foo/-", undefined],
		["/foo/2", undefined],
		["/foo/length", undefined],
		["/constructor", undefined],
		["/__proto__", undefined],
		["/a~1b/x", undefined],
	])("%j", (pointer, found) => {
		expect(pointedAt(document, pointer)).toEqual(found);
	});

	it("finds every value of any document", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.integer())), (whole) => {
				for (const [one, inner] of Object.entries(whole))
					for (const [two, value] of Object.entries(inner)) {
						const escaped = [one, two].map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"));
						expect(pointedAt(whole, `/${escaped.join("/")}`)).toBe(value);
					}
			}),
		);
	});
});
