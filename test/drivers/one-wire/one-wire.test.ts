import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Device } from "#drivers/driver.ts";
import { en } from "#drivers/one-wire/one-wire.texts.ts";
import { oneWire } from "#drivers/one-wire/one-wire.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { FakeW1, kernelText } from "../../fakes/w1.ts";

const TANK = "28-0123456789ab";
const RETURN = "28-00000000beef";
const POWER_ON = kernelText([0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10], 85000);

let w1: FakeW1;
let now: number;
let told: Notice[];
let bus: Device;
const open = (root: string) =>
	oneWire.open("", [TANK, RETURN], oneWire.options.parse({ root, pace: 7 }), {
		tell: (notice) => told.push(notice),
		now: () => instant(now),
	});

beforeEach(() => {
	w1 = new FakeW1();
	now = 0;
	told = [];
	bus = open(w1.root);
});
afterEach(async () => {
	jest.useRealTimers();
	await bus.close();
	w1.close();
});

describe("the address", () => {
	test.each([
		["28-0123456789ab", "28-0123456789ab"],
		["28-0123456789AB", "28-0123456789ab"],
		["3B-0123456789ab", "3b-0123456789ab"],
		["10-000802b4e1f0", "10-000802b4e1f0"],
		["22-000802b4e1f0", "22-000802b4e1f0"],
		["42-000802b4e1f0", "42-000802b4e1f0"],
	])("%s is the sensor %s on the only bus", (address, channel) => {
		expect(oneWire.place(address, "sensors")).toEqual({ device: "", channel });
	});
	test.each([
		"",
		"28",
		"29-0123456789ab",
		"28-0123456789a",
		"28-0123456789abc",
		"28-0123456789ag",
		" 28-0123456789ab",
		"../28-0123456789ab",
		"28-0123456789ab/x",
	])("%j is none", (address) => {
		expect(oneWire.place(address, "sensors")).toBeUndefined();
	});
});

describe("its options", () => {
	it("have the kernel's folder and five seconds as defaults", () => {
		expect(oneWire.options.parse({})).toEqual({ root: "/sys/bus/w1/devices", pace: 5 });
	});
	test.each([0, 0.9, 301])("refuse a pace of %d s", (pace) => {
		expect(oneWire.options.safeParse({ pace }).success).toBe(false);
	});
	test.each(Object.keys(oneWire.options.shape))("say in plain words what %s is", (field) => {
		const said = { name: expect.any(String), description: expect.any(String) };
		expect(en.configuration.one_wire.fields).toMatchObject({ [field]: said });
	});
});

