import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type HistoryTables, historyIn, type Minute, type Switched } from "#store/history/history.ts";
import { MIGRATIONS } from "#store/migrations.ts";

function fresh(steps = MIGRATIONS) {
	const database = new DatabaseSync(":memory:");
	for (const step of steps) database.exec(step);
	return { database, tables: historyIn(database) };
}
const minute = (n: number): Minute => ({ kind: "minute", minute: n, means: [["tank", 1]] });
const minutesIn = (tables: HistoryTables) => tables.minutes(0, 9e9, 1e7).map((one) => one.minute);

describe("what switched before a moment", () => {
	const change = fc.record({
		kind: fc.constant("switched" as const),
		at: fc.integer({ min: 0, max: 60 }),
		output: fc.constantFrom("pump", "heater", "circuit:pump", ""),
		percent: fc.integer({ min: 0, max: 100 }),
	});
	const order = (a: Switched, b: Switched) => a.at - b.at || (a.output < b.output ? -1 : 1);

	it("is the last change of each output, whether the file has its index or not (property)", () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 40 }), fc.nat(70), fc.nat(70), (changes, from, to) => {
				const kept = new Map(changes.map((one) => [`${one.at} ${one.output}`, one]));
				const sorted = [...kept.values()].sort(order);
				const before = new Map(sorted.filter(({ at }) => at < from).map((one) => [one.output, one]));
				const expected = [...before.values(), ...sorted.filter(({ at }) => at >= from && at < to)].sort(order);
				// A file of an older release that is only read has no index.
				for (const steps of [MIGRATIONS, MIGRATIONS.slice(0, -1)]) {
					const { tables } = fresh(steps);
					tables.write(changes);
					expect(tables.switched(from, to)).toEqual(expected);
				}
			}),
		);
	});

	it("is found without a look at every row", () => {
		const { database } = fresh();
		const asked: string[] = [];
		const listening = new Proxy(database, {
			get: (target, key) =>
				key === "prepare"
					? (sql: string) => {
							asked.push(sql);
							return target.prepare(sql);
						}
					: Reflect.get(target, key),
		});
		historyIn(listening).switched(0, 1);
		const plan = database.prepare(`EXPLAIN QUERY PLAN ${asked.at(-1)}`).all(0, 1);
		const steps = plan.map(({ detail }) => String(detail)).filter((detail) => /history_switch|one/.test(detail));
		expect(steps.length).toBeGreaterThan(3);
		expect(steps.filter((detail) => detail.startsWith("SCAN"))).toEqual([]);
	});
});

describe("the oldest minutes", () => {
	it("go as soon as there are more than are kept, whatever the order in which they came (property)", () => {
		const written = fc.array(fc.array(fc.integer({ min: 0, max: 6000 }), { maxLength: 60 }), { maxLength: 12 });
		fc.assert(
			fc.property(written, fc.boolean(), (batches, reopened) => {
				const { database, tables } = fresh();
				// More than a day of them already lies in the file.
				tables.write(Array.from({ length: 1500 }, (_, n) => minute(n)));
				let model = minutesIn(tables);
				let open = historyIn(database);
				for (const [nth, batch] of batches.entries()) {
					if (reopened && nth === 6) open = historyIn(database);
					open.write(batch.map(minute));
					open.trim(1);
					const all = [...new Set([...model, ...batch])].sort((a, b) => a - b);
					model = all.slice(Math.min(1440, Math.max(0, all.length - 1440)));
					expect(minutesIn(tables)).toEqual(model);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it("take no state with them: what has rested for longer than the history is known to rest", () => {
		const { tables } = fresh();
		const day = 86_400_000;
		const switched = (output: string, at: number, percent: number) =>
			({ kind: "switched", at, output, percent }) as const;
		const reason = (output: string, at: number) =>
			({ kind: "reason", at, output, want: 0, code: "no_gain", facts: {} }) as const;
		tables.write([switched("heater", 1, 0), reason("heater", 1)]);
		for (let n = 0; n < 3; n += 1) {
			tables.write([switched("pump", n * day + 2, n), reason("pump", n * day + 2)]);
			tables.write(Array.from({ length: 1440 }, (_, one) => minute(n * 1440 + one)));
			tables.trim(1);
		}
		expect(tables.minutes(0, 9e9, 1)).toEqual([minute(2880)]);
		// What the pump did before the day is known too, as long as the day begins with it.
		expect(tables.switched(0, 9e15)).toEqual([
			switched("heater", 1, 0),
			switched("pump", day + 2, 1),
			switched("pump", 2 * day + 2, 2),
		]);
		expect(tables.reasons(0, 9e15).map(({ output, at }) => [output, at])).toEqual([
			["heater", 1],
			["pump", day + 2],
			["pump", 2 * day + 2],
		]);
	});

	it("are counted a month at a time after a start, and then go", () => {
		const { database, tables } = fresh();
		database.exec("BEGIN");
		tables.write(Array.from({ length: 90_000 }, (_, n) => minute(n)));
		const open = historyIn(database);
		const left = () => Number(database.prepare("SELECT count(*) AS n FROM history_minute").get()?.["n"]);
		const after: number[] = [];
		for (let n = 0; n < 4; n += 1) {
			open.write([minute(90_000 + n)]);
			open.trim(61);
			after.push(left());
		}
		const most = 61 * 1440;
		expect(after).toEqual([90_001, 90_002, 90_003 - 1440, Math.max(most, 90_004 - 2 * 1440)]);
	});
});
