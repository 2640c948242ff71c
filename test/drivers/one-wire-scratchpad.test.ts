import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { conversion, crc8 } from "#drivers/one-wire-scratchpad.ts";
import { kernelText, scratchpadOf, thousandthsOf } from "../fakes/w1.ts";

const eight = (hex: string) => hex.split(" ").map((byte) => Number.parseInt(byte, 16));

describe("the kernel's text of a good reading", () => {
	test.each([
		// data sheet DS18B20, table 1: temperature register and value
		["+125 °C", "28", "d0 07 4b 46 7f ff 10 10", 125000, 125],
		["+85 °C, measured", "28", "50 05 4b 46 7f ff 10 10", 85000, 85],
		["+25.0625 °C", "28", "91 01 4b 46 7f ff 0f 10", 25062, 25.0625],
		["+10.125 °C", "28", "a2 00 4b 46 7f ff 0e 10", 10125, 10.125],
		["+0.5 °C", "28", "08 00 4b 46 7f ff 08 10", 500, 0.5],
		["0 °C", "28", "00 00 4b 46 7f ff 10 10", 0, 0],
		["-0.5 °C", "28", "f8 ff 4b 46 7f ff 08 10", -500, -0.5],
		["-10.125 °C", "28", "5e ff 4b 46 7f ff 02 10", -10125, -10.125],
		["-25.0625 °C", "28", "6f fe 4b 46 7f ff 01 10", -25062, -25.0625],
		["-55 °C", "28", "90 fc 4b 46 7f ff 10 10", -55000, -55],
		["9 bits of resolution", "28", "90 01 4b 46 1f ff 10 10", 25000, 25],
		["10 bits of resolution", "28", "94 01 4b 46 3f ff 0c 10", 25250, 25.25],
		["11 bits of resolution", "28", "96 01 4b 46 5f ff 0a 10", 25375, 25.375],
		["a DS1822", "22", "91 01 4b 46 7f ff 0f 10", 25062, 25.0625],
		["a DS28EA00", "42", "91 01 4b 46 7f ff 0c 10", 25062, 25.0625],
		["a DS1825 whose address pins are 5", "3b", "91 01 4b 46 75 ff 0c 10", 25062, 25.0625],
		["a DS18S20 at 22.9375 °C", "10", "2e 00 4b 46 ff ff 0d 10", 22937, 22.9375],
		["a DS18S20 just above -1 °C", "10", "fe ff 4b 46 ff ff 0b 10", -938, -0.9375],
		["a DS18S20 at 0 °C", "10", "00 00 4b 46 ff ff 0c 10", 0, 0],
	])("%s", (_, family, hex, thousandths, value) => {
		expect(conversion(family, kernelText(eight(hex), thousandths))).toEqual({ kind: "value", value, suspect: false });
	});

	it("may be what a sensor says when it has measured nothing", () => {
		expect(conversion("28", kernelText(eight("50 05 4b 46 7f ff 0c 10"), 85000))).toMatchObject({
			value: 85,
			suspect: true,
		});
		expect(conversion("10", kernelText(eight("aa 00 4b 46 ff ff 0c 10"), 85000))).toMatchObject({
			value: 85,
			suspect: true,
		});
	});
});

const GOOD = eight("a3 01 4b 46 7f ff 0d 10");