describe("a reading", () => {
	it("is exactly what the sensor says", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: -55 * 16, max: 125 * 16 }), async (raw) => {
				fc.pre(raw !== 85 * 16);
				w1.set(TANK, raw / 16);
				expect(await bus.read(TANK)).toEqual({ kind: "value", value: raw / 16 });
			}),
			{ numRuns: 50 },
		);
	});

	test.each([
		["nothing, as since Linux 5.8", "", "no_answer"],
		["a failed checksum", kernelText([0xa3, 0x01, 0x4b, 0x46, 0x7f, 0xff, 0x0d, 0x10], 26187, "NO"), "crc"],
		["zeros only", kernelText([0, 0, 0, 0, 0, 0, 0, 0], 0), "short"],
		["85 °C out of the blue", POWER_ON, "power_on_value"],
		["127.9375 °C", kernelText([0xff, 0x07, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10], 127937), "power_on_value"],
		["rubbish", "t=26187", "bus"],
	])("of %s is a fault that names the sensor, and no number", async (_, text, code) => {
		w1.setRaw(TANK, text);
		expect(await bus.read(TANK)).toEqual({
			kind: "failed",
			fault: { code, facts: expect.objectContaining({ sensor: TANK }) },
		});
	});

	it("of a sensor that left the bus says missing, and is back when it returns", async () => {
		w1.set(TANK, 50);
		w1.remove(TANK);
		expect(await bus.read(TANK)).toEqual({ kind: "failed", fault: { code: "missing", facts: { sensor: TANK } } });
		expect(bus.health()).toBeUndefined();
		w1.set(TANK, 51);
		expect(await bus.read(TANK)).toEqual({ kind: "value", value: 51 });
	});

	it("without any 1-Wire folder makes the whole bus missing, until the folder is there", async () => {
		rmSync(w1.root, { recursive: true });
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "missing", facts: { folder: w1.root } } });
		expect(bus.health()).toMatchObject({ code: "missing" });
		mkdirSync(w1.root);
		w1.set(TANK, 20);
		expect(await bus.read(TANK)).toEqual({ kind: "value", value: 20 });
		expect(bus.health()).toBeUndefined();
	});

	it("of a file that we may not read says so", async () => {
		w1.set(TANK, 50);
		chmodSync(join(w1.root, TANK, "w1_slave"), 0);
		expect(await asNobody(() => bus.read(TANK))).toEqual({
			kind: "failed",
			fault: { code: "no_permission", facts: { sensor: TANK } },
		});
	});

	it("of a sensor that the kernel cannot reach has no answer, as before Linux 5.8", async () => {
		mkdirSync(join(w1.root, TANK));
		// Reading the memory at address 0 is the same input/output error.
		symlinkSync("/proc/self/mem", join(w1.root, TANK, "w1_slave"));
		expect(await bus.read(TANK)).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
	});

	it("of something that is no file is a fault of the bus with the system's word for it", async () => {
		mkdirSync(join(w1.root, TANK, "w1_slave"), { recursive: true });
		expect(await bus.read(TANK)).toEqual({
			kind: "failed",
			fault: { code: "bus", facts: { sensor: TANK, reason: "EISDIR" } },
		});
	});
});

describe("85 °C that may be a sensor without power", () => {
	/** Another layout, and a byte 6 that an original has only after a measurement. */
	const COPYS_POWER_ON = kernelText([0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x10, 0x10], 85000);
	const seen = async (celsius: number, later = 0, text = POWER_ON) => {
		w1.set(TANK, celsius);
		await bus.read(TANK);
		now += later;
		w1.setRaw(TANK, text);
		return (await bus.read(TANK)).kind;
	};
	test.each([
		[79.9375, "failed"],
		[80, "value"],
		[84.9375, "value"],
		[90, "value"],
		[90.0625, "failed"],
		[20, "failed"],
	])("after %d °C is a %s", async (before, kind) => {
		expect(await seen(before)).toBe(kind);
	});

	it("is not believed as the first reading, whatever byte 6 says", async () => {
		w1.setRaw(TANK, COPYS_POWER_ON);
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "power_on_value", facts: { value: 85 } } });
		expect(await seen(20, 0, COPYS_POWER_ON)).toBe("failed");
	});

	it("is believed within three periods of the reading before it", async () => {
		expect(await seen(84, 21)).toBe("value");
		now = 1000;
		expect(await seen(84, 21.1)).toBe("failed");
	});

	// #believed-ten-minutes
	it("is believed from one reading to the next for ten minutes, and no longer: it may have lost its power there", async () => {
		expect(await seen(84)).toBe("value");
		for (now = 7; now <= 595; now += 7) expect((await bus.read(TANK)).kind).toBe("value");
		now = 601;
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "power_on_value", facts: { value: 85 } } });
	});

	it("of one sensor is not believed for another one's sake", async () => {
		await seen(84);
		w1.setRaw(RETURN, POWER_ON);
		expect((await bus.read(RETURN)).kind).toBe("failed");
	});
});

