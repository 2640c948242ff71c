import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { hangs } from "#drivers/bus/native/hanging.ts";
import { percent } from "#model/quantities/units.ts";
import { PI } from "../../fakes/gpio-kernel.ts";
import { settledOf, stopTimers } from "../../fakes/stopped-timers.ts";
import { Bench, image } from "./bench.ts";

let bench: Bench;
beforeEach(() => {
	bench = new Bench();
});
afterEach(async () => {
	jest.useRealTimers();
	await bench.close();
	expect(bench.kernel.opened).toBe(0);
});

const done = (confirmed: ReadonlyMap<string, boolean>) => ({ kind: "done", confirmed, faults: new Map() });

describe("a relay on a line", () => {
	test.each([
		["17", true, [true]],
		["17", false, [false]],
		["17/active_low", true, [false]],
		["17/active_low", false, [true]],
	])("%s: %s from the first moment on", async (relay, on, levels) => {
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: [relay] });
		expect(await device.write(image({ [relay]: on }))).toEqual(done(image({ [relay]: on })));
		expect(pi.line(17).driven).toEqual(levels);
		expect(pi.line(17).holder).toBe("solar-heating");
	});

	it("moves when its image changes, and only then", async () => {
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17", "27/active_low"] });
		for (const on of [false, true, true, false])
			expect(await device.write(image({ "17": on, "27/active_low": on }))).toMatchObject({ kind: "done" });
		expect(pi.line(17).driven).toEqual([false, true, false]);
		expect(pi.line(27).driven).toEqual([true, false, true]);
	});

	it("that does not follow is no confirmed relay: its pin is read", async () => {
		const pi = bench.kernel.add(PI[4]());
		pi.line(17).shorted = false;
		const device = bench.open("raspberry_pi", { outputs: ["17", "27"] });
		expect(await device.write(image({ "17": true, "27": true }))).toEqual({
			kind: "done",
			confirmed: image({ "17": false, "27": true }),
			faults: new Map([
				[
					"relay/17",
					{ code: "not_verified", facts: { device: "raspberry_pi", line: "17", wanted: true, found: false } },
				],
			]),
		});
	});

	it("takes no level", async () => {
		bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		expect(await device.write(new Map([["relay/17", percent(50)]]))).toMatchObject({ fault: { code: "no_write" } });
	});

	// #gpio-keeps-level
	it("keeps its level when the process dies, and the next one reads it before it changes anything", async () => {
		const pi = bench.kernel.add(PI[4]());
		const first = bench.open("raspberry_pi", { outputs: ["17", "27/active_low", "22"] });
		await first.write(image({ "17": true, "27/active_low": true }));
		bench.kernel.kill();
		expect([pi.line(17).pin, pi.line(27).pin]).toEqual([true, false]);
		const next = bench.open("raspberry_pi", { outputs: ["17", "27/active_low", "22"] });
		// Nothing drives 22.
		expect(await next.readBack()).toEqual(image({ "17": true, "27/active_low": true }));
		expect([pi.line(17).driven, pi.line(27).driven, pi.line(22).driven]).toEqual([[true], [false], []]);
		await next.write(image({ "17": true, "27/active_low": true, "22": false }));
		expect([pi.line(17).driven, pi.line(27).driven, pi.line(22).driven]).toEqual([[true], [false], [false]]);
		await next.write(image({ "17": false, "27/active_low": false, "22": false }));
		expect([pi.line(17).driven, pi.line(27).driven]).toEqual([
			[true, false],
			[false, true],
		]);
	});

	it("is off by itself where the system makes an input of a line that is given back", async () => {
		const pi = bench.kernel.add({ ...PI[4](), resets: true });
		await bench.open("raspberry_pi", { outputs: ["17"] }).write(image({ "17": true }));
		bench.kernel.kill();
		expect(pi.line(17).output).toBe(false);
		expect(await bench.open("raspberry_pi", { outputs: ["17"] }).readBack()).toEqual(new Map());
	});

	// #gpio-held
	it("whose line is held says by whom, once, and is taken as soon as it is free", async () => {
		const pi = bench.kernel.add(PI[4]());
		pi.line(4).holder = "onewire@0";
		const device = bench.open("raspberry_pi", { outputs: ["4", "17"] });
		for (let i = 0; i < 3; i++)
			expect(await device.write(image({ "4": true, "17": true }))).toEqual({
				kind: "done",
				confirmed: image({ "17": true }),
				faults: new Map([
					["relay/4", { code: "in_use", facts: { device: "raspberry_pi", line: "4", by: "onewire@0" } }],
				]),
			});
		expect(bench.told).toEqual([
			{ level: "error", code: "line_held", facts: { device: "raspberry_pi", line: "4", by: "onewire@0" } },
		]);
		expect(pi.line(4).driven).toEqual([]);
		pi.line(4).holder = "";
		expect(await device.write(image({ "4": true, "17": true }))).toEqual(done(image({ "4": true, "17": true })));
	});

	it("on a line that the chip does not have is missing, and says which", async () => {
		bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["58", "GPIO99", "RELAY1"] });
		const written = await device.write(image({ "58": true, GPIO99: true, RELAY1: true }));
		const missing = (line: string) => ({ code: "missing", facts: { device: expect.any(String), line } });
		expect(written).toMatchObject({ kind: "done", confirmed: new Map() });
		if (written.kind !== "done") throw new Error("Not done");
		expect(Object.fromEntries(written.faults ?? [])).toEqual({
			"relay/58": missing("58"),
			"relay/GPIO99": missing("GPIO99"),
			"relay/RELAY1": missing("RELAY1"),
		});
	});

	it("is more important than a sensor on the same line", async () => {
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17"], sensors: ["17"] });
		expect(await device.read("contact/17")).toMatchObject({ kind: "value" });
		expect(await device.write(image({ "17": true }))).toEqual(done(image({ "17": true })));
		expect(pi.line(17).driven).toEqual([true]);
		expect(await device.read("contact/17")).toMatchObject({
			fault: { code: "in_use", facts: { by: "solar-heating" } },
		});
	});
});

