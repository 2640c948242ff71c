import { describe, expect, it } from "@jest/globals";
import { MegaBas } from "../../fakes/i2c/chips.ts";
import { aBus, aMegaBas } from "../bus/i2c/bench.ts";

/** A board of which only sensors are used. */
const board = () => {
	const wires = aBus();
	const chip = new MegaBas();
	wires.fake.chips.set(0x4b, chip);
	const device = aMegaBas(wires);
	/** So many pulses at a contact. The board counts them if it was told to. */
	const pulses = (channel: number, count: number) => {
		if (((chip.registers[0x67] ?? 0) & (1 << (channel - 1))) === 0) return;
		const counter = new DataView(chip.registers.buffer);
		const at = 0x80 + 4 * (channel - 1);
		counter.setUint32(at, counter.getUint32(at, true) + count, true);
	};
	const read = async (channel: number) => {
		const read = await device.read(`counter${channel}`);
		return read.kind === "value" ? read.value : read.fault.code;
	};
	return { ...wires, chip, device, pulses, read };
};

describe("pulses of a MegaBAS board", () => {
	it("are counted at two contacts that are read for the first time at once", async () => {
		const { pulses, read, chip } = board();
		expect(await Promise.all([read(1), read(3), read(8)])).toEqual([0, 0, 0]);
		expect(chip.registers[0x67]).toBe(0b1000_0101);
		for (const channel of [1, 3, 8]) pulses(channel, 5);
		expect(await Promise.all([read(1), read(3), read(8)])).toEqual([5, 5, 5]);
	});

	// #megabas-count-restarts
	it("go on where they were when the board restarts between two readings, and are counted again", async () => {
		const { pulses, read, chip } = board();
		await read(3);
		pulses(3, 70_000);
		expect(await read(3)).toBe(70_000);
		chip.reset();
		expect(await read(3)).toBe(70_000);
		pulses(3, 200);
		expect(await read(3)).toBe(70_200);
		// It counts from 0 again, and had a few pulses already: another program told it to count.
		chip.reset();
		chip.registers[0x67] = 0b100;
		pulses(3, 30);
		expect(await read(3)).toBe(70_230);
	});

	it("go on when a board with few pulses restarts", async () => {
		const { pulses, read, chip } = board();
		await read(3);
		pulses(3, 4);
		expect(await read(3)).toBe(4);
		chip.reset();
		expect(await read(3)).toBe(4);
		pulses(3, 1);
		expect(await read(3)).toBe(5);
	});

	it("do not fall where a glitch made the last count too high", async () => {
		const { pulses, read, fake } = board();
		await read(3);
		pulses(3, 1000);
		fake.spoils = (bytes, { write }) =>
			write[0] === 0x80 ? bytes.map((byte, i) => (i === 8 ? byte | 0x10 : byte)) : bytes;
		const high = await read(3);
		fake.spoils = (bytes) => bytes;
		expect([await read(3), high]).toEqual([high, 1016]);
		pulses(3, 20);
		expect(await read(3)).toBe(1020);
	});

	it("that nothing can be told of are a fault: the board does not take that it is to count", async () => {
		const { read, fake } = board();
		fake.refuses = ({ write }) => (write.length > 1 ? "EREMOTEIO" : undefined);
		expect(await read(3)).toBe("missing");
	});

	it("are not asked of the board to be counted after it was closed", async () => {
		const { device, fake, bus } = board();
		bus.join();
		const reading = device.read("counter3");
		await device.close();
		expect(await reading).toMatchObject({ fault: { code: "no_answer" } });
		expect(fake.takeWrites()).toEqual([]);
	});
});