describe("25 °C of a copy that wakes up with it", () => {
	const AWAKE = kernelText([0x90, 0x01, 0x55, 0x05, 0x7f, 0x7e, 0x81, 0x66], 25000);
	it("is not believed as the first reading, nor after 60 °C, but after 24 °C", async () => {
		w1.setRaw(TANK, AWAKE);
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "power_on_value", facts: { value: 25 } } });
		w1.set(TANK, 60);
		await bus.read(TANK);
		w1.setRaw(TANK, AWAKE);
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "power_on_value", facts: { value: 25 } } });
		w1.set(TANK, 24);
		await bus.read(TANK);
		w1.setRaw(TANK, AWAKE);
		expect(await bus.read(TANK)).toEqual({ kind: "value", value: 25 });
	});
	it("of an original is a temperature", async () => {
		w1.set(TANK, 25);
		expect(await bus.read(TANK)).toEqual({ kind: "value", value: 25 });
	});
});

describe("a reading that nothing confirms yet is taken once more, and", () => {
	const WITH: Readonly<Record<string, string>> = { power_on: POWER_ON, nothing: "" };
	/** Readings after `before`, where the sensor gives these one after another and then one more. */
	const readAfter = async (before: number | undefined, says: readonly (number | string)[], later = 7) => {
		if (before !== undefined) {
			w1.set(TANK, before);
			expect(await bus.read(TANK)).toMatchObject({ kind: "value" });
		}
		now += later;
		const said = w1.says(TANK, ...says.map((one) => WITH[one] ?? one), "not asked for");
		const read = await bus.read(TANK);
		await said;
		return read.kind === "value" ? read.value : [read.fault.code, read.fault.facts];
	};
	test.each<[string, number | undefined, (number | string)[], unknown]>([
		["counts when the second says the same", 96, [20, 20.5], 20.5],
		["counts when the second is 5 K off, as in water that cools fast", 60, [40, 35], 35],
		["does not when it is further off", 60, [40, 34.9375], ["unsteady", { sensor: TANK, value: 34.9375 }]],
		["gives way to a second one that agrees with the last", 96, [2.8125, 95], 95],
		["is not taken twice when it is within 2 K of the last", 96, [94], 94],
		["is taken twice beyond that", 96, [93.9375, 94], 94],
		["is no number when the second fails", 96, [2.8125, "nothing"], ["no_answer", { sensor: TANK }]],
		["counts as the very first one when the second says the same", undefined, [40, 41], 41],
		["does not as the very first one otherwise", undefined, [2.8125, 96], ["unsteady", { sensor: TANK, value: 96 }]],
		["confirms no power-on value", undefined, [84, "power_on"], ["power_on_value", { sensor: TANK, value: 85 }]],
		["is not what follows a power-on value", 60, ["power_on"], ["power_on_value", { sensor: TANK, value: 85 }]],
	])("%s", async (_, before, says, result) => {
		expect(await readAfter(before, says)).toEqual(result);
	});

	it("is so too after a minute without any reading, however near", async () => {
		expect(await readAfter(50, [50.5], 60)).toBe(50.5);
		expect(await readAfter(51, [50.5, 50], 60.1)).toBe(50);
	});

	test.each(["", kernelText([0xa3, 0x01, 0x4b, 0x46, 0x7f, 0xff, 0x0d, 0x10], 26187, "NO")])(
		"is not confirmed by one that comes twenty seconds later, behind a read that failed: %j",
		async (failed) => {
			await readAfter(96, [2.8125, failed]);
			expect(await readAfter(undefined, [2.8125, 96], 20)).toBe(96);
		},
	);

	it("is told of when the next one contradicts it, every ten minutes at most", async () => {
		const wrong = (value: number) => ({ level: "warning", code: "sensor_unsteady", facts: { sensor: TANK, value } });
		await readAfter(96, [2.8125, 96]);
		expect(told.filter(({ level }) => level === "warning")).toEqual([wrong(2.8125)]);
		await readAfter(96, [50, 96]);
		// Neither a real change nor a little one is wrong.
		await readAfter(96, [40, 41], 600);
		await readAfter(41, [44, 41]);
		expect(told.filter(({ level }) => level === "warning")).toHaveLength(1);
		await readAfter(41, [30, 90]);
		expect(told.filter(({ level }) => level === "warning")).toEqual([wrong(2.8125), wrong(30)]);
	});

	it("does not become true by a power-on value that is read twice", async () => {
		w1.setRaw(TANK, POWER_ON);
		for (let nth = 0; nth < 3; nth++)
			expect(await bus.read(TANK)).toMatchObject({ fault: { code: "power_on_value", facts: { value: 85 } } });
	});

	it("keeps its place for that", async () => {
		jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "performance", "Date", "hrtime"] });
		// One place is taken, and the next reader does not give the other one back.
		const [first, next] = [w1.hang("28-00000000000a"), w1.hang("28-00000000000b")];
		const hanging = [bus.read("28-00000000000a")];
		await until(() => first.reached());
		w1.set(TANK, 40);
		const read = bus.read(TANK);
		hanging.push(bus.read("28-00000000000b"));
		expect(await read).toEqual({ kind: "value", value: 40 });
		await until(() => next.reached());
		for (const one of [first, next]) one.free();
		await Promise.all(hanging);
	});
});