describe("the chip", () => {
	// #gpio-by-label
	test.each([
		["raspberry_pi", [PI[3]()], 0],
		["raspberry_pi", [PI[4]()], 0],
		["raspberry_pi", [PI["5 inside"](0), PI[5]([4])], 1],
		["raspberry_pi", [PI[5]([0, 4]), PI["5 inside"](10)], 0],
		["pinctrl-rp1", [PI["5 inside"](0), PI[5]([4])], 1],
	])("%s is found by its label, whatever its number (%#)", async (label, made, at) => {
		const chips = made.map((one) => bench.kernel.add(one));
		const device = bench.open(label, { outputs: ["GPIO17"] });
		expect(await device.write(image({ GPIO17: true }))).toMatchObject({ kind: "done", faults: new Map() });
		expect(chips.map((chip) => chip.line(17).driven)).toEqual(chips.map((_, i) => (i === at ? [true] : [])));
	});

	it("that two of are there is none, because the relay may hang on the other", async () => {
		const chips = [0, 1].map((node) =>
			bench.kernel.add({ nodes: [node], label: "mcp23017", lines: Array(16).fill("") }),
		);
		const device = bench.open("mcp23017", { outputs: ["3"] });
		expect(await device.write(image({ "3": true }))).toMatchObject({
			fault: { code: "bus", facts: { device: "mcp23017" } },
		});
		expect(chips.flatMap(({ lines }) => lines.flatMap(({ driven }) => driven))).toEqual([]);
	});

	it("that the app may not open says so", async () => {
		bench.kernel.add(PI[4]()).permitted = false;
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		expect(await device.write(image({ "17": true }))).toMatchObject({ fault: { code: "no_permission" } });
		expect(device.health()?.code).toBe("no_permission");
	});

	it("that is missing at the start comes later", async () => {
		stopTimers();
		const pi = bench.kernel.add(PI[4]());
		pi.unplug();
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		expect(await device.write(image({ "17": true }))).toMatchObject({ fault: { code: "missing" } });
		bench.kernel.replug(pi);
		await jest.advanceTimersByTimeAsync(2000);
		expect(await device.write(image({ "17": true }))).toMatchObject({ kind: "done" });
		expect(bench.told.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	});

	// #gpio-comes-back
	it("that goes and comes 100 times is back within 5 s each time, and leaves nothing open", async () => {
		stopTimers();
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17"], sensors: ["22", "23/flow"] });
		await device.write(image({ "17": true }));
		await device.read("contact/22");
		await device.read("flow/23");
		const open = bench.kernel.opened;
		for (let cycle = 0; cycle < 100; cycle++) {
			pi.unplug();
			// Noticed by a write, by a read, or by looking.
			if (cycle % 3 === 0) await device.write(image({ "17": true }));
			else if (cycle % 3 === 1) expect(await device.read("contact/22")).toMatchObject({ kind: "failed" });
			else await jest.advanceTimersByTimeAsync(2000);
			expect(device.health()?.code).toBe("missing");
			expect(await device.write(image({ "17": true }))).toMatchObject({ fault: { code: "missing" } });
			bench.kernel.replug(pi);
			await jest.advanceTimersByTimeAsync(2000);
			expect(device.health()).toBeUndefined();
			expect(device.returns).toBe(cycle + 1);
			expect(await device.write(image({ "17": true }))).toEqual(done(image({ "17": true })));
			expect(await device.read("contact/22")).toMatchObject({ kind: "value" });
			expect(await device.read("flow/23")).toMatchObject({ kind: "value" });
			expect(bench.kernel.opened).toBe(open);
		}
	});

	// #gpio-among-hung
	it("is switched though other devices hang and hold the threads, and keeps its lines while it is slow itself", async () => {
		stopTimers();
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		await device.write(image({ "17": true }));
		for (const other of ["/dev/a", "/dev/b", "/dev/c"]) hangs(other, 1);
		try {
			expect(await device.write(image({ "17": false }))).toEqual(done(image({ "17": false })));
			await jest.advanceTimersByTimeAsync(2000);
		} finally {
			for (const other of ["/dev/a", "/dev/b", "/dev/c"]) hangs(other, -1);
		}
		pi.hangs = true;
		await jest.advanceTimersByTimeAsync(4000);
		pi.letGo();
		await jest.advanceTimersByTimeAsync(2000);
		expect(device.health()).toBeUndefined();
		expect([device.returns, pi.line(17).holder, pi.line(17).driven]).toEqual([0, "solar-heating", [true, false]]);
	});

	it("has one relay on each line: a second is refused, and says by whom", async () => {
		bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17", "GPIO17"] });
		const written = await device.write(image({ "17": true, GPIO17: false }));
		expect(written).toMatchObject({ kind: "done", confirmed: image({ "17": true }) });
		expect(bench.told).toMatchObject([{ code: "line_held", facts: { line: "GPIO17", by: "solar-heating" } }]);
	});

	// #gpio-abandoned
	it("that hangs makes a write fail in time, and an abandoned order switches nothing later", async () => {
		const pi = bench.kernel.add(PI[4]());
		const device = bench.open("raspberry_pi", { outputs: ["17", "27"] });
		await device.write(image({ "17": false, "27": false }));
		stopTimers();
		pi.hangs = true;
		const write = device.write(image({ "17": true, "27": true }));
		const given = settledOf(write);
		await jest.advanceTimersByTimeAsync(1199);
		expect(given()).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(await write).toMatchObject({ fault: { code: "no_answer" } });
		pi.letGo();
		await jest.advanceTimersByTimeAsync(5000);
		// The first had reached the kernel; the second is not sent any more.
		expect(pi.line(27).driven).toEqual([false]);
		// The next image counts.
		expect(await device.write(image({ "17": false, "27": false }))).toMatchObject({ kind: "done", faults: new Map() });
		expect(pi.line(17).driven.at(-1)).toBe(false);
	});
});
