import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { QUANTITIES } from "#model/quantities/quantity.ts";
import { openDatabase } from "#store/database.ts";
import { STORE_FILE } from "#store/files/files.ts";
import type { Minute, Recorded } from "#store/history/history.ts";
import { historyOf } from "#store/history/history-query.ts";
import { columnsOf, decoded, encoded, type Mean } from "#store/history/means.ts";
import { openStore } from "#store/store.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "history-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openStore(folder, () => undefined);
/** 2026-07-01 00:00 UTC, in whole minutes. */
const MIDNIGHT = Date.UTC(2026, 6, 1) / 60_000;
const minute = (n: number, ...means: Minute["means"]): Minute => ({ kind: "minute", minute: MIDNIGHT + n, means });
const pump = (at: number, percent: number): Recorded => ({
	kind: "switched",
	at: MIDNIGHT * 60_000 + at,
	output: "pump",
	percent,
});
const all = [0, 9e9, 1e6] as const;

describe("a mean", () => {
	it("comes back to a hundredth of a degree, for whatever a sensor can say (property)", () => {
		const mean = fc.option(fc.double({ min: -60, max: 300, noNaN: true }), { nil: undefined });
		fc.assert(
			fc.property(fc.array(mean, { maxLength: 64 }), (means) => {
				const named = means.map((value, n) => [`s${n}`, value] as const);
				const back = decoded(
					named.map(([sensor]) => sensor),
					encoded(named),
				);
				back.forEach(([, value], n) => {
					if (means[n] === undefined) expect(value).toBeUndefined();
					else expect(Math.abs((value ?? Number.NaN) - means[n])).toBeLessThanOrEqual(0.005001);
				});
			}),
		);
	});

	test.each([
		[327.67, 327.67],
		[400, 327.67],
		[-327.67, -327.67],
		[-400, -327.67],
		[Number.NaN, undefined],
		[Number.POSITIVE_INFINITY, undefined],
	])("of %d is kept as %p", (mean, kept) => {
		expect(decoded(["s"], encoded([["s", mean]]))).toEqual([["s", kept]]);
	});

	it("that is cut off is missing, and so is what is no bytes", () => {
		expect(decoded(["a", "b"], encoded([["a", 1]]))).toEqual([
			["a", 1],
			["b", undefined],
		]);
		expect(decoded(["a"], "x")).toEqual([["a", undefined]]);
	});
});

describe("a mean of another quantity than temperature", () => {
	it("comes back exactly, beside temperatures, whatever its size and the order of the sensors (property)", () => {
		const one = fc.record({
			value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
			quantity: fc.constantFrom(...QUANTITIES),
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 64 }), (all) => {
				const means = all.map(
					({ value, quantity }, n): Mean =>
						quantity === "temperature"
							? [`s${n}`, value === undefined ? undefined : (n % 300) + 0.25]
							: [`s${n}`, value, quantity],
				);
				const back = decoded(columnsOf(means), encoded(means));
				expect(new Set(back.map((mean) => JSON.stringify(mean)))).toEqual(
					new Set(means.map((mean) => JSON.stringify(mean))),
				);
				expect(back).toHaveLength(means.length);
			}),
		);
	});

	it("is not cut to the range of temperatures: the sun and a meter of energy", () => {
		const store = open();
		store.record([minute(0, ["sun", 912.5, "irradiance"], ["tank", 40], ["meter", 123_456.7, "energy"])], 30);
		store.save({});
		expect(store.history.minutes(...all)).toEqual([
			minute(0, ["tank", 40], ["sun", 912.5, "irradiance"], ["meter", 123_456.7, "energy"]),
		]);
		store.close();
	});

	it("lies behind the temperatures, where releases that know only those find them", () => {
		const both = encoded([
			["sun", 912.5, "irradiance"],
			["tank", 40],
		]);
		expect([...both.slice(0, 2)]).toEqual([...encoded([["tank", 40]])]);
	});

	it("is not mixed with what the same sensor measured before", async () => {
		const store = open();
		store.record([minute(0, ["x", 20]), minute(1, ["x", 3.5, "flow"]), minute(2, ["x", 4.5, "flow"])], 30);
		store.save({});
		const [from, to] = [MIDNIGHT * 60_000, (MIDNIGHT + 10) * 60_000];
		expect(await historyOf(store.history, { from, to, step: 1 })).toMatchObject({
			sensors: { x: [null, 3.5, 4.5] },
			quantities: { x: "flow" },
		});
		store.close();
	});
});

