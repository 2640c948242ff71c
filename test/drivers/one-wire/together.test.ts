import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import * as fc from "fast-check";
import { FewAtOnce, type Together } from "#drivers/bus/few-at-once.ts";
import { readApart, readApartInTurn } from "#drivers/bus/read-apart.ts";
import { OneWireBus } from "#drivers/one-wire/bus.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { SerialW1 } from "../../fakes/serial-w1.ts";
import { FakeW1, kernelText, scratchpadOf } from "../../fakes/w1.ts";

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `28-00000000${(0x1000 + n).toString(16)}`);
const PORTS = { now: () => instant(0), tell: () => undefined };

/** A bus whose processes are counted by how many files each reads. */
const counted = (root: string) => {
	const processes: number[] = [];
	const signals: AbortSignal[] = [];
	const bus = new OneWireBus(
		root,
		seconds(5),
		PORTS,
		(path, signal) => {
			processes.push(1);
			return readApart(path, signal);
		},
		4000,
		(files, signal) => {
			processes.push(files.length);
			signals.push(signal);
			return readApartInTurn(files, signal);
		},
	);
	const read = async (ids: readonly string[]) => {
		processes.length = 0;
		const all = await Promise.all(ids.map((id) => bus.read(id)));
		return all.map((one) => (one.kind === "value" ? one.value : one.fault.code));
	};
	return { bus, processes, signals, read };
};

let w1: FakeW1;
beforeEach(() => {
	w1 = new FakeW1();
});
afterEach(() => {
	jest.useRealTimers();
	w1.close();
});

describe("sensors that are read together", () => {
	// #a-round-takes-two-processes
	it("take two processes a round, the first round too, where each is read twice", async () => {
		const ids = idsOf(15);
		for (const [nth, id] of ids.entries()) w1.set(id, nth);
		const { processes, read } = counted(w1.root);
		expect(await read(ids)).toEqual(ids.map((_, nth) => nth));
		expect(processes).toEqual([16, 14]);
		for (const [nth, id] of ids.entries()) w1.set(id, nth + 1);
		expect(await read(ids)).toEqual(ids.map((_, nth) => nth + 1));
		expect(processes).toEqual([8, 7]);
	});

	it("take a jump again by a process of its own, and those behind it go on in another", async () => {
		const ids = idsOf(4);
		for (const id of ids) w1.set(id, 20);
		const { processes, read } = counted(w1.root);
		await read(ids);
		const [jumps = ""] = ids;
		const said = w1.says(jumps, 90, 21);
		expect(await read(ids)).toEqual([21, 20, 20, 20]);
		await said;
		expect(processes.toSorted()).toEqual([1, 1, 2, 2]);
	});

	/** What may be in the way of one sensor, and what is told of it then. */
	const MISHAPS = {
		none: undefined,
		empty: "no_answer",
		gone: "missing",
		no_name: undefined,
		another_name: undefined,
		garbage: "bus",
		half: "bus",
		checksum: "crc",
		folder: "bus",
	} as const;
	const befall = (id: string, nth: number, what: keyof typeof MISHAPS) => {
		const folder = join(w1.root, id);
		rmSync(folder, { recursive: true, force: true });
		w1.set(id, 10 + nth);
		const right = kernelText(scratchpadOf("28", 10 + nth), (10 + nth) * 1000);
		if (what === "empty") w1.setRaw(id, "");
		if (what === "gone") w1.remove(id);
		if (what === "no_name") rmSync(join(folder, "name"));
		if (what === "another_name") writeFileSync(join(folder, "name"), "w1_bus_master1\n");
		if (what === "garbage") w1.setRaw(id, "t=26187\n28-\n");
		if (what === "half") w1.setRaw(id, right.slice(0, 40));
		if (what === "checksum") w1.setRaw(id, right.replace("YES", "NO"));
		if (what === "folder") {
			rmSync(join(folder, "w1_slave"));
			mkdirSync(join(folder, "w1_slave"));
		}
	};

	// #no-reading-of-another-sensor
	it("never get one another's reading, whatever is missing, empty or broken among them", async () => {
		const names = fc.constantFrom(...(Object.keys(MISHAPS) as (keyof typeof MISHAPS)[]));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(names, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
				async (rounds) => {
					const ids = idsOf(6);
					const { bus, read } = counted(w1.root);
					for (const mishaps of rounds) {
						for (const [nth, id] of ids.entries()) befall(id, nth, mishaps[nth] ?? "none");
						expect(await read(ids)).toEqual(mishaps.map((what, nth) => MISHAPS[what] ?? 10 + nth));
					}
					await bus.close();
				},
			),
			{ numRuns: 25, examples: [[[["none", "empty", "no_name", "no_name", "empty", "none"]]]] },
		);
	});

	it("are read by themselves while they fail, and together again afterwards", async () => {
		const ids = idsOf(4);
		for (const id of ids) w1.set(id, 20);
		const { processes, read } = counted(w1.root);
		await read(ids);
		const [fails = ""] = ids;
		w1.setRaw(fails, "");
		await read(ids);
		await read(ids);
		expect(processes.toSorted()).toEqual([1, 1, 2]);
		w1.set(fails, 20);
		await read(ids);
		await read(ids);
		expect(processes).toEqual([2, 2]);
	});

	it("leave no process when the bus is closed", async () => {
		const ids = idsOf(6);
		const hung = ids.map((id) => w1.hang(id));
		const { bus, signals, read } = counted(w1.root);
		const reading = read(ids);
		while (hung.filter((one) => one.reached()).length < 2) await new Promise((resolve) => setImmediate(resolve));
		await bus.close();
		expect(await reading).toEqual(ids.map(() => "no_answer"));
		expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
		for (const one of hung) one.free();
	});
});

