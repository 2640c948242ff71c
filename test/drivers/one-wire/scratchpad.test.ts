import { describe, expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { conversion, crc8 } from "#drivers/one-wire/scratchpad.ts";
import { kernelText, scratchpadOf, thousandthsOf } from "../../fakes/w1.ts";

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
		expect(conversion(family, kernelText(eight(hex), thousandths))).toEqual({
			kind: "value",
			value,
			suspect: value === 85,
			specified: true,
		});
	});

	it("may be what a sensor says when it has measured nothing", () => {
		expect(conversion("10", kernelText(eight("aa 00 4b 46 ff ff 0c 10"), 85000))).toMatchObject({
			value: 85,
			suspect: true,
		});
	});
	it("may be so whatever byte 6 says, as each family of copies wakes up with another one", () => {
		fc.assert(
			fc.property(fc.constantFrom("22", "28", "3b", "42"), fc.nat(255), fc.nat(255), (family, byte6, byte7) => {
				const text = kernelText([0x50, 0x05, 0x55, 0xaa, 0x7f, 0xff, byte6, byte7], 85000);
				expect(conversion(family, text)).toMatchObject({ kind: "value", value: 85, suspect: true });
			}),
		);
	});
});

describe("a copy", () => {
	const read = (hex: string, thousandths: number, family = "28") =>
		conversion(family, kernelText(eight(hex), thousandths));

	test.each([
		// layouts of copies in the field, by their public descriptions
		["whose bytes 5 to 7 are its own", "28", "90 01 55 05 7f 7e 81 66", 25000, 25, true],
		["of that kind, a sixteenth warmer", "28", "91 01 55 05 7f 7e 81 66", 25062, 25.0625, false],
		["that leaves the fixed bits of byte 4 at zero", "28", "ad 01 4b 00 60 ff 03 10", 26812, 26.8125, false],
		["whose byte 6 stands still", "28", "ad 01 4b 46 7f ff 0c 10", 26812, 26.8125, false],
		["whose byte 6 is 16 too high", "28", "ad 01 55 aa 7f ff 13 10", 26812, 26.8125, false],
		["that fills what it does not have with ones", "28", "ad 01 ff ff 7f ff ff ff", 26812, 26.8125, false],
		["with 14 bits, two of them in byte 4", "28", "90 01 4b 46 e3 ff 10 10", 25046, 25.046875, true],
		["of that kind, below zero", "28", "6f fe 4b 46 e1 ff 10 10", -25046, -25.046875, false],
		["of that kind, under a kernel that does not know it", "28", "91 01 4b 46 e3 ff 10 10", 25062, 25.109375, false],
		["of a DS18S20 with a configuration", "10", "2e 00 4b 46 7f ff 0d 10", 22937, 22.9375, false],
	])("%s is read, and known as one", (_, family, hex, thousandths, value, suspect) => {
		expect(read(hex, thousandths, family)).toEqual({ kind: "value", value, suspect, specified: false });
	});

	it("is believed only where the kernel says the same", () => {
		expect(read("ad 01 4b 00 60 ff 03 10", 26814)).toMatchObject({ kind: "failed", fault: { code: "bus" } });
		expect(read("91 01 4b 46 e3 ff 10 10", 25200)).toMatchObject({ kind: "failed", fault: { code: "bus" } });
	});

	test.each([
		["counts per degree of zero, by which the kernel cannot divide", "2e 00 4b 46 ff ff 00 00", 0],
		["more counts left than a degree has", "2e 00 4b 46 ff ff 20 10", 21750],
	])("of a DS18S20 with %s has no temperature", (_, hex, thousandths) => {
		expect(read(hex, thousandths, "10")).toMatchObject({ kind: "failed", fault: { code: "implausible" } });
	});
});

describe("a thermocouple (MAX31850)", () => {
	const read = (hex: string, thousandths: number) => conversion("3b", kernelText(eight(hex), thousandths));
	test.each([
		["at 63 °C", "f0 03 80 18 f0 ff ff ff", 63000, 63],
		["at 63.25 °C with the address pins 9", "f4 03 80 18 f9 ff ff ff", 63250, 63.25],
		["under a kernel that takes its pins for degrees", "f4 03 80 18 f3 ff ff ff", 63296, 63.25],
		["below zero", "fc ff 80 18 f0 ff ff ff", -250, -0.25],
		["of a collector at stagnation", "00 0f 80 18 f0 ff ff ff", 240000, 240],
		["at 85 °C", "50 05 80 18 f0 ff ff ff", 85000, 85],
	])("%s", (_, hex, thousandths, value) => {
		expect(read(hex, thousandths)).toEqual({ kind: "value", value, suspect: value === 85, specified: true });
	});

	test.each([
		["is open", "01 00 81 18 f0 ff ff ff", 0, "open"],
		["is open, by the fault bit alone", "f1 03 80 18 f0 ff ff ff", 63000, "open"],
		["touches ground", "f1 03 82 18 f0 ff ff ff", 63000, "short"],
		["touches its supply", "f1 03 84 18 f0 ff ff ff", 63000, "short"],
	])("that %s says so, and no number", (_, hex, thousandths, code) => {
		expect(read(hex, thousandths)).toEqual({ kind: "failed", fault: { code, facts: {} } });
	});

	it("is not believed where the kernel is a degree off, as old ones are above 511 °C", () => {
		expect(read("00 28 80 18 f0 ff ff ff", 640000)).toMatchObject({ value: 640 });
		expect(read("00 28 80 18 f0 ff ff ff", -384000)).toMatchObject({ kind: "failed", fault: { code: "bus" } });
		expect(read("f0 03 80 18 f0 ff ff ff", 63300)).toMatchObject({ kind: "failed", fault: { code: "bus" } });
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
			"says so with another byte 6",
			kernelText(eight("ff 07 4b 46 7f ff 01 10"), 127937),
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
		["contradicts its own scratchpad", kernelText(GOOD, 26186), "bus", { value: 26.1875, kernel: 26.186 }],
		["is cut off", kernelText(GOOD, 26187).slice(0, 50), "bus", { reason: "not_a_reading" }],
		["is one byte short", kernelText(GOOD.slice(1), 26187), "bus", { reason: "not_a_reading" }],
		["is something else", "26187\n", "bus", { reason: "not_a_reading" }],
		["is a page of an error", "<html>t=26187</html>", "bus", { reason: "not_a_reading" }],
	] as const)("%s", (_, text, code, facts) => {
		expect(conversion("28", text)).toMatchObject({ kind: "failed", fault: { code, facts } });
	});

	// #never-becomes-number-flipped
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
