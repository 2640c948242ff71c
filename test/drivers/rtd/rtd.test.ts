import { describe, expect, it, test } from "@jest/globals";
import { resistanceAt } from "#drivers/bus/i2c/platinum.ts";
import { rtd } from "#drivers/rtd/rtd.ts";
import { Rtd } from "../../fakes/i2c/rtd.ts";
import { aBus, anRtd } from "../bus/i2c/bench.ts";

/** An RTD board of stack 0 with sensors on all channels, and the device for it. */
const wired = (temperatures: readonly number[] = [21, 35, 48, 55, 60, 64, 68, 71], element: 100 | 1000 = 1000) => {
	const wires = aBus();
	const board = new Rtd();
	board.setTo(element);
	for (const [i, t] of temperatures.entries()) board.wire(i + 1, t);
	wires.fake.chips.set(0x40, board);
	return { ...wires, board, device: anRtd(wires) };
};

describe("the address of a sensor", () => {
	test.each([
		["0/1", { device: "0", channel: "1" }],
		["7/8", { device: "7", channel: "8" }],
	])("%s is a stack and a channel", (address, place) => {
		expect(rtd.place(address, "sensors")).toEqual(place);
	});
	test.each(["", "0", "0/0", "0/9", "8/1", "-1/1", "0/1/1", "00/1", "0/01", " 0/1"])("%j is none", (address) => {
		expect(rtd.place(address, "sensors")).toBeUndefined();
	});
});

describe("an RTD board", () => {
	test.each([100, 1000] as const)("measures with PT%d, from its resistances", async (element) => {
		const { device } = wired([-30, 0, 21.5, 60, 99.9, 149, 178, 220], element);
		for (const [i, t] of [-30, 0, 21.5, 60, 99.9, 149, 178, 220].entries()) {
			const read = await device.read(String(i + 1));
			expect(read.kind === "value" ? Math.abs(read.value - t) : read).toBeLessThan(0.05);
		}
	});

	it("reads the registers of the data sheet: two blocks of floats at 0x00 and 0x3b, little endian", async () => {
		const { fake, device, board } = wired();
		board.flickers = false;
		fake.transfers.length = 0;
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		expect(fake.transfers).toEqual([
			{ address: 0x40, write: [0x3b], read: 32 },
			{ address: 0x40, write: [0x00], read: 32 },
			{ address: 0x40, write: [0x3b], read: 32 },
			{ address: 0x40, write: [0x82], read: 4 },
			{ address: 0x40, write: [0x5b], read: 8 },
		]);
	});

	it("reads all channels that are asked for at once in one go", async () => {
		const { fake, device } = wired();
		const all = await Promise.all(["1", "2", "3", "4", "5", "6", "7", "8"].map((channel) => device.read(channel)));
		expect(all.filter(({ kind }) => kind === "value")).toHaveLength(8);
		expect(fake.transfers).toHaveLength(5);
		expect(fake.together).toBe(1);
	});

	it("writes nothing at all, least of all its watchdog", async () => {
		const { fake, device } = wired();
		await device.read("1");
		expect(await device.write()).toMatchObject({ kind: "failed", fault: { code: "no_write" } });
		expect(fake.takeWrites()).toEqual([]);
	});
});

