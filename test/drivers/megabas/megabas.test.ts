import { describe, expect, it, jest, test } from "@jest/globals";
import type { Image } from "#drivers/driver.ts";
import { CURVES, levelAt, millivolts } from "#drivers/megabas/curves.ts";
import { megabas } from "#drivers/megabas/megabas.ts";
import { percent } from "#model/quantities/units.ts";
import { MegaBas, Memory } from "../../fakes/i2c/chips.ts";
import { eventually, stopTimers } from "../../fakes/stopped-timers.ts";
import { aBus, aMegaBas } from "../bus/i2c/bench.ts";

/** A board of stack 3 and the device for it. */
const board = (channels: readonly string[] = [], curves: Parameters<typeof aMegaBas>[2] = [], hardware = 4) => {
	const wires = aBus();
	const chip = new MegaBas(hardware);
	wires.fake.chips.set(0x4b, chip);
	return { ...wires, chip, device: aMegaBas(wires, channels, curves) };
};
const image = (drives: Record<string, boolean | number>): Image =>
	new Map(Object.entries(drives).map(([key, drive]) => [key, typeof drive === "number" ? percent(drive) : drive]));

describe("the address", () => {
	test.each([
		["3/6", "temperature"],
		["3/ntc8", "temperature"],
		["0/contact1", "contact"],
		["0/counter8", "pulses"],
		["3/in2/pressure/0..6", "pressure"],
		["3/in2/pressure/2..10V/0..6", "pressure"],
		["3/in2/pressure/0.5..4.5V/-1..9", "pressure"],
		["3/in8/irradiance/0..1200", "irradiance"],
		["3/in1/flow/0..40.5", "flow"],
		["3/in1/temperature/-50..150", "temperature"],
	])("%s is a sensor for %s", (address, quantity) => {
		const [device, channel] = [address[0], address.slice(2)];
		expect(megabas.place(address, "sensors")).toEqual({ device, channel });
		expect(megabas.measures?.(address)).toBe(quantity);
		expect(megabas.place(address, "outputs")).toBeUndefined();
	});
	test.each([
		["3/out1", "level"],
		["7/out4", "level"],
		["3/triac4", "switch"],
	])("%s is an output that takes a %s", (address, sets) => {
		expect(megabas.place(address, "outputs")).toEqual({ device: address[0], channel: address.slice(2) });
		expect(megabas.sets?.(address)).toBe(sets);
		expect(megabas.place(address, "sensors")).toBeUndefined();
	});
	test.each([
		"",
		"3",
		"3/",
		"3/0",
		"3/9",
		"8/1",
		"3/out5",
		"3/triac0",
		"3/in2",
		"3/in2/pressure",
		"3/in9/pressure/0..6",
		"3/in2/contact/0..6",
		"3/in2/pressure/6..6",
		"3/in2/pressure/5..5V/0..6",
		"3/in2/pressure/0..11V/0..6",
		"3/in2/pressure/0..6/x",
		"3/pt1",
		"3/ntc0",
	])("%j is none", (address) => {
		expect(megabas.place(address, "sensors") ?? megabas.place(address, "outputs")).toBeUndefined();
	});
});

