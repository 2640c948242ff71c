import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";

const ROOT = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "i2c-"));
const running: ChildProcess[] = [];
afterEach(() => {
	for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The app's own code or one of its programs. */
const started = (kind: "plain" | "smbus", ...program: string[]) => within(kind, process.execPath, ...program);

/** A program in a machine with /dev/i2c-1, through real calls of the C library. */
function within(kind: "plain" | "smbus", ...program: string[]) {
	const log = join(folder, `${kind}-${running.length}-${Date.now()}.log`);
	const emulator = ["/usr/bin/python3", join(import.meta.dirname, "bus.py"), log, kind];
	const child = spawn("umockdev-wrapper", [...emulator, ...program], {
		cwd: ROOT,
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, NODE_OPTIONS: "" },
	});
	running.push(child);
	const said = { out: "", err: "" };
	child.stdout?.on("data", (chunk: Buffer) => {
		said.out += chunk;
	});
	child.stderr?.on("data", (chunk: Buffer) => {
		said.err += chunk;
	});
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	const writes = () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(0, -1) : []);
	return { child, said, ended, writes };
}

const until = async (so: () => boolean, what: () => string) => {
	const end = Date.now() + 60_000;
	while (!so()) {
		if (Date.now() > end) throw new Error(what());
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

describe.each(["plain", "smbus"] as const)("on an adapter for %s", (kind) => {
	it("the drivers read, set and find the boards, through ioctl", async () => {
		const { said, ended, writes } = started(kind, join(import.meta.dirname, "session.ts"));
		const code = await ended;
		expect([code, said.err]).toEqual([0, expect.not.stringContaining("Error")]);
		const told = JSON.parse(said.out);
		const all = [20, 30, 40, 50, 60, 70, 80, 90, 10, 16.2, 18, 20.1, 80, 40, 45, "open"];
		const off = all.map((value, i) => {
			const found = told.first.values[i];
			return typeof value === "number" ? Math.abs(found - value) : found;
		});
		expect(off.slice(0, -1).every((difference) => difference < 0.3)).toBe(true);
		expect(off.at(-1)).toBe("open");
		expect(told.second.values.slice(0, 8)).toEqual([20, 30, 40, 50, 60, 70, 80, 90]);
		expect(told).toMatchObject({
			...{ before: { 1: false, 2: false }, set: "done", again: "done", returns: 1 },
			confirmed: [
				{ 1: true, 2: false },
				{ out1: 55, triac2: true },
			],
			pulled: { kind: "failed", fault: { code: "missing", facts: { address: "0x3d" } } },
			absent: { kind: "failed", fault: { code: "missing", facts: { address: "0x47" } } },
		});
		expect(
			told.found.map(({ at, likely }: { at: string; likely: { what: string }[] }) => [at, likely[0]?.what]),
		).toEqual([
			["/dev/i2c-1 0x40", "Sequent RTD HAT (firmware 1.13)"],
			["/dev/i2c-1 0x4b", "Sequent Building Automation (firmware 1.05)"],
			["/dev/i2c-1 0x3d", "Sequent 4RELIND"],
		]);
		// Latch before direction, after power-on and after the power cut; nothing else is ever written.
		const relays = ["3d 01 80", "3d 03 0f"];
		expect(writes()).toEqual([...relays, "4b 04 7c 15", "4b 00 02", ...relays]);
		console.log(`all 16 sensors of the installation in one turn: ${told.second.took.toFixed(1)} ms`);
	});
});

test("the bus is what i2c-tools, which others wrote, take for these boards", async () => {
	const tools = async (...program: string[]) => {
		const { said, ended } = within("plain", ...program);
		expect(await ended).toBe(0);
		return said.out.trim();
	};
	expect(await tools("i2cget", "-y", "1", "0x40", "0x3a")).toBe("0x0d");
	expect(await tools("i2cget", "-y", "1", "0x3d", "3")).toBe("0xff");
	expect(await tools("i2cget", "-y", "1", "0x4b", "0x26", "w")).toBe("0x051d");
	const floats = (await tools("i2ctransfer", "-y", "1", "w1@0x40", "0x00", "r32")).split(" ").map(Number);
	expect(Buffer.from(floats).readFloatLE(4)).toBeCloseTo(30.01, 3);
});

test("the app reads the owner's installation and switches its pump through the bus, and rests it at the end", async () => {
	const options = ["--options", join(ROOT, "examples/options.sequent.json"), "--data", join(folder, "data")];
	const read = started("plain", join(ROOT, "src/main.ts"), "read", "--json", ...options);
	expect(await read.ended).toBe(0);
	const sensors: { id: string; value?: number }[] = JSON.parse(read.said.out).sensors;
	expect(Object.fromEntries(sensors.map(({ id, value }) => [id, Math.round(value ?? Number.NaN)]))).toMatchObject({
		...{ collector: 80, tank: 40, return_line: 45, tank_0: 20, tank_140: 90 },
	});
	expect(read.writes()).toEqual([]);
	const app = started("plain", join(ROOT, "src/main.ts"), "run", ...options);
	// The collector is at 80 °C and the tank at 40 °C. Both are wired to the normally closed contact: pump on is relay 1 released.
	// That may be the first image already, and the direction of the pins is written after it.
	await until(
		() => ["3d 01 40", "3d 03 0f"].every((write) => app.writes().includes(write)),
		() => `${app.writes()} ${app.said.out} ${app.said.err}`,
	);
	expect(app.writes().slice(0, 2)).toEqual([expect.stringMatching(/^3d 01 /), "3d 03 0f"]);
	app.child.kill("SIGTERM");
	await app.ended;
	// Pump and heater off: both relays energised.
	expect(app.writes().at(-1)).toBe("3d 01 c0");
	// The heater's relay, number 2, was energised in every image, from the first one on.
	const images = app.writes().filter((write) => write.startsWith("3d 01 "));
	expect(images.filter((write) => (Number.parseInt(write.slice(6), 16) & 0x40) === 0)).toEqual([]);
});
