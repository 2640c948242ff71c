import { describe, expect, it, test } from "@jest/globals";
import * as abi from "#drivers/gpio/abi.ts";

/** Bytes that are not 0, by their place, as in `gpio.h`. */
const set = (memory: Buffer) => Object.fromEntries([...memory.entries()].filter(([, byte]) => byte !== 0));

describe("what the kernel gets", () => {
	it("asks for a line as an output with its level", () => {
		const request = abi.lineRequest(17, "ab", { flags: abi.FLAGS.output, level: true });
		expect(request).toHaveLength(592);
		expect(set(request)).toEqual({ 0: 17, 256: 97, 257: 98, 288: 8, 296: 1, 320: 2, 328: 1, 336: 1, 560: 1 });
	});

	it("asks for an input that counts: bias, edge, debounce in µs, edges to keep", () => {
		const flags = abi.FLAGS.input | abi.FLAGS.pull_up | abi.FLAGS.falling;
		const request = abi.lineRequest(300, "", { flags, debounce: 20_000 }, 64);
		expect(set(request)).toEqual({
			...{ 0: 0x2c, 1: 1, 288: 0x24, 289: 1, 296: 1 },
			...{ 320: 3, 328: 0x20, 329: 0x4e, 336: 1, 560: 1, 564: 64 },
		});
	});

	it("never takes a name that would run into what follows", () => {
		expect(abi.lineRequest(0, "x".repeat(99), { flags: 0n })[287]).toBe(0);
	});

	test.each([
		[true, { 0: 1, 8: 1 }],
		[false, { 8: 1 }],
	])("sets the level %s of its one line", (level, bytes) => expect(set(abi.lineValues(level))).toEqual(bytes));

	it("changes a line's configuration", () => {
		const config = abi.lineConfig({ flags: abi.FLAGS.output, level: false });
		expect(config).toHaveLength(272);
		expect(set(config)).toEqual({ 0: 8, 8: 1, 32: 2, 48: 1 });
	});
});

describe("what the kernel gives", () => {
	it("is a chip", () => {
		const memory = abi.chipInfo();
		memory.write("gpiochip0", 0);
		memory.write("pinctrl-bcm2711", 32);
		memory.writeUInt32LE(58, 64);
		expect(abi.readChipInfo(memory)).toEqual({ name: "gpiochip0", label: "pinctrl-bcm2711", lines: 58 });
	});

	it("is a line: its name, whether it is held and by whom, whether it is an output", () => {
		const memory = abi.lineInfo(4);
		memory.write("GPIO4", 0);
		memory.write("onewire@0", 32);
		memory.writeBigUInt64LE(1n | 8n, 72);
		expect(memory.readUInt32LE(64)).toBe(4);
		expect(abi.readLineInfo(memory)).toEqual({ name: "GPIO4", consumer: "onewire@0", used: true, output: true });
	});

	it("is edges with a time and a number", () => {
		const memory = Buffer.alloc(2 * 48);
		memory.writeBigUInt64LE(1_500_000_000n, 0);
		memory.writeUInt32LE(7, 20);
		memory.writeBigUInt64LE(2_000_000_000n, 48);
		memory.writeUInt32LE(8, 68);
		expect(abi.edgesIn(memory)).toEqual([
			{ at: 1.5, nth: 7 },
			{ at: 2, nth: 8 },
		]);
		expect(abi.edgesIn(memory.subarray(0, 95))).toHaveLength(1);
	});

	// #gpio-fuzzed
	it("is read without an exception, whatever its bytes are", () => {
		// xorshift32, so that a failure can be repeated.
		let state = 0x1234567;
		const random = () => {
			state ^= state << 13;
			state ^= state >>> 17;
			state ^= state << 5;
			return state & 0xff;
		};
		let bytes = 0;
		while (bytes < 1_000_000) {
			const chip = abi.chipInfo().map(random);
			const line = abi.lineInfo(0).map(random);
			const edges = Buffer.alloc(random() * 48 + (random() % 48)).map(random);
			bytes += chip.length + line.length + edges.length;
			abi.readChipInfo(Buffer.from(chip));
			expect(abi.readLineInfo(Buffer.from(line)).name.length).toBeLessThanOrEqual(32);
			for (const { at, nth } of abi.edgesIn(Buffer.from(edges)))
				if (!(Number.isFinite(at) && nth >= 0)) throw new Error("NaN");
		}
	});
});