describe("the kernel's text of no reading", () => {
	test.each([
		["is empty, as since Linux 5.8", "", "no_answer", {}],
		["is blank", "\n", "no_answer", {}],
		["has the kernel's NO", kernelText(GOOD, 26187, "NO"), "crc", { received: 0xce, computed: 0xce }],
		[
			"has a checksum that the kernel took wrongly",
			kernelText(GOOD, 26187, "YES", 0xcf),
			"crc",
			{ received: 0xcf, computed: 0xce },
		],
		["is nothing but zeros, whose checksum is right", kernelText(eight("00 00 00 00 00 00 00 00"), 0), "short", {}],
		["is nothing but ones", kernelText(eight("ff ff ff ff ff ff ff ff"), -62, "NO", 0xff), "no_answer", {}],
		[
			"says that power was missing",
			kernelText(eight("ff 07 4b 46 7f ff 0c 10"), 127937),
			"power_on_value",
			{ value: 127.9375 },
		],
		[
			"is above the range",
			kernelText(eight("d1 07 4b 46 7f ff 0f 10"), 125062),
			"implausible",
			{ value: 125.0625, highest: 125 },
		],
		[
			"is below the range",
			kernelText(eight("8f fc 4b 46 7f ff 01 10"), -55062),
			"implausible",
			{ value: -55.0625, lowest: -55 },
		],
		[
			"has a resolution that does not exist",
			kernelText(eight("a3 01 4b 46 80 ff 0d 10"), 26187),
			"implausible",
			{ byte: 4, found: 0x80 },
		],
		[
			"has address pins where a DS18B20 has none",
			kernelText(eight("a3 01 4b 46 75 ff 0d 10"), 26187),
			"implausible",
			{ byte: 4, found: 0x75 },
		],
		[
			"has a wrong byte 5",
			kernelText(eight("a3 01 4b 46 7f a5 0d 10"), 26187),
			"implausible",
			{ byte: 5, found: 0xa5 },
		],
		[
			"has a wrong byte 7",
			kernelText(eight("a3 01 4b 46 7f ff 0d 66"), 26187),
			"implausible",
			{ byte: 7, found: 0x66 },
		],
		["contradicts its own scratchpad", kernelText(GOOD, 26186), "bus", { value: 26.1875, kernel: 26.186 }],
		["is cut off", kernelText(GOOD, 26187).slice(0, 50), "bus", { reason: "not_a_reading" }],
		["is one byte short", kernelText(GOOD.slice(1), 26187), "bus", { reason: "not_a_reading" }],
		["is something else", "26187\n", "bus", { reason: "not_a_reading" }],
		["is a page of an error", "<html>t=26187</html>", "bus", { reason: "not_a_reading" }],
	] as const)("%s", (_, text, code, facts) => {
		expect(conversion("28", text)).toMatchObject({ kind: "failed", fault: { code, facts } });
	});

	it("is a DS18S20 with a configuration, which it does not have", () => {
		const text = kernelText(eight("2e 00 4b 46 7f ff 0d 10"), 22937);
		expect(conversion("10", text)).toMatchObject({
			kind: "failed",
			fault: { code: "implausible", facts: { byte: 4 } },
		});
	});

	it("never becomes a number by one flipped bit", () => {
		const good = kernelText(GOOD, 26187);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 71 }), (bit) => {
				const nine = [...GOOD, 0xce];
				nine[bit >> 3] = (nine[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				const bytes = nine.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
				expect(conversion("28", good.replaceAll("a3 01 4b 46 7f ff 0d 10 ce", bytes)).kind).toBe("failed");
			}),
		);
	});

	it("is never a throw, whatever the text", () => {
		fc.assert(fc.property(fc.string(), (text) => conversion("28", text).kind === "failed"));
	});
});

describe("every temperature that a sensor can say", () => {
	test.each(["22", "28", "3b", "42", "10"])("is read exactly, family %s", (family) => {
		fc.assert(
			fc.property(fc.integer({ min: -55 * 16, max: 125 * 16 }), (raw) => {
				const text = kernelText(scratchpadOf(family, raw / 16), thousandthsOf(family, raw / 16));
				expect(conversion(family, text)).toMatchObject({ kind: "value", value: raw / 16 });
			}),
			{ examples: [[-880], [-1], [0], [1360], [2000]] },
		);
	});
});

test.each([
	["a3 01 4b 46 7f ff 0d 10", 0xce],
	["50 05 4b 46 7f ff 0c 10", 0x1c],
	["00 00 00 00 00 00 00 00", 0x00],
	["ff ff ff ff ff ff ff ff", 0xc9],
])("the checksum of %s", (hex, sum) => {
	expect(crc8(Uint8Array.from(eight(hex)))).toBe(sum);
});
