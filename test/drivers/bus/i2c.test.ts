import { describe, expect, it, jest, test } from "@jest/globals";
import { I2cBus } from "#drivers/bus/i2c/i2c.ts";
import { FakeI2c } from "../../fakes/i2c/bus.ts";
import { Memory } from "../../fakes/i2c/chips.ts";
import { eventually, settledOf, stopTimers } from "../../fakes/stopped-timers.ts";

const aBus = () => {
	const fake = new FakeI2c();
	fake.chips.set(0x40, new Memory());
	return { fake, bus: new I2cBus("/dev/i2c-1", fake.open).join() };
};
const read = (bus: I2cBus, register = 0, urgent = false) => bus.transfer(0x40, Uint8Array.of(register), 1, { urgent });

describe("a bus", () => {
	it("carries one transfer at a time", async () => {
		const { fake, bus } = aBus();
		await Promise.all(Array.from({ length: 20 }, (_, i) => read(bus, i)));
		expect(fake.together).toBe(1);
		expect(fake.transfers.map(({ write }) => write[0])).toEqual(Array.from({ length: 20 }, (_, i) => i));
		expect(fake.opened).toBe(1);
	});

	it("carries writes of outputs before all reads that wait", async () => {
		const { fake, bus } = aBus();
		const reads = [1, 2, 3].map((register) => read(bus, register));
		const write = bus.transfer(0x40, Uint8Array.of(9, 1), 0, { urgent: true });
		await Promise.all([...reads, write]);
		expect(fake.transfers.map(({ write }) => write[0])).toEqual([1, 9, 2, 3]);
	});

	// What adapters of different makes report.
	test.each([
		["EREMOTEIO", "missing"],
		["ENXIO", "missing"],
		["ENODEV", "missing"],
		["EIO", "missing"],
		["ETIMEDOUT", "no_answer"],
		["EBUSY", "in_use"],
		["EACCES", "no_permission"],
		["EAGAIN", "bus"],
		["EPROTO", "bus"],
	])("gives %s from a chip as the fault %s, with its address", async (code, fault) => {
		const { fake, bus } = aBus();
		fake.refuses = () => code;
		expect(await read(bus)).toMatchObject({ code: fault, facts: { device: "/dev/i2c-1", address: "0x40" } });
	});

	test.each([
		["ENOENT", "missing"],
		["ENXIO", "missing"],
		["EACCES", "no_permission"],
		["EPERM", "no_permission"],
		["EBUSY", "in_use"],
		["ETIMEDOUT", "no_answer"],
		["EMFILE", "bus"],
	])("gives %s at opening as the fault %s, without an address", async (code, fault) => {
		const { fake, bus } = aBus();
		fake.absent = code;
		const said = await read(bus);
		expect(said).toMatchObject({ code: fault, facts: { device: "/dev/i2c-1" } });
		expect(said).not.toMatchObject({ facts: { address: "0x40" } });
	});

	it("that appears later is opened then", async () => {
		const { fake, bus } = aBus();
		fake.absent = "ENOENT";
		await read(bus);
		fake.absent = undefined;
		expect(await read(bus)).toEqual(Uint8Array.of(0));
	});

	it("whose adapter was unplugged is opened again, and leaks no descriptor in 100 cycles", async () => {
		const { fake, bus } = aBus();
		for (let cycle = 0; cycle < 100; cycle++) {
			expect(await read(bus)).toEqual(Uint8Array.of(0));
			fake.absent = "ENODEV";
			expect(await read(bus)).toMatchObject({ code: "missing" });
			expect(await read(bus)).toMatchObject({ code: "missing" });
			fake.absent = undefined;
		}
		bus.leave();
		expect(fake.opened).toBe(fake.closed);
		expect(fake.opened).toBe(100);
	});

	it("whose adapter throws is a fault, and works on", async () => {
		const { fake, bus } = aBus();
		fake.refuses = () => {
			throw new RangeError("bug");
		};
		expect(await read(bus)).toMatchObject({ code: "bus" });
		fake.refuses = () => undefined;
		expect(await read(bus)).toEqual(Uint8Array.of(0));
	});
});

describe("a bus that hangs", () => {
	it("lets each caller go at its own deadline, and those after 1.5 s at once; what was given up is never sent", async () => {
		stopTimers();
		let now = 0;
		jest.spyOn(performance, "now").mockImplementation(() => now);
		const { fake, bus } = aBus();
		await read(bus);
		fake.transfers.length = 0;
		fake.hang(true);
		const first = read(bus, 1);
		const second = read(bus, 2);
		await jest.advanceTimersByTimeAsync(999);
		expect(settledOf(first)()).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(await first).toMatchObject({ code: "no_answer" });
		expect(await second).toMatchObject({ code: "no_answer" });
		now = 1501;
		expect(await read(bus, 3)).toMatchObject({ code: "no_answer" });
		fake.hang(false);
		await eventually(() => fake.transfers.length === 1);
		jest.restoreAllMocks();
		expect(await read(bus, 4)).toEqual(Uint8Array.of(0));
		expect(fake.transfers.map(({ write }) => write[0])).toEqual([1, 4]);
		jest.useRealTimers();
	});

	it("is closed after its last transfer, not under it", async () => {
		const { fake, bus } = aBus();
		await read(bus);
		fake.hang(true);
		const late = read(bus);
		await eventually(() => fake.together > 0);
		bus.leave();
		expect(fake.closed).toBe(0);
		fake.hang(false);
		await late;
		await eventually(() => fake.closed === 1);
	});
});
