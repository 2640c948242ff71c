import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { PI } from "../../fakes/gpio-kernel.ts";
import { Bench } from "./bench.ts";

let bench: Bench;
beforeEach(() => {
	bench = new Bench();
});
afterEach(async () => {
	await bench.close();
	expect(bench.kernel.opened).toBe(0);
});
const value = (number: number) => ({ kind: "value", value: number });
const near = (number: number) => ({ kind: "value", value: expect.closeTo(number, 6) });

describe("a contact", () => {
	test.each([
		["pull_up", true, 0, 256n],
		["pull_up", false, 1, 256n],
		["pull_down", true, 1, 512n],
		["pull_down", false, 0, 512n],
		["none", true, 0, 1024n],
		["none", false, 1, 1024n],
	])("with %s whose pin is %s is %d", async (bias, level, closed, flag) => {
		const line = bench.kernel.add(PI[4]()).line(27);
		line.level = level;
		const device = bench.open("raspberry_pi", { sensors: ["27"] }, { bias });
		expect(await device.read("contact/27")).toEqual(value(closed));
		expect(line.flags).toBe(4n | flag);
		expect(line.debounce).toBe(10_000);
		line.level = !level;
		expect(await device.read("contact/27")).toEqual(value(1 - closed));
	});

	it("is read on a chip without interrupts too, where nothing can debounce", async () => {
		const line = bench.kernel
			.add({ nodes: [2], label: "pcf8574", lines: Array(8).fill(""), interrupts: false })
			.line(3);
		line.level = true;
		const device = bench.open("pcf8574", { sensors: ["3", "4/flow"] });
		expect(await device.read("contact/3")).toEqual(value(0));
		expect(await device.read("flow/4")).toMatchObject({
			fault: { code: "bus", facts: { device: "pcf8574", line: "4", reason: "no interrupts" } },
		});
	});

	it("whose line is held says by whom, and is read as soon as it is free", async () => {
		const line = bench.kernel.add(PI[4]()).line(27);
		line.holder = "spi0 CS0";
		const device = bench.open("raspberry_pi", { sensors: ["27"] });
		expect(await device.read("contact/27")).toEqual({
			kind: "failed",
			fault: { code: "in_use", facts: { device: "raspberry_pi", line: "27", by: "spi0 CS0" } },
		});
		line.holder = "";
		expect(await device.read("contact/27")).toMatchObject({ kind: "value" });
	});

	it("that is written to is no relay", async () => {
		bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { sensors: ["27"] });
		expect(await device.write(new Map([["contact/27", true]]))).toMatchObject({
			kind: "done",
			faults: new Map([["contact/27", { code: "no_write", facts: { device: "raspberry_pi" } }]]),
		});
		expect(await device.read("relay/27")).toMatchObject({ fault: { code: "missing" } });
	});
});

describe("a meter that gives pulses", () => {
	const meter = (sensors: readonly string[], options = {}) => {
		const line = bench.kernel.add(PI[4]()).line(23);
		line.level = true;
		const device = bench.open("raspberry_pi", { sensors }, options);
		const at = (seconds: number) => {
			bench.seconds = seconds;
		};
		return { line, device, at };
	};

	it("shows flow and volume of one line, each pulse once", async () => {
		const { line, device, at } = meter(["23/flow", "23/volume", "23/pulses"]);
		const read = async () => [
			await device.read("flow/23"),
			await device.read("volume/23"),
			await device.read("pulses/23"),
		];
		expect(await read()).toEqual([value(0), value(0), value(0)]);
		line.pulses(75, 0, 1 / 75);
		at(1);
		expect(await read()).toEqual([near(10), near(75 / 450), value(75)]);
		line.pulses(75, 1, 1 / 75);
		at(2);
		expect(await read()).toEqual([near(10), near(150 / 450), value(150)]);
		expect(line.flags & 48n).toBe(32n);
	});

	// #gpio-counts-all
	it("is counted exactly, though the kernel keeps 64 edges and the number of edges wraps", async () => {
		const { line, device, at } = meter(["23/pulses", "23/flow/450"]);
		await device.read("pulses/23");
		line.nth = 2 ** 32 - 5;
		line.pulses(1, 0.999, 0.001);
		await device.read("pulses/23");
		const before = await device.read("pulses/23");
		if (before.kind !== "value") throw new Error("No value");
		line.pulses(20_000, 1, 0.001);
		at(21);
		expect(await device.read("flow/23/450")).toEqual(near((1000 * 60) / 450));
		expect(await device.read("pulses/23")).toEqual(value(before.value + 20_000));
	});

	it("shows power and energy", async () => {
		const { line, device, at } = meter(["23/power", "23/energy/500"]);
		await device.read("power/23");
		// 1.8 kW: a pulse every 2 s at 1,000 per kWh.
		for (let nth = 0; nth < 50; nth++) {
			line.pulses(1, 2 * nth, 2);
			at(2 * nth);
			await device.read("power/23");
		}
		expect(await device.read("power/23")).toEqual(near(1800));
		expect(await device.read("energy/23/500")).toEqual(near(50 / 500));
	});

	it("counts on where it was when its chip comes back", async () => {
		const { line, device, at } = meter(["23/volume/1"]);
		await device.read("volume/23/1");
		line.pulses(7, 0, 1);
		at(7);
		expect(await device.read("volume/23/1")).toEqual(value(7));
		const [chip] = bench.kernel.chips;
		if (chip === undefined) throw new Error("No chip");
		chip.unplug();
		expect(await device.read("volume/23/1")).toMatchObject({ fault: { code: "missing" } });
		bench.kernel.replug(chip);
		device.retry();
		line.level = true;
		expect(await device.read("volume/23/1")).toEqual(value(7));
		line.pulses(3, 20, 1);
		expect(await device.read("volume/23/1")).toEqual(value(10));
	});

	it("counts what closes to 3.3 V where the line is pulled down, and asks the kernel to debounce", async () => {
		const { line, device } = meter(["23/pulses"], { bias: "pull_down", pulse_debounce: 20 });
		line.level = false;
		await device.read("pulses/23");
		expect([line.flags & 48n, line.debounce]).toEqual([16n, 20_000]);
		for (let i = 0; i < 3; i++) for (const level of [true, false]) line.becomes(level, i);
		expect(await device.read("pulses/23")).toEqual(value(3));
	});

	it("that stops flowing goes down to zero, and never below", async () => {
		const { line, device, at } = meter(["23/flow/1"]);
		await device.read("flow/23/1");
		line.pulses(10, 0, 1);
		at(9);
		expect(await device.read("flow/23/1")).toEqual(near(60));
		const flows: number[] = [];
		for (let second = 10; second < 80; second++) {
			at(second);
			const read = await device.read("flow/23/1");
			if (read.kind === "value") flows.push(read.value);
		}
		expect(flows).toHaveLength(70);
		expect(flows.every((flow, i) => flow >= 0 && (i === 0 || flow <= (flows[i - 1] ?? 0)))).toBe(true);
		// After 9 s without a pulse it is 60 / 9 at most.
		expect(flows[8]).toBeCloseTo(60 / 9);
		expect(flows.slice(60)).toEqual(Array(10).fill(0));
	});
});
