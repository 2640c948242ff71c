import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { resistanceAt } from "#drivers/bus/i2c/platinum.ts";
import { Guest } from "../guest/guest.ts";
import { until } from "../guest/wait.ts";

/** @param bus its number */
const options = (bus: number) => ({
	language: "en",
	rtd: { bus, pace: 1 },
	relind: { bus, board: "auto" },
	sensors: [
		{ id: "collector", role: "collector", source: "rtd:0/1" },
		{ id: "tank", role: "tank", source: "rtd:0/2" },
		{ id: "open", role: "other", source: "rtd:0/3" },
	],
	outputs: [{ id: "pump", role: "pump", target: "relind:2/1" }],
});
/** A tool that others wrote, and its library: the same Debian runs in the guest. */
const TOOLS = {
	"/tools/i2cset": "/usr/sbin/i2cset",
	"/tools/i2cget": "/usr/sbin/i2cget",
	"/tools/libi2c.so.0": "/usr/lib/x86_64-linux-gnu/libi2c.so.0",
};

/** Debian's kernel with its I2C core and a bus of memory (i2c-stub), which carries SMBus transfers only. */
describe("on an I2C bus of a real kernel", () => {
	let guest: Guest;
	let bus: number;
	beforeAll(async () => {
		const coded = Object.entries(TOOLS).map(([to, from]) => [`/coded${to}`, readFileSync(from).toString("base64")]);
		guest = await Guest.boot({
			machine: "amd64",
			modules: ["i2c-dev", "i2c-stub"],
			files: Object.fromEntries(coded),
		});
		for (const to of Object.keys(TOOLS))
			await demand(`mkdir -p /tools; base64 -d /coded${to} >${to} && chmod 755 ${to}`);
		await demand("insmod /modules/i2c-stub.ko chip_addr=0x40,0x10");
		// The emulated machine has buses of its own.
		const named = await demand("grep -l stub /sys/class/i2c-dev/*/name");
		bus = Number(/i2c-(\d+)/.exec(named)?.[1]);
		await demand(`echo '${JSON.stringify(options(bus))}' >/data/options.json; chmod 600 /data/options.json`);
		// An RTD board, and a relay card with a processor: the versions say so.
		await set(0x40, 0x37, [5, 0, 1, 13]);
		await set(0x40, 0x5b, [0, 0, 0, 0, 18, 0, 18, 0]);
		await set(0x10, 0x78, [2, 0, 1, 2]);
		await measured(70, 40);
	}, 400_000);
	afterAll(() => guest?.close());

	const demand = async (command: string): Promise<string> => {
		const { code, out } = await guest.sh(command, 120_000);
		if (code !== 0) throw new Error(`${command}: ${out}`);
		return out;
	};
	const set = (address: number, register: number, bytes: readonly number[]) =>
		demand(`LD_LIBRARY_PATH=/tools /tools/i2cset -y ${bus} ${address} ${register} ${bytes.join(" ")} i`);
	const floats = (values: readonly number[]) => [...new Uint8Array(Float32Array.from(values).buffer)];
	const measured = async (...temperatures: number[]) => {
		const open = Array.from({ length: 6 }, () => 3650);
		await set(0x40, 0x3b, floats([...temperatures.map((t) => resistanceAt(t, 1000)), ...open]));
		await set(0x40, 0x00, floats([...temperatures, ...open.map(() => 690)]));
	};

	// #real-i2c-read
	it("reads a board by SMBus blocks: temperatures, and an open input as a fault", async () => {
		const { sensors } = JSON.parse((await guest.app("read --json")).out);
		expect(sensors).toMatchObject([
			{ id: "collector", value: expect.closeTo(70, 1) },
			{ id: "tank", value: expect.closeTo(40, 1) },
			{ id: "open", fault: "open" },
		]);
	}, 150_000);

	// #real-i2c-write
	it("switches a relay that i2cget then finds on, and rests it when it is stopped", async () => {
		const relays = async () => (await demand(`LD_LIBRARY_PATH=/tools /tools/i2cget -y ${bus} 0x10 0`)).trim();
		expect(await relays()).toBe("0x00");
		await guest.start("run");
		await until("the pump runs", async () => (await relays()) === "0x01");
		await demand("kill $(pidof node)");
		await until("the pump is at rest", async () => (await relays()) === "0x00");
	}, 300_000);
});