describe("the history", () => {
	it("is there after a restart, with the sensors that there were at each minute", () => {
		const store = open();
		const recorded = [
			minute(0, ["collector", 61.25], ["tank", undefined]),
			minute(1, ["collector", -3.5]),
			minute(2, ["tank", 40], ["collector", 60]),
		];
		store.record([...recorded, pump(500, 100)], 30);
		store.save({});
		store.close();
		const again = open();
		expect(again.history.minutes(...all)).toEqual(recorded);
		expect(again.history.switched(0, 9e15)).toEqual([pump(500, 100)]);
		again.close();
	});

	it("is written with the next save and not before, and at the close", () => {
		const store = open();
		store.record([minute(0, ["tank", 1])], 30);
		expect(store.history.minutes(...all)).toEqual([]);
		store.save({});
		expect(store.history.minutes(...all)).toHaveLength(1);
		store.record([minute(1, ["tank", 2])], 30);
		store.close();
		const again = open();
		expect(again.history.minutes(...all)).toHaveLength(2);
		again.close();
	});

	it("takes a minute anew where the clock goes back", () => {
		const store = open();
		store.record([minute(0, ["tank", 1])], 30);
		store.save({});
		store.record([minute(0, ["tank", 2])], 30);
		store.save({});
		expect(store.history.minutes(...all)).toEqual([minute(0, ["tank", 2])]);
		store.close();
	});

	it("keeps as many recorded days as it is told, and what switched in them", () => {
		const store = open();
		for (let day = 0; day < 4; day++) {
			const minutes = Array.from({ length: 1440 }, (_, n) => minute(day * 1440 + n, ["tank", n % 100]));
			store.record([pump(day * 86_400_000, 100), ...minutes], 2);
			store.save({});
		}
		const kept = store.history.minutes(...all).map((one) => one.minute - MIDNIGHT);
		expect([kept.length, kept[0], kept.at(-1)]).toEqual([2880, 2880, 5759]);
		expect(store.history.switched(0, 9e15)).toEqual([pump(2 * 86_400_000, 100), pump(3 * 86_400_000, 100)]);
		store.close();
	});

	it("loses nothing to a clock that jumps ahead by years and back", () => {
		const store = open();
		store.record(
			Array.from({ length: 100 }, (_, n) => minute(n, ["tank", 1])),
			1,
		);
		store.save({});
		store.record([minute(5_000_000, ["tank", 1])], 1);
		store.save({});
		store.record([minute(110, ["tank", 1])], 1);
		store.save({});
		expect(store.history.minutes(MIDNIGHT, MIDNIGHT + 1000, 1e6)).toHaveLength(101);
		store.close();
	});

	it("whose layout makes no sense is empty, and the rest stays", () => {
		const store = open();
		store.record([minute(0, ["tank", 1])], 30);
		store.save({ mode: "off" });
		store.close();
		const behind = new DatabaseSync(join(folder, STORE_FILE));
		behind.exec("UPDATE history_layout SET sensors = 'no JSON'");
		behind.close();
		const again = open();
		expect(again.history.minutes(...all)).toEqual([minute(0)]);
		expect(again.findings()).toEqual([]);
		again.close();
	});

	it("that is scribbled over costs no setting: all that is known goes into a fresh file", () => {
		const store = open();
		store.save({ mode: "off", counters: { starts: 4 } });
		store.record(
			Array.from({ length: 3000 }, (_, n) => minute(n, ["tank", 1])),
			30,
		);
		store.close();
		const file = join(folder, STORE_FILE);
		const bytes = readFileSync(file);
		bytes.fill(0xa5, bytes.length - 20_000);
		writeFileSync(file, bytes);
		const again = open();
		expect(again.findings()).toEqual([]);
		expect(again.history.minutes(...all)).toEqual([]);
		expect(again.findings()).toMatchObject([{ code: "store_set_aside", facts: { cause: "corrupt" } }]);
		again.record([minute(3001, ["tank", 2])], 30);
		again.close();
		const last = open();
		expect(last.load()).toMatchObject({ mode: "off", counters: { starts: 4 } });
		expect(last.history.minutes(...all)).toEqual([minute(3001, ["tank", 2])]);
		last.close();
	});

	it("waits for a disk that takes nothing, and is not endless", () => {
		const nowhere = openStore("/dev/null/nowhere", () => undefined);
		nowhere.record([minute(0, ["tank", 1])], 30);
		nowhere.save({ mode: "off" });
		expect(nowhere.history.minutes(...all)).toEqual([]);
		expect(nowhere.findings()).toMatchObject([{ code: "store_unavailable" }]);
		nowhere.close();
	});

	it("of 30 days costs a save and its trim a small part of what reading it costs", () => {
		const opened = openDatabase(join(folder, STORE_FILE), 0);
		if (opened.kind !== "open") throw new Error(opened.cause);
		const { database } = opened;
		const means = Array.from({ length: 15 }, (_, n) => [`s${n}`, 20 + n] as const);
		const changes = new Map();
		database.write({ changes, recorded: Array.from({ length: 43_200 }, (_, n) => minute(n, ...means)) }, 1);
		/** The shortest of some: what else the machine does only makes it longer. */
		const shortest = (times: number, work: (n: number) => void) =>
			Math.min(
				...Array.from({ length: times }, (_, n) => {
					const before = performance.now();
					work(n);
					return performance.now() - before;
				}),
			);
		const save = shortest(21, (n) =>
			database.write({ changes, recorded: [minute(43_200 + n, ...means)], days: 30 }, 2 + n),
		);
		const read = shortest(3, () => database.history.minutes(0, 1e9, 1e9));
		database.close();
		// Measured: 3 ms against 300 ms. Most of the 3 ms is the trim, which comes once in ten minutes.
		expect(save / read).toBeLessThan(0.05);
	});
});

