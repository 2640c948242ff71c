import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { coilsIn, QUERY, setFrame } from "#drivers/usb-relay/frame.ts";

test.each([
	[1, true, "a0 01 01 a2"],
	[1, false, "a0 01 00 a1"],
	[2, true, "a0 02 01 a3"],
	[4, false, "a0 04 00 a4"],
	[8, true, "a0 08 01 a9"],
])("relay %d %s is the frame %s", (channel, on, frame) => {
	expect(Buffer.from(setFrame(channel, on)).toString("hex")).toBe(frame.replaceAll(" ", ""));
});

it("asks with one byte", () => {
	expect([...QUERY]).toEqual([0xff]);
});

describe("an answer", () => {
	test.each([
		["as the maker writes it", "CH1: ON \r\nCH2: OFF\r\n", { 1: true, 2: false }],
		["without blanks", "CH1:ON\nCH2:OFF\n", { 1: true, 2: false }],
		["in small letters", "ch1: on\r\nch2: off\r\n", { 1: true, 2: false }],
		["with blanks everywhere", "CH 1 :  OFF \r\n CH 2 : ON \r\n", { 1: false, 2: true }],
		["with two digits", "CH01: ON\r\nCH02: OFF\r\n", { 1: true, 2: false }],
		["after an echo of the query", "\xffCH1: ON \r\n", { 1: true }],
		["cut off in its last word", "CH1: ON \r\nCH2: OF", { 1: true }],
		["cut off before its last word", "CH1: ON \r\nCH2:", { 1: true }],
		["with one garbled line", "CH1: O\x7f\r\nCH2: OFF\r\n", { 2: false }],
		["with relays that no board has", "CH0: ON\r\nCH9: ON\r\nCH12: ON\r\n", {}],
		["with the newest line of a relay last", "CH1: ON\r\nCH1: OFF\r\n", { 1: false }],
		["with longer words", "CH1: ONE\r\nCH2: OFFICE\r\n", {}],
		// chrisuthe/Multi-SendSpin-Player-Container 169: a byte for each relay.
		["of bytes instead of text", "\x01\x00", {}],
		["that is none", "ERROR\r\n", {}],
		["of nothing", "", {}],
	])("%s", (_, text, coils) => {
		expect(Object.fromEntries(coilsIn(text))).toEqual(coils);
	});

	it("of any eight relays is read as it was written", () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (relays) => {
				const text = relays.map((on, index) => `CH${index + 1}: ${on ? "ON " : "OFF"}\r\n`).join("");
				expect([...coilsIn(text)]).toEqual(relays.map((on, index) => [String(index + 1), on]));
			}),
		);
	});
});
