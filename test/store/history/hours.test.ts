import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { STORE_FILE } from "#store/files/files.ts";
import type { Minute } from "#store/history/history.ts";
import { historyOf } from "#store/history/history-query.ts";
import { HOUR_TABLES } from "#store/history/hours.ts";
import { MIGRATIONS } from "#store/migrations.ts";
import { openStore } from "#store/store.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "hours-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openStore(folder, () => undefined);
/** 2026-07-01 00:00 UTC, in whole minutes. */
const MIDNIGHT = Date.UTC(2026, 6, 1) / 60_000;
const HOUR = MIDNIGHT / 60;
const minute = (n: number, ...means: Minute["means"]): Minute => ({ kind: "minute", minute: MIDNIGHT + n, means });
const ms = (n: number) => (MIDNIGHT + n) * 60_000;
type Store = ReturnType<typeof open>;
const saved = (store: Store, minutes: readonly Minute[], days = 365) => {
	store.record(minutes, days);
	store.save({});
};
const hours = (store: Store) => store.history.hours(0, 9e9, 1e6);

describe("the hours", () => {
	it("are made of the minutes once the hour is over: mean, lowest and highest of each sensor", () => {
		const store = open();
		saved(store, [minute(0, ["tank", 10], ["x", undefined], ["sun", 100, "irradiance"])]);
		saved(store, [minute(59, ["tank", 20], ["x", undefined], ["sun", 500, "irradiance"])]);
		expect([hours(store), store.history.rolledUp()]).toEqual([[], 0]);
		saved(store, [minute(60, ["tank", 99])]);
		expect(hours(store)).toEqual([
			{
				hour: HOUR,
				sensors: [
					{ sensor: "tank", mean: 15, low: 10, high: 20 },
					{ sensor: "x", mean: undefined, low: undefined, high: undefined },
					{ sensor: "sun", quantity: "irradiance", mean: 300, low: 100, high: 500 },
				],
			},
		]);
		expect(store.history.rolledUp()).toBe(HOUR + 1);
		store.close();
	});

	it("of a file of an older app are made little by little, and a question is answered in full meanwhile", async () => {
		const store = open();
		saved(
			store,
			Array.from({ length: 20 * 60 }, (_, n) => minute(n, ["tank", Math.floor(n / 60)])),
		);
		store.close();
		const behind = new DatabaseSync(join(folder, STORE_FILE));
		behind.exec(
			`DROP TABLE history_hour; DROP TABLE history_reason; DROP INDEX history_switch_output; PRAGMA user_version = ${MIGRATIONS.indexOf(HOUR_TABLES)}`,
		);
		behind.close();
		const again = open();
		const known: number[] = [];
		for (let n = 0; n < 5; n += 1) {
			const { sensors } = await historyOf(again.history, { from: ms(0), to: ms(1200), step: 60 });
			expect(sensors["tank"]).toEqual(Array.from({ length: 20 }, (_, hour) => hour));
			known.push(hours(again).length);
			saved(again, [minute(1200 + n, ["tank", 50])]);
		}
		expect(known).toEqual([0, 6, 12, 18, 20]);
		again.close();
	});

	it("follow a clock that was set back, and one that was ahead by years", async () => {
		const store = open();
		saved(store, [minute(0, ["tank", 10]), minute(61, ["tank", 1])]);
		saved(store, [minute(5_000_000, ["tank", 5])]);
		saved(store, [minute(5_000_060, ["tank", 5])]);
		saved(store, [minute(1, ["tank", 30]), minute(125, ["tank", 7])]);
		const { sensors, times } = await historyOf(store.history, { from: ms(0), to: ms(180), step: 60 });
		expect([times, sensors["tank"]]).toEqual([
			[ms(0), ms(60), ms(120)],
			[20, 1, 7],
		]);
		store.close();
	});

	it("stay when their minutes are removed", () => {
		const store = open();
		for (let hour = 0; hour < 96; hour += 1)
			saved(
				store,
				Array.from({ length: 60 }, (_, n) => minute(hour * 60 + n, ["tank", Math.floor(hour / 24)])),
				1,
			);
		for (let n = 0; n < 20; n += 1) saved(store, [minute(4 * 1440 + n, ["tank", 4])], 1);
		expect(store.history.minutes(0, 9e9, 1)[0]?.minute).toBeGreaterThan(MIDNIGHT + 2 * 1440);
		expect(
			hours(store)
				.slice(0, 24)
				.map(({ sensors }) => sensors),
		).toEqual(Array(24).fill([{ sensor: "tank", mean: 0, low: 0, high: 0 }]));
		store.close();
	});

	it("count as the minutes that they are made of, beside minutes that are no hour yet", async () => {
		const store = open();
		saved(
			store,
			Array.from({ length: 6 * 60 + 40 }, (_, n) => minute(n, ["tank", n < 360 ? 20 : 80])),
		);
		expect(store.history.rolledUp()).toBe(HOUR + 6);
		const { sensors } = await historyOf(store.history, { from: ms(0), to: ms(1440), step: 1440 });
		expect(sensors["tank"]).toEqual([26]);
		store.close();
	});

	it("answer like the minutes, whatever the range and the step (property)", async () => {
		const store = open();
		const value = (n: number) => Math.round(Math.sin(n / 97) * 5000) / 100;
		const gap = (n: number) => n % 1000 < 130;
		const all = Array.from({ length: 3000 }, (_, n) => n).filter((n) => !gap(n));
		saved(
			store,
			all.map((n) => minute(n, ["tank", n % 7 === 0 ? undefined : value(n)])),
		);
		for (let n = 0; n < 10; n += 1) saved(store, [minute(3000, ["tank", 0])]);
		expect(store.history.rolledUp()).toBe(HOUR + 50);
		const range = fc.tuple(
			fc.integer({ min: -100, max: 3100 }),
			fc.integer({ min: 1, max: 3200 }),
			fc.constantFrom(1, 2, 5, 24),
		);
		await fc.assert(
			fc.asyncProperty(range, async ([begin, length, by]) => {
				const query = { from: ms(begin), to: ms(begin + length), step: by * 60 };
				const minutesOnly = { ...store.history, rolledUp: () => 0 };
				const [made, right] = [await historyOf(store.history, query), await historyOf(minutesOnly, query)];
				expect(made.times).toEqual(right.times);
				expect([made.lows, made.highs]).toEqual([right.lows, right.highs]);
				const known = (values: readonly (number | null)[] = []) => values.map((one) => one !== null);
				expect(known(made.sensors["tank"])).toEqual(known(right.sensors["tank"]));
			}),
			{ numRuns: 60 },
		);
		store.close();
	});
});