describe("sensors", () => {
	// Resistances of the installation that this app replaces.
	test.each([
		[882, -30],
		[1000, 0],
		[1078, 20],
		[1385, 100],
		[1685, 180],
		[1758, 200],
	])("%d ohm at an input for 1 kohm are %d °C", async (ohm, temperature) => {
		const { chip, device } = board();
		chip.ohm(6, ohm);
		const read = await device.read("6");
		expect(read.kind === "value" ? Math.abs(read.value - temperature) : read).toBeLessThan(0.3);
	});

	test.each([
		[60_000, "open"],
		[30_000, "open"],
		[65_535, "open"],
		[2121, "open"],
		[602, "short"],
		[108, "short"],
		[0, "short"],
	])("%d ohm there are a fault: %s", async (ohm, code) => {
		const { chip, device } = board();
		chip.ohm(6, ohm);
		expect(await device.read("6")).toMatchObject({ kind: "failed", fault: { code, facts: { resistance: ohm } } });
	});

	test.each([
		[10_000, 25],
		[32_000, 1.2],
		[1080, 86],
	])("%d ohm at an input for 10 kohm are about %d °C", async (ohm, temperature) => {
		const { chip, device } = board();
		chip.ohm10k(1, ohm);
		const read = await device.read("ntc1");
		expect(read.kind === "value" ? Math.abs(read.value - temperature) : read).toBeLessThan(1);
	});

	// Firmware reports these for everything beyond: as a temperature they would be 2 °C, or -11 °C.
	test.each([
		[30_000, "open"],
		[60_000, "open"],
		[0, "short"],
		[40, "short"],
	])("%d ohm there are a fault: %s", async (ohm, code) => {
		const { chip, device } = board();
		chip.ohm10k(1, ohm);
		expect(await device.read("ntc1")).toMatchObject({ kind: "failed", fault: { code } });
	});

	test.each([
		["in2/pressure/0..6", 5000, 3],
		["in2/pressure/0..6", 0, 0],
		["in2/pressure/2..10V/0..6", 2000, 0],
		["in2/pressure/2..10V/0..6", 10_000, 6],
		["in2/irradiance/0..1200", 7500, 900],
		["in2/temperature/-50..150", 2500, 0],
		["in2/flow/0.5..4.5V/0..40", 2500, 20],
	])("%s at %d mV is %d", async (channel, millivolt, value) => {
		const { chip, device } = board();
		chip.millivolts(2, millivolt);
		const read = await device.read(channel);
		expect(read.kind === "value" ? read.value : read).toBeCloseTo(value, 9);
	});

	test.each([
		["in2/pressure/2..10V/0..6", 0, "open"],
		["in2/pressure/2..10V/0..6", 990, "open"],
		["in2/pressure/2..10V/0..6", 1300, "implausible"],
		["in2/pressure/0..6", 10_600, "short"],
		["in2/flow/0.5..4.5V/0..40", 5100, "implausible"],
	])("%s at %d mV is a fault: %s", async (channel, millivolt, code) => {
		const { chip, device } = board();
		chip.millivolts(2, millivolt);
		expect(await device.read(channel)).toMatchObject({ kind: "failed", fault: { code } });
	});

	it("dry contacts: 1 is closed", async () => {
		const { chip, device } = board();
		chip.registers[3] = 0b0000_0100;
		expect(await device.read("contact3")).toEqual({ kind: "value", value: 1 });
		expect(await device.read("contact2")).toEqual({ kind: "value", value: 0 });
	});

	it("counters, of which one is switched on where no edge was counted", async () => {
		const { chip, device, fake } = board();
		chip.counter(3, 70_000);
		chip.registers[0x67] = 0b1000_0000;
		expect(await device.read("counter3")).toEqual({ kind: "value", value: 70_000 });
		chip.counter(3, 70_001);
		expect(await device.read("counter3")).toEqual({ kind: "value", value: 70_001 });
		expect(fake.takeWrites()).toEqual(["4b 67 84"]);
		// Its processor started again, so nothing is counted.
		chip.reset();
		fake.chips.delete(0x4b);
		await device.read("counter3");
		fake.chips.set(0x4b, chip);
		await device.read("counter3");
		expect(fake.takeWrites()).toEqual(["4b 67 04"]);
	});

	it("all of a kind are read together, and twice", async () => {
		const { chip, device, fake } = board();
		for (let channel = 1; channel <= 8; channel++) chip.ohm(channel, 1078);
		await device.read("1");
		fake.transfers.length = 0;
		await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((channel) => device.read(String(channel))));
		expect(fake.transfers).toEqual([
			{ address: 0x4b, write: [0x1c], read: 16 },
			{ address: 0x4b, write: [0x1c], read: 16 },
		]);
		expect(fake.together).toBe(1);
	});

	it("a word that changed while it was read is read again", async () => {
		const { chip, device, fake } = board();
		chip.ohm(1, 1023);
		let reads = 0;
		// The low byte of 1023 and the high byte of 1024.
		fake.spoils = (bytes, { write }) => (write[0] === 0x1c && reads++ === 1 ? [0xff, 0x04, ...bytes.slice(2)] : bytes);
		const read = await device.read("1");
		expect(read.kind === "value" ? Math.abs(read.value - 5.9) : read).toBeLessThan(0.3);
		expect(reads).toBe(4);
	});
});

describe("hardware of which inputs are selected by software", () => {
	it("says so where an input is set to something else", async () => {
		const { chip, device, fake } = board([], [], 5);
		chip.ohm(6, 1078);
		chip.select(6, 0);
		expect(await device.read("6")).toMatchObject({
			fault: { code: "implausible", facts: { set_to: "0-10 V", needs: "1 kohm" } },
		});
		chip.select(6, 1);
		expect(await device.read("6")).toMatchObject({ kind: "value" });
		expect(fake.takeWrites()).toEqual([]);
	});
});

describe("curves", () => {
	test.each([
		["linear", 0, 0],
		["linear", 1, 100],
		["linear", 55, 5500],
		["linear", 100, 10_000],
		["inverted", 0, 10_000],
		["inverted", 1, 9900],
		["inverted", 100, 0],
		// Below 0.5 V such a pump runs at full speed.
		["pump_0_10v", 0, 750],
		["pump_0_10v", 1, 3070],
		["pump_0_10v", 100, 10_000],
		["pwm_solar", 0, 0],
		["pwm_solar", 1, 1580],
		["pwm_solar", 100, 9500],
		["pwm_heating", 0, 10_000],
		["pwm_heating", 1, 8321],
		["pwm_heating", 100, 500],
	] as const)("%s: %d %% is %d mV", (curve, level, found) => {
		expect(millivolts(curve, percent(level))).toBe(found);
	});

	test.each(CURVES)("%s: every level comes back, and a stronger one never slows the pump", (curve) => {
		const all = Array.from({ length: 101 }, (_, level) => millivolts(curve, percent(level)));
		expect(all.map((found) => levelAt(curve, found))).toEqual(all.map((_, level) => level));
		const steps = all.slice(2).map((found, i) => found - (all[i + 1] ?? 0));
		expect(new Set(steps.map(Math.sign)).size).toBe(1);
		expect(all.every((found) => found >= 0 && found <= 10_000)).toBe(true);
	});

	// What the pumps' manuals say of a voltage that this app never gives.
	test.each([
		["pump_0_10v", 0, 100],
		["pump_0_10v", 900, 0],
		["pwm_solar", 500, 0],
		["pwm_heating", 9500, 0],
		["pwm_heating", 0, 100],
		["inverted", 0, 100],
		["linear", 11_000, undefined],
	] as const)("%s: %d mV found is %p %%", (curve, found, level) => {
		expect(levelAt(curve, found)).toBe(level);
	});
});