describe("what is no temperature is a fault with its reason", () => {
	test.each([
		["an open input", { ohm: 3650, code: "open" }],
		["an open input of a board for PT100", { ohm: 365, code: "open" }],
		["a short circuit", { ohm: 4, code: "short" }],
		["nothing measured yet", { ohm: 0, code: "short" }],
		["a number that is none", { ohm: Number.NaN, code: "implausible" }],
		["infinity", { ohm: Number.POSITIVE_INFINITY, code: "implausible" }],
		["less than nothing", { ohm: -3, code: "implausible" }],
	])("%s", async (_, { ohm, code }) => {
		const { device, board } = wired();
		board.measure = () => board.float(0x3b, 0, ohm);
		expect(await device.read("1")).toMatchObject({ kind: "failed", fault: { code } });
		expect(await device.read("2")).toMatchObject({ kind: "value" });
	});

	it("a temperature that does not belong to the resistance: the board is set to the other kind of sensor", async () => {
		const { device, board } = wired();
		board.element = 100;
		board.wire(1, 21, 1000);
		const read = await device.read("1");
		expect(read).toMatchObject({ fault: { code: "implausible", facts: { computed: 21, set_to: "PT1000" } } });
	});

	it("says which kind of sensor the board is set to, as newer firmware keeps it", async () => {
		const { device, board } = wired();
		board.registers[0x82] = 0;
		board.registers[0x85] = 1;
		board.element = 100;
		board.wire(1, 21, 1000);
		expect(await device.read("1")).toMatchObject({ fault: { facts: { set_to: "PT1000" } } });
	});

	it("a converter that has stopped: four channels, though their last values stay readable", async () => {
		const { device, board } = wired();
		await device.read("1");
		board.dead = [1];
		board.measure();
		const all = await Promise.all(["1", "4", "5", "8"].map((channel) => device.read(channel)));
		expect(all.map((read) => (read.kind === "failed" ? read.fault.code : "value"))).toEqual([
			"no_answer",
			"no_answer",
			"value",
			"value",
		]);
		expect(all[0]).toMatchObject({ fault: { facts: { converter: 1, per_second: 0 } } });
	});

	it("a converter that was just started again by the firmware, for that one reading", async () => {
		const { device, board } = wired();
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		board.restarts(1);
		expect(await device.read("1")).toMatchObject({ fault: { code: "unsteady" } });
		expect(await device.read("1")).toMatchObject({ kind: "value" });
	});

	it("values that no longer flicker, after ten minutes", async () => {
		const { device, board } = wired();
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		board.flickers = false;
		const reads = [];
		for (let round = 0; round <= 122; round++) reads.push((await device.read("1")).kind);
		expect(reads.indexOf("failed")).toBeGreaterThanOrEqual(119);
		expect(reads.at(-1)).toBe("failed");
		board.flickers = true;
		await device.read("1");
		expect(await device.read("1")).toMatchObject({ kind: "value" });
	});
});

describe("firmware that does not count its measurements", () => {
	it("is believed once a value has changed, and no longer than half a minute without a change", async () => {
		const { device, board } = wired();
		board.counts = false;
		expect(await device.read("1")).toMatchObject({ fault: { code: "no_answer" } });
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		board.flickers = false;
		const reads = [];
		for (let round = 0; round < 9; round++) reads.push((await device.read("1")).kind);
		expect(reads.indexOf("failed")).toBe(7);
	});
});

describe("values that change while they are read", () => {
	it("are read again", async () => {
		const { device, board, fake } = wired();
		board.flickers = false;
		// From 1023.99 to 1024.01 ohm all bytes of the float change.
		board.terminals[0] = 1023.99;
		board.measure();
		let torn = 0;
		board.between = (register) => {
			if (register === 0x3b + 2 && torn++ === 0) {
				board.terminals[0] = 1024.01;
				board.measure();
			}
		};
		const read = await device.read("1");
		const truth = 6.16;
		expect(read.kind === "value" ? Math.abs(read.value - truth) : read).toBeLessThan(0.05);
		expect(torn).toBeGreaterThan(1);
		expect(fake.transfers.length).toBeGreaterThan(5);
	});

	it("are a fault where that does not end", async () => {
		const { device, board } = wired();
		let nth = 0;
		board.between = (register) => {
			if (register === 0x3b) board.float(0x3b, 0, resistanceAt(nth++ % 2 === 0 ? 20 : 24, 1000));
		};
		expect(await device.read("1")).toMatchObject({ fault: { code: "unsteady" } });
		expect(await device.read("2")).toMatchObject({ kind: "value" });
	});
});

describe("a board that is lost", () => {
	it("fails with its address, is reported once, and comes back by itself", async () => {
		const { device, fake, board, notices } = wired();
		await device.read("1");
		fake.chips.delete(0x40);
		expect(await device.read("1")).toMatchObject({ fault: { code: "missing", facts: { address: "0x40" } } });
		await device.read("1");
		expect(device.health()).toMatchObject({ code: "missing" });
		expect(device.returns).toBe(0);
		fake.chips.set(0x40, board);
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		expect([device.returns, device.health()]).toEqual([1, undefined]);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});

	it("is not lost by a glitch", async () => {
		const { device, fake, notices } = wired();
		let glitches = 2;
		fake.refuses = () => (glitches-- > 0 ? "EREMOTEIO" : undefined);
		expect(await device.read("1")).toMatchObject({ kind: "value" });
		expect(notices).toEqual([]);
	});
});
