import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { type FakeChip, PI } from "../../fakes/gpio-kernel.ts";
import { eventually, settledOf, stopTimers } from "../../fakes/stopped-timers.ts";
import { Bench, image } from "./bench.ts";

/** The kernel does what it was asked after the call was given up: at 1.2 s for the caller, at 2 s for the call itself. */
let bench: Bench;
let pi: FakeChip;
beforeEach(() => {
	stopTimers();
	bench = new Bench();
	pi = bench.kernel.add(PI[4]());
});
afterEach(async () => {
	jest.useRealTimers();
	pi.letGo();
	await bench.close();
	await eventually(() => bench.kernel.opened === 0, "a descriptor stays open");
});

const open = async (addresses: Parameters<Bench["open"]>[1]) => {
	const device = bench.open("raspberry_pi", addresses);
	// Its chip is open.
	await device.readBack();
	return device;
};
type Device = Awaited<ReturnType<typeof open>>;

/** This call is in the kernel, which does not answer, until its caller and then the call itself were given up. */
const hung = async (call: () => Promise<unknown>, ms = 2000) => {
	pi.hangs = true;
	const asked = call();
	const given = settledOf(asked);
	await eventually(() => pi.waiting.length > 0);
	await jest.advanceTimersByTimeAsync(ms);
	expect(given()).toBe(true);
	return asked;
};
/** The kernel answers all that wait, and what follows from that is done. */
const answered = async (device: Device) => {
	pi.letGo();
	await device.readBack();
	await device.readBack();
};

describe("a line that the kernel gives after its order was given up", () => {
	// #gpio-late-line
	test.each([1200, 2000])("after %d ms is held all the same: off switches it off", async (ms) => {
		const device = await open({ outputs: ["17"] });
		expect(await hung(() => device.write(image({ "17": true })), ms)).toMatchObject({ fault: { code: "no_answer" } });
		await answered(device);
		expect(await device.write(image({ "17": false }))).toEqual({
			kind: "done",
			confirmed: image({ "17": false }),
			faults: new Map(),
		});
		expect(pi.line(17).pin).toBe(false);
		expect(bench.told).toEqual([]);
	});

	it("gets what is wanted by then, without another order", async () => {
		const device = await open({ outputs: ["17", "27/active_low"] });
		await hung(() => device.write(image({ "17": true, "27/active_low": true })));
		await hung(() => device.write(image({ "17": false, "27/active_low": false })));
		await answered(device);
		expect([pi.line(17).holder, pi.line(17).pin]).toEqual(["solar-heating", false]);
		expect(pi.line(27).driven).toEqual([]);
	});

	it("is off and given back where the app has closed the chip by then", async () => {
		const device = await open({ outputs: ["17", "27/active_low"] });
		await hung(() => device.write(image({ "27/active_low": true })));
		await device.close();
		pi.letGo();
		await eventually(() => bench.kernel.opened === 0);
		expect([pi.line(27).holder, pi.line(27).pin]).toEqual(["", true]);
	});

	it("of an earlier process is kept as it is, and off comes through", async () => {
		pi.line(17).drive(true);
		const device = bench.open("raspberry_pi", { outputs: ["17"] });
		// Its chip is open.
		await device.write(new Map());
		pi.hangs = true;
		const looking = device.readBack();
		await eventually(() => pi.waiting.length > 0);
		const [whatItIs] = pi.waiting.splice(0);
		whatItIs?.();
		await eventually(() => pi.waiting.length > 0);
		await jest.advanceTimersByTimeAsync(2000);
		expect(await looking).toBeUndefined();
		pi.letGo();
		await eventually(() => pi.line(17).holder !== "");
		expect(await device.readBack()).toEqual(image({ "17": true }));
		await device.write(image({ "17": false }));
		expect(pi.line(17).driven).toEqual([true, false]);
	});

	it("to a sensor is given back, so that the next reading gets it", async () => {
		const device = await open({ sensors: ["22"] });
		expect(await hung(() => device.read("contact/22"))).toMatchObject({ fault: { code: "no_answer" } });
		pi.letGo();
		await eventually(() => pi.line(22).holder === "");
		expect(await device.read("contact/22")).toMatchObject({ kind: "value" });
	});
});

it("a relay that is set after its order was given up gets what is wanted by then", async () => {
	const device = await open({ outputs: ["17"] });
	await device.write(image({ "17": false }));
	await hung(() => device.write(image({ "17": true })));
	const [on, ...others] = pi.waiting.splice(0);
	pi.hangs = false;
	// The kernel does what was asked last first.
	for (const go of others) go();
	expect(await device.write(image({ "17": false }))).toMatchObject({ kind: "done", faults: new Map() });
	on?.();
	await eventually(() => pi.line(17).driven.length === 3, "the late order was not undone");
	expect(pi.line(17).driven).toEqual([false, true, false]);
});

describe("a first write that is under way", () => {
	// #gpio-close-first-write
	it("when the chip is closed leaves the relay off and no descriptor open", async () => {
		const device = await open({ outputs: ["17", "27"] });
		pi.hangs = true;
		const write = device.write(image({ "17": true, "27": true }));
		await eventually(() => pi.waiting.length > 0);
		await device.close();
		pi.letGo();
		expect(await write).toMatchObject({ fault: { code: "missing", facts: { reason: "closed" } } });
		await eventually(() => bench.kernel.opened === 0);
		expect([pi.line(17).pin, pi.line(17).holder, pi.line(27).driven]).toEqual([false, "", []]);
	});

	it("when the chip is lost leaves the relay off and no descriptor open", async () => {
		const device = await open({ outputs: ["17"], sensors: ["22"] });
		expect(await device.read("contact/22")).toMatchObject({ kind: "value" });
		pi.hangs = true;
		const write = device.write(image({ "17": true }));
		await eventually(() => pi.waiting.length > 0);
		const first = pi.waiting.splice(0);
		pi.hangs = false;
		pi.plugged = false;
		expect(await device.read("contact/22")).toMatchObject({ fault: { code: "missing" } });
		// The same chip: only its answers were disturbed.
		pi.plugged = true;
		for (const go of first) go();
		expect(await write).toMatchObject({ fault: { code: "missing" } });
		await eventually(() => pi.line(17).holder === "");
		expect(pi.line(17).pin).toBe(false);
	});
});

it("an order that was given up while its line was looked for switches nothing", async () => {
	const device = await open({ outputs: ["GPIO17"], sensors: ["GPIO17"] });
	expect(await device.read("contact/GPIO17")).toMatchObject({ kind: "value" });
	pi.hangs = true;
	// The line is given back only after this reading of it.
	const reading = device.read("contact/GPIO17");
	await eventually(() => pi.waiting.length > 0);
	const write = device.write(image({ GPIO17: true }));
	await jest.advanceTimersByTimeAsync(1200);
	expect(await write).toMatchObject({ fault: { code: "no_answer" } });
	await answered(device);
	await reading;
	expect(pi.line(17).driven).toEqual([]);
});

it("a newer order goes before what is left of an older one", async () => {
	const device = await open({ outputs: ["17", "27"] });
	pi.hangs = true;
	const older = device.write(image({ "17": true, "27": true }));
	await eventually(() => pi.waiting.length > 0);
	const newer = device.write(image({ "17": false, "27": false }));
	pi.letGo();
	expect(await older).toMatchObject({ fault: { code: "no_answer" } });
	expect(await newer).toMatchObject({ kind: "done", faults: new Map() });
	expect([pi.line(17).driven, pi.line(27).driven]).toEqual([[true, false], [false]]);
});