describe("outputs", () => {
	it("are written whole and confirmed from the registers", async () => {
		const { device, fake, chip } = board(["out1", "triac2"]);
		expect(await device.write(image({ out1: 55, triac2: true }))).toEqual({
			kind: "done",
			confirmed: image({ out1: 55, triac2: true }),
		});
		expect(fake.takeWrites()).toEqual(["4b 04 7c 15", "4b 00 02"]);
		expect([chip.out(1), chip.triacs]).toEqual([5500, 2]);
	});

	it("of others, and the lamps, keep their state", async () => {
		const { device, fake, chip } = board(["triac2"]);
		chip.registers[0] = 0b0101_0001;
		await device.write(image({ triac2: true }));
		expect(fake.takeWrites()).toEqual(["4b 00 53"]);
	});

	it("use the curve of their own output", async () => {
		const { device, chip } = board(["out1", "out2"], ["linear", "pump_0_10v"]);
		expect(await device.write(image({ out1: 0, out2: 0 }))).toEqual({
			kind: "done",
			confirmed: image({ out1: 0, out2: 0 }),
		});
		expect([chip.out(1), chip.out(2)]).toEqual([0, 750]);
	});

	it("that do not take it are a fault with what was found", async () => {
		const { device, fake } = board(["out1", "triac1"]);
		fake.spoils = (bytes, { write }) => (write[0] === 4 ? [0xe8, 0x03, ...bytes.slice(2)] : bytes);
		const written = await device.write(image({ out1: 55, triac1: true }));
		expect(written).toMatchObject({ kind: "done", confirmed: image({ out1: 10, triac1: true }) });
		expect(written.kind === "done" && [...(written.faults?.keys() ?? [])]).toEqual(["out1"]);
		expect(fake.takeWrites()).toHaveLength(4);
	});

	it("are read at the start, and nothing is written for that", async () => {
		const { device, fake, chip } = board(["out3", "triac4"]);
		chip.registers[0] = 0x08;
		chip.registers.set([0x10, 0x27], 8);
		const found = await device.readBack();
		expect([found?.get("out3"), found?.get("triac4"), found?.get("triac1")]).toEqual([100, true, false]);
		expect(fake.takeWrites()).toEqual([]);
	});

	test.each([
		["out1", true],
		["triac1", 50],
	])("%s does not take %p", async (channel, drive) => {
		const { device, fake } = board([channel]);
		expect(await device.write(image({ [channel]: drive }))).toMatchObject({ fault: { code: "no_write" } });
		expect(fake.takeWrites()).toEqual([]);
	});

	it("are not written to a chip of another make at the same address", async () => {
		const wires = aBus();
		const stranger = new Memory();
		// An ADS1115 gives the same two registers again and again.
		stranger.registers.fill(0x80);
		wires.fake.chips.set(0x4b, stranger);
		const device = aMegaBas(wires, ["triac1"]);
		expect(await device.write(image({ triac1: true }))).toMatchObject({ fault: { code: "unidentified" } });
		expect(wires.fake.takeWrites()).toEqual([]);
	});

	it("that a restart of the board has cleared are found within 2 s", async () => {
		stopTimers();
		const { device, chip } = board(["out1", "triac1"]);
		await device.write(image({ out1: 55, triac1: true }));
		chip.reset();
		jest.advanceTimersByTime(2000);
		await eventually(() => device.returns > 0);
		expect(await device.write(image({ out1: 55, triac1: true }))).toMatchObject({ kind: "done" });
		expect([chip.out(1), chip.triacs]).toEqual([5500, 1]);
	});
});

test("its watchdog is never written: it cuts the computer's supply, and drops no output", async () => {
	const { device, chip, fake } = board(["out1", "triac1"]);
	chip.ohm(1, 1078);
	await device.read("1");
	await device.read("counter1");
	await device.write(image({ out1: 10, triac1: true }));
	await device.readBack();
	const registers = fake.transfers.filter(({ write }) => write.length > 1).map(({ write }) => write[0]);
	expect(registers.filter((register) => (register ?? 0) >= 0x3c && register !== 0x67)).toEqual([]);
});