describe("a question to the history", () => {
	it("gets the means of each step, null where there was no value, and no point where nothing ran", async () => {
		const store = open();
		store.record(
			[
				minute(0, ["tank", 10], ["collector", undefined]),
				minute(1, ["tank", 20], ["collector", undefined]),
				minute(4, ["tank", 30], ["collector", 50]),
				pump(-5000, 100),
				pump(60_000, 0),
			],
			30,
		);
		store.save({});
		const from = MIDNIGHT * 60_000;
		expect(await historyOf(store.history, { from, to: from + 600_000, step: 2 })).toEqual({
			step: 2,
			times: [from, from + 240_000],
			sensors: { tank: [15, 30], collector: [null, 50] },
			lows: { tank: [10, 30], collector: [null, 50] },
			highs: { tank: [20, 30], collector: [null, 50] },
			quantities: { tank: "temperature", collector: "temperature" },
			outputs: {
				pump: [
					{ at: from - 5000, percent: 100 },
					{ at: from + 60_000, percent: 0 },
				],
			},
		});
		store.close();
	});

	it("gets no more points than a screen has room for, and lets others work in between", async () => {
		const store = open();
		for (let day = 0; day < 4; day++)
			store.record(
				Array.from({ length: 1440 }, (_, n) => minute(day * 1440 + n, ["tank", 1])),
				30,
			);
		store.save({});
		let turns = 0;
		const turning = setInterval(() => turns++, 0);
		const from = MIDNIGHT * 60_000;
		const { step, times } = await historyOf(store.history, { from, to: from + 4 * 86_400_000, step: 1 });
		clearInterval(turning);
		expect([step, times.length]).toEqual([3, 1000]);
		expect(turns).toBeGreaterThan(0);
		store.close();
	});
});