describe("a copy is named once", () => {
	const copyOf = (bytes: number[]) => kernelText(bytes, 26812);
	test.each([
		["by its number", "28-0123456789ab", copyOf([0xad, 0x01, 0x4b, 0x46, 0x7f, 0xff, 0x03, 0x10])],
		["by its memory", "28-00000123abcd", copyOf([0xad, 0x01, 0x4b, 0x00, 0x60, 0xff, 0x03, 0x10])],
	])("%s", async (_, sensor, text) => {
		w1.setRaw(sensor, text);
		expect(await bus.read(sensor)).toEqual({ kind: "value", value: 26.8125 });
		await bus.read(sensor);
		expect(told).toEqual([{ level: "info", code: "sensor_copy", facts: { sensor } }]);
	});
	test.each([
		["28-00000123abcd", 26.8125],
		["3b-0123456789ab", 26.8125],
		["10-0123456789ab", 26.8125],
	])("%s is none", async (sensor, value) => {
		w1.set(sensor, value);
		expect(await bus.read(sensor)).toEqual({ kind: "value", value });
		expect(told).toEqual([]);
	});
});

describe("a sensor that hangs", () => {
	const hurried = () =>
		jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "performance", "Date", "hrtime"] });
	const MANY = Array.from({ length: 14 }, (_, n) => `28-00000000${(0x1000 + n).toString(16)}`);

	it("gets no answer after four seconds, then at once while it hangs, and works afterwards", async () => {
		hurried();
		const hung = w1.hang(TANK);
		const reading = bus.read(TANK);
		await until(() => hung.reached());
		await jest.advanceTimersByTimeAsync(3999);
		expect(await Promise.race([reading, "still waiting"])).toBe("still waiting");
		await jest.advanceTimersByTimeAsync(1);
		expect(await reading).toEqual({ kind: "failed", fault: { code: "no_answer", facts: { sensor: TANK, within: 4 } } });
		// Without any time passing.
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "no_answer" } });
		hung.free();
		w1.set(TANK, 33);
		// The try that is under way may still hang in what was there before.
		await jest.advanceTimersByTimeAsync(4000);
		await until(async () => (await bus.read(TANK)).kind === "value");
	});

	it("does not keep another one waiting", async () => {
		const hung = w1.hang(TANK);
		const reading = bus.read(TANK);
		await until(() => hung.reached());
		w1.set(RETURN, 40);
		expect(await bus.read(RETURN)).toEqual({ kind: "value", value: 40 });
		hung.free();
		expect(await reading).toMatchObject({ fault: { code: "no_answer" } });
	});

	it("costs only itself, also where there are fourteen of fifteen, and no thread of ours", async () => {
		hurried();
		const hung = MANY.map((id) => w1.hang(id));
		w1.set(TANK, 40);
		const readings = MANY.map((id) => bus.read(id));
		const good = bus.read(TANK);
		let value: unknown;
		void good.then((read) => {
			value = read;
		});
		// Two at a time are given up for lost after 1.7 s.
		for (let passed = 0; value === undefined && passed < 14_000; passed += 100) {
			await until(() => hung.filter((one) => one.reached()).length >= Math.min(14, 2 + 2 * Math.floor(passed / 1700)));
			await jest.advanceTimersByTimeAsync(100);
		}
		await until(() => value !== undefined);
		expect(value).toEqual({ kind: "value", value: 40 });
		await jest.advanceTimersByTimeAsync(4000);
		for (const reading of await Promise.all(readings)) expect(reading).toMatchObject({ fault: { code: "no_answer" } });
		// From then on a round takes no time that passes, however many hang.
		for (let round = 0; round < 3; round++) {
			const all = await Promise.all([...MANY, TANK].map((id) => bus.read(id)));
			expect(all.map(({ kind }) => kind)).toEqual([...MANY.map(() => "failed"), "value"]);
		}
		expect(process.getActiveResourcesInfo().filter((kind) => kind.startsWith("FSReq"))).toEqual([]);
		for (const one of hung) one.free();
	});

	it("does not keep a stop waiting", async () => {
		const hung = w1.hang(TANK);
		const reading = bus.read(TANK);
		await until(() => hung.reached());
		await bus.close();
		expect(await reading).toMatchObject({ fault: { code: "no_answer" } });
		expect(await bus.read(TANK)).toMatchObject({ fault: { code: "no_answer" } });
		hung.free();
	});

	it("is asked once where two want to know at the same time", async () => {
		w1.set(TANK, 44);
		const both = await Promise.all([bus.read(TANK), bus.read(TANK)]);
		expect(both).toEqual([
			{ kind: "value", value: 44 },
			{ kind: "value", value: 44 },
		]);
	});
});

