import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Device } from "#drivers/driver.ts";
import { oneWire } from "#drivers/one-wire/one-wire.ts";
import { instant } from "#model/quantities/units.ts";
import { FakeW1, kernelText } from "../../fakes/w1.ts";

const SENSOR = "28-000000abcdef";
const CELL = "3b-000000abcdef";

let w1: FakeW1;
let now: number;
let bus: Device;
beforeEach(() => {
	w1 = new FakeW1();
	now = 0;
	bus = oneWire.open("", [SENSOR, CELL], oneWire.options.parse({ root: w1.root }), {
		tell: () => undefined,
		now: () => instant(now),
	});
});
afterEach(async () => {
	await bus.close();
	w1.close();
});

/** The kernel's text of these eight bytes. */
const pad = (hex: string, thousandths: number) =>
	kernelText(
		hex.split(" ").map((byte) => Number.parseInt(byte, 16)),
		thousandths,
	);
/** What is told while the sensor says these one after another, and in the end goes on saying the last: numbers and faults. */
const told = async (id: string, says: readonly (number | string)[], polls: number) => {
	const said = w1.says(id, ...says);
	const all: unknown[] = [];
	for (let poll = 0; poll < polls; poll++, now += 5) {
		const read = await bus.read(id);
		all.push(read.kind === "value" ? read.value : read.fault.code);
	}
	await said;
	return all;
};

describe("wrong readings with a right checksum, as owners have met them", () => {
	test.each<[string, (number | string)[], unknown[]]>([
		[
			"a freezer that is 80 °C for one reading",
			[-16, -16, -16.25, 79.75, -16.375, -16.5],
			[-16, -16.25, -16.375, -16.5],
		],
		["a room that is 88 °C once", [18.5, 18.5, 88.25, 18.5625, 18.5], [18.5, 18.5625, 18.5]],
		["a boiler that drops by 4 K at every other reading", [71, 71, 67, 71, 67, 71], [71, 71, 71]],
		["a cellar that jumps by one bit", [12.5, 12.5, 28.5, 12.5, 44.5, 12.5625], [12.5, 12.5, 12.5625]],
		["a bath of 60 °C instead of 30, twice apart", [30, 30, 60, 30, 30, 60, 30], [30, 30, 30, 30]],
		["a brown-out that says something else each time", [55, 55, 13, 97, 55], [55, "unsteady", 55]],
		["one that comes back from a loose contact with 3 °C", ["", 3.1875, 61, 61], ["no_answer", "unsteady", 61]],
		["85 °C once after a start", [85, 21.5, 21.5], ["power_on_value", 21.5]],
		["85 °C between right ones", [21.5, 21.5, 85, 21.5], [21.5, "power_on_value", 21.5]],
	])("%s", async (_, says, all) => {
		expect(await told(SENSOR, says, all.length)).toEqual(all);
	});

	test.each<[string, string, string, string]>([
		["85 °C for ever, of a copy that lacks power", SENSOR, pad("50 05 55 00 7f ff 0c 10", 85000), "power_on_value"],
		["85 °C for ever, of a MAX31826 that lacks power", CELL, pad("50 05 ff ff f0 ff ff ff", 85000), "power_on_value"],
		["127.9 °C, after too little power", SENSOR, pad("ff 07 4b 46 7f ff 0c 10", 127937), "power_on_value"],
		["0 °C of a line that is held down", SENSOR, pad("00 00 00 00 00 00 00 00", 0), "short"],
		["-0.06 °C of a line that nobody holds", SENSOR, pad("ff ff ff ff ff ff ff ff", -62), "no_answer"],
		["the same under a kernel that reads 14 bits", SENSOR, pad("ff ff ff ff ff ff ff ff", -15), "no_answer"],
		["-0.06 °C with a configuration of nothing but ones", SENSOR, pad("ff ff 4b 46 ff ff ff 10", -15), "implausible"],
		[
			"0 °C of a thermocouple whose amplifier has measured nothing",
			CELL,
			pad("00 00 00 00 f0 ff ff ff", 0),
			"power_on_value",
		],
		[
			"-0.06 °C behind a checksum that failed, with an older reading's bytes in the second line",
			SENSOR,
			"ff ff ff ff ff ff ff ff ff : crc=c9 NO\n0a 01 4b 46 7f ff 06 10 be t=-62\n",
			"no_answer",
		],
	])("%s, however often", async (_, id, text, code) => {
		w1.set(id, 60);
		expect(await told(id, [60, 60], 1)).toEqual([60]);
		expect(await told(id, [text], 3)).toEqual([code, code, code]);
	});
});

describe("right readings that look wrong, as owners have met them", () => {
	test.each<[string, string, string, number]>([
		["a MAX31826", CELL, pad("5f 01 ff ff f0 ff ff ff", 21937), 21.9375],
		[
			"a MAX31826 under a kernel that takes it for a thermocouple",
			CELL,
			pad("5f 01 ff ff f3 ff ff ff", 21750),
			21.9375,
		],
		["a MAX31826 in the frost", CELL, pad("ff ff ff ff f0 ff ff ff", -62), -0.0625],
		["a thermocouple on a MAX31850", CELL, pad("80 01 70 17 f0 ff ff ff", 24000), 24],
		["a thermocouple at 0 °C", CELL, pad("00 00 70 01 f0 ff ff ff", 0), 0],
		["a copy with bytes of its own and 9 bits", SENSOR, pad("b0 00 34 03 1f c5 d4 83", 11000), 11],
		["a copy at 66.4 °C whose byte 6 stands still", SENSOR, pad("26 04 4b 46 7f ff 0c 10", 66375), 66.375],
		["a copy just below zero", SENSOR, pad("fe ff 55 00 7f ff 0c 10", -125), -0.125],
		["an original just below zero", SENSOR, pad("ff ff 4b 46 7f ff 01 10", -62), -0.0625],
		["-0.6 °C under a kernel that forgets the sign", SENSOR, pad("f6 ff 4b 46 7f ff 0a 10", 4095375), -0.625],
		[
			"-10.1 °C of a copy with 14 bits under such a kernel",
			SENSOR,
			pad("5e ff 4b 46 a1 ff 0e 10", 4085890),
			-10.109375,
		],
	])("%s", async (_, id, text, value) => {
		expect(await told(id, [text], 2)).toEqual([value, value]);
	});

	it("a kernel that is 4096 K off above zero contradicts the sensor", async () => {
		expect(await told(SENSOR, [pad("0a 00 4b 46 7f ff 06 10", 4096625)], 1)).toEqual(["bus"]);
	});
});
