import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { PI } from "../../fakes/gpio-kernel.ts";
import { Bench, image } from "./bench.ts";

/** What owners of other programs reported of their relays and meters, made again here. */
let bench: Bench;
beforeEach(() => {
	bench = new Bench();
});
afterEach(async () => {
	await bench.close();
	expect(bench.kernel.opened).toBe(0);
});

describe("a system update", () => {
	// Pi 5: 4, then 0 with 4 as a link to it, then two digits. Programs drove pins inside the computer, or none.
	test.each([
		["4, as the first kernels had it", PI[5]([4]), [0, 1, 2, 3]],
		["0, with 4 as a link", PI[5]([0, 4]), [10, 11, 12, 13]],
		["15, with nothing below 11", PI[5]([15]), [11, 12, 13, 14]],
	])("that gives the pins of a Raspberry Pi 5 the number %s leaves the relay where it is", async (_, pins, inside) => {
		const others = inside.map((node) => bench.kernel.add(PI["5 inside"](node)));
		const pi = bench.kernel.add(pins);
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		expect(await device.write(image({ "17": true }))).toMatchObject({ kind: "done", faults: new Map() });
		expect(pi.line(17).driven).toEqual([true]);
		expect(others.flatMap(({ lines }) => lines.flatMap(({ driven }) => driven))).toEqual([]);
	});
});

describe("a relay board that switches at 0 V", () => {
	// It opened garage doors and valves for a moment, because the pin was made an output first and set afterwards.
	it("does not click at a start, at a restart, or when the app was killed", async () => {
		const pi = bench.kernel.add(PI[4]());
		const board = ["5/active_low", "6/active_low", "13/active_low", "19/active_low"];
		const off = image(Object.fromEntries(board.map((line) => [line, false])));
		for (let start = 0; start < 3; start++) {
			const device = bench.open("raspberry_pi", { outputs: board });
			await device.readBack();
			await device.write(off);
			await device.write(off);
			if (start === 1) bench.kernel.kill();
			else await device.close();
		}
		for (const line of [5, 6, 13, 19]) expect(pi.line(line).driven).toEqual([true]);
	});
});

describe("a restart of the program", () => {
	// A library that makes every pin an input at its end let all relays fall at each restart.
	it("leaves a running pump running", async () => {
		const pi = bench.kernel.add(PI[4]());
		const first = bench.open("raspberry_pi", { outputs: ["17"] });
		await first.write(image({ "17": true }));
		await first.close();
		const next = bench.open("raspberry_pi", { outputs: ["17"] });
		expect(await next.readBack()).toEqual(image({ "17": true }));
		await next.write(image({ "17": true }));
		expect(pi.line(17).driven).toEqual([true]);
	});
});

describe("a meter", () => {
	const meter = () => {
		const line = bench.kernel.add(PI[4]()).line(23);
		line.level = true;
		return { line, device: bench.open("raspberry_pi", { sensors: ["23/pulses", "23/flow/1"] }) };
	};

	// Programs that poll the pin counted half of the litres, because a pulse is shorter than their loop.
	it("whose pulses are far shorter than a reading's pace loses none", async () => {
		const { line, device } = meter();
		await device.read("pulses/23");
		for (let second = 1; second <= 10; second++) {
			line.pulses(100, second, 0.001);
			bench.seconds = second + 0.1;
			await device.read("pulses/23");
		}
		expect(await device.read("pulses/23")).toEqual({ kind: "value", value: 1000 });
	});

	// A gas meter that stopped with its contact closed was counted once in every debounce time, 60 a minute.
	it("that stops with its contact closed counts that pulse once", async () => {
		const { line, device } = meter();
		await device.read("pulses/23");
		line.pulses(3, 1, 5);
		line.becomes(false, 20);
		for (let second = 20; second < 200; second++) {
			bench.seconds = second;
			expect(await device.read("pulses/23")).toEqual({ kind: "value", value: 4 });
		}
		expect(await device.read("flow/23/1")).toEqual({ kind: "value", value: 0 });
	});

	// Both edges of a pulse were counted, so every value was double.
	it("is counted once for each time that its contact closes", async () => {
		const { line, device } = meter();
		await device.read("pulses/23");
		for (let nth = 0; nth < 7; nth++) for (const level of [false, true]) line.becomes(level, nth);
		expect(await device.read("pulses/23")).toEqual({ kind: "value", value: 7 });
	});
});

describe("a pin that something else uses", () => {
	// 1-Wire or a second program had it. The error was a number, and the relay was shown as switched.
	it.each(["onewire@0", "gpio-fan", "lg", "sysfs"])("such as %s is no relay of ours, and is named", async (holder) => {
		bench.kernel.add(PI[4]()).line(4).holder = holder;
		const device = bench.open("raspberry_pi", { outputs: ["GPIO4"] });
		const written = await device.write(image({ GPIO4: true }));
		expect(written).toMatchObject({ kind: "done", confirmed: new Map() });
		expect(bench.told).toEqual([
			{ level: "error", code: "line_held", facts: { device: "raspberry_pi", line: "GPIO4", by: holder } },
		]);
	});
});