describe("one that hangs among them", () => {
	const hangs = (bus: SerialW1, sensor: string) => ({
		one: (path: string, signal: AbortSignal) => (path.includes(sensor) ? never(signal) : bus.read(path, signal)),
		inTurn(files: readonly { readonly path: string }[], signal: AbortSignal) {
			let next = 0;
			const texts: Promise<string>[] = [];
			for (const [nth, { path }] of files.entries()) {
				const before = texts[nth - 1] ?? Promise.resolve("");
				texts.push(
					before.then(async () => {
						const read = signal.aborted ? { code: "killed" } : await this.one(path, signal);
						return typeof read === "string" ? read : "";
					}),
				);
			}
			return () => texts[next++] ?? Promise.resolve("");
		},
	});
	const never = (signal: AbortSignal) =>
		new Promise<{ code: string }>((resolve) => signal.addEventListener("abort", () => resolve({ code: "killed" })));

	// #one-that-hangs-delays-by-its-place-alone
	test.each([0, 1, 4, 13, 14])("keeps the others waiting for 1.7 s at most, the one in place %d", async (nth) => {
		jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
		const ids = idsOf(15);
		const hung = ids[nth] ?? "";
		const answered = async (hanging: string) => {
			const { one, inTurn } = hangs(new SerialW1(100), hanging);
			const bus = new OneWireBus("/w1", seconds(5), PORTS, one, 4000, (files, signal) =>
				inTurn.call({ one }, files, signal),
			);
			const began = Date.now();
			const at = new Map<string, number>();
			for (const id of ids) void bus.read(id).then((read) => at.set(`${id} ${read.kind}`, Date.now() - began));
			await jest.advanceTimersByTimeAsync(20_000);
			await bus.close();
			return at;
		};
		const without = await answered("none of them");
		const at = await answered(hung);
		expect(at.get(`${hung} failed`)).toBeGreaterThanOrEqual(4000);
		for (const id of ids.filter((one) => one !== hung))
			expect((at.get(`${id} value`) ?? Number.NaN) - (without.get(`${id} value`) ?? 0)).toBeLessThanOrEqual(1700);
	});
});

describe("a reader of several keys", () => {
	const texts = (...all: readonly string[]): Together<string> => {
		const left = [...all];
		return {
			start: () => async () => left.shift() ?? "",
			outcome: (_, text) => (text === "" ? undefined : text),
			twice: () => false,
			fine: () => true,
		};
	};
	it("that ends early leaves the others to jobs of their own", async () => {
		const reads = new FewAtOnce<string>(1, { usual: 1700, deadline: 4000 }, texts("first"));
		const answers = ["a", "b", "c"].map((key) => reads.run(key, async () => `${key} by itself`));
		expect(await Promise.all(answers)).toEqual(["first", "b by itself", "c by itself"]);
	});

	it("is ended when one of them is given up, and those behind it get another one", async () => {
		jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
		const started: { readonly keys: readonly string[]; readonly signal: AbortSignal }[] = [];
		const start = (keys: readonly string[], signal: AbortSignal) => {
			started.push({ keys, signal });
			const left = [...keys];
			const hung = new Promise<string>((resolve) => signal.addEventListener("abort", () => resolve("")));
			return async () => (keys.includes("a") ? hung : `${left.shift()} of a reader`);
		};
		const reads = new FewAtOnce<string>(1, { usual: 5000, deadline: 4000 }, { ...texts(), start });
		const answers = ["a", "b", "c"].map((key) => reads.run(key, async () => `${key} by itself`));
		await jest.advanceTimersByTimeAsync(4000);
		expect(await Promise.all(answers)).toEqual([undefined, "b of a reader", "c of a reader"]);
		expect(started.map(({ keys, signal }) => [keys, signal.aborted])).toEqual([
			[["a", "b", "c"], true],
			[["b", "c"], false],
		]);
	});

	it("whose text makes a bug tell it for that key alone", async () => {
		const together = texts("first", "bug", "third");
		const outcome = (key: string, text: string) => {
			if (text === "bug") throw new Error("a bug");
			return together.outcome(key, text);
		};
		const reads = new FewAtOnce<string>(1, { usual: 1700, deadline: 4000 }, { ...together, outcome });
		const answers = ["a", "b", "c"].map((key) => reads.run(key, async () => `${key} by itself`));
		expect(await Promise.allSettled(answers)).toMatchObject([
			{ value: "first" },
			{ reason: { message: "a bug" } },
			{ value: "third" },
		]);
	});
});