it("waits for a free hand with many sensors, and reads them all", async () => {
	const ids = Array.from({ length: 12 }, (_, i) => `28-0000000000${(16 + i).toString(16)}`);
	for (const [i, id] of ids.entries()) w1.set(id, 20 + i);
	// A busy machine may start a reader so late that it counts as hanging; the next round reads that sensor.
	await until(async () => (await Promise.all(ids.map((id) => bus.read(id)))).every(({ kind }) => kind === "value"));
	expect(await Promise.all(ids.map((id) => bus.read(id)))).toEqual(
		ids.map((_, i) => ({ kind: "value", value: 20 + i })),
	);
});

it("has a pace, holds nothing, and drives nothing", async () => {
	expect(bus).toMatchObject({ pace: seconds(7), verify: "none" });
	expect(bus.identity).toContain(w1.root);
	expect(await bus.write(new Map([["1", true]]))).toMatchObject({ kind: "failed", fault: { code: "no_write" } });
	expect(await bus.readBack()).toBeUndefined();
});

it("opens where there is no bus, and tells so when it is read", async () => {
	const nowhere = open("/nowhere/w1");
	expect(await nowhere.read(TANK)).toMatchObject({ fault: { code: "missing", facts: { folder: "/nowhere/w1" } } });
	writeFileSync(join(w1.root, "file"), "");
	expect(await open(join(w1.root, "file")).read(TANK)).toMatchObject({ fault: { code: "missing" } });
});

/** Root may read everything, so it steps down for as long as this takes. */
const asNobody = async <T>(work: () => Promise<T>): Promise<T> => {
	const root = process.geteuid?.() === 0;
	if (root) process.seteuid?.(65534);
	try {
		return await work();
	} finally {
		if (root) process.seteuid?.(0);
	}
};

/** Turns of the event loop, no time, until it is so. */
const until = async (so: () => unknown) => {
	const end = performance.now() + 60_000;
	while (!(await so())) {
		if (performance.now() > end) throw new Error("It never came to be so");
		await new Promise((resolve) => setImmediate(resolve));
	}
};
