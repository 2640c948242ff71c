import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { historyIn } from "#store/history/history.ts";
import { type Reasoned, Reasons, reasonsIn } from "#store/history/reasons.ts";
import { MIGRATIONS } from "#store/migrations.ts";
import { openStore } from "#store/store.ts";
import { seen } from "../../fakes/owners-plant.ts";

const WALL = { date: "2026-07-01", minute_of_day: 720, weekday: 3, trusted: true };
const NOON = Date.UTC(2026, 6, 1, 12);
const [pump, heater] = seen({}).verdicts;
if (pump === undefined || heater === undefined) throw new Error("the owner's plant has these");
const because = (code: string, want: number, gain = 8.2): Verdict => ({
	...pump,
	want: want > 0 ? FULL : OFF,
	rank: "normal",
	because: { code, facts: { gain } },
});
const turn = (verdict: Verdict): Snapshot => ({ ...seen({}), wall: WALL, verdicts: [verdict, heater] });
const ofPump = (all: readonly Reasoned[]) => all.filter(({ output }) => output === "pump");

describe("a reason", () => {
	it("is noted when it begins, with the facts of that turn, and not again while it lasts", () => {
		const reasons = new Reasons();
		expect(ofPump(reasons.add(turn(because("gain", 100)), NOON))).toEqual([
			{ kind: "reason", at: NOON, output: "pump", want: 100, code: "gain", rank: "normal", facts: { gain: 8.2 } },
		]);
		expect(reasons.add(turn(because("gain", 100, 9)), NOON + 3_600_000)).toEqual([]);
	});

	it("is noted at once when the output starts or stops, and otherwise once a minute", () => {
		const reasons = new Reasons();
		const noted = (verdict: Verdict, ms: number) =>
			ofPump(reasons.add(turn(verdict), NOON + ms)).map(({ code }) => code);
		expect(noted(because("no_gain", 0), 0)).toEqual(["no_gain"]);
		expect(noted(because("gain", 100), 1000)).toEqual(["gain"]);
		expect(noted(because("least_run", 100), 2000)).toEqual([]);
		expect(noted(because("least_run", 100), 61_000)).toEqual(["least_run"]);
		expect(noted(because("no_gain", 0), 62_000)).toEqual(["no_gain"]);
	});

	it("is not noted while the clock is not set", () => {
		expect(new Reasons().add({ ...turn(because("gain", 100)), wall: { ...WALL, trusted: false } }, NOON)).toEqual([]);
	});
});

describe("the history of reasons", () => {
	let folder = "";
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "reasons-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const one = (at: number, code: string, facts: Reasoned["facts"] = { gain: 8.2 }): Reasoned => ({
		kind: "reason",
		at,
		output: "pump",
		want: 100,
		code,
		rank: "normal",
		facts,
	});

	it("comes back as it was, preceded by what held when it begins, and is trimmed with the minutes", () => {
		const store = openStore(folder, () => undefined);
		const minute = (n: number) => ({ kind: "minute" as const, minute: n, means: [["collector", 20]] as const });
		const day = 1440;
		store.record([one(1000, "no_gain"), one(2000, "gain"), one((2 * day + 5) * 60_000, "later")], 1);
		store.save({});
		expect(store.history.reasons(3000, 9e9)).toEqual([one(2000, "gain"), one((2 * day + 5) * 60_000, "later")]);
		expect(store.history.reasons(0, 1500)).toEqual([one(1000, "no_gain")]);
		store.record([minute(0), ...Array.from({ length: day }, (_, n) => minute(2 * day + n)), minute(4 * day)], 1);
		store.save({});
		// What held when the oldest minute began holds still.
		expect(store.history.reasons(0, 9e12)).toEqual([one(2000, "gain"), one((2 * day + 5) * 60_000, "later")]);
		store.close();
	});

	it("is read and trimmed without a look at every row, and is right (property)", () => {
		const database = new DatabaseSync(":memory:");
		for (const step of MIGRATIONS) database.exec(step);
		const asked: string[] = [];
		const watched = new Proxy(database, {
			get(target, name) {
				if (name !== "prepare" && name !== "exec") return Reflect.get(target, name);
				return (sql: string) => {
					asked.push(sql);
					return target[name](sql);
				};
			},
		});
		const tables = reasonsIn(watched);
		const all: Reasoned[] = [];
		for (let n = 0; n < 200; n += 1) {
			const reasoned = { ...one((n * 7919) % 1000, `c${n}`), output: ["heater", "pump", "valve"][n % 3] ?? "" };
			all.push(reasoned);
			tables.writeReason(reasoned);
		}
		const order = (a: Reasoned, b: Reasoned) => a.at - b.at || (a.output < b.output ? -1 : 1);
		const right = (from: number, to: number) => {
			const before = ["heater", "pump", "valve"].flatMap((id) =>
				all
					.filter(({ output, at }) => output === id && at < Math.min(from, to))
					.sort(order)
					.slice(-1),
			);
			return [...before, ...all.filter(({ at }) => at >= from && at < to)].sort(order);
		};
		fc.assert(
			fc.property(fc.integer({ min: -5, max: 1005 }), fc.integer({ min: 0, max: 1005 }), (from, length) => {
				expect(tables.reasons(from, from + length)).toEqual(right(from, from + length));
			}),
			{ numRuns: 40 },
		);
		database.exec(`INSERT INTO history_minute VALUES (1, 1, x'00')`);
		tables.writeReason(one(60_000, "kept"));
		tables.trimReasons();
		const [heater, , valve] = right(5000, 5000).sort((a, b) => (a.output < b.output ? -1 : 1));
		expect(tables.reasons(0, 9e9)).toEqual(
			[heater, valve, one(60_000, "kept")].sort((a, b) => (a?.at ?? 0) - (b?.at ?? 0)),
		);
		const plans = asked.flatMap((sql) =>
			database
				.prepare(`EXPLAIN QUERY PLAN ${sql}`)
				.all()
				.map((row) => String(row["detail"])),
		);
		expect(plans.join("\n")).toContain("SEARCH one USING PRIMARY KEY (output=? AND at>? AND at<?)");
		expect(plans.filter((line) => /^SCAN (?!outputs|sqlite_schema)/.test(line))).toEqual([]);
		database.close();
	});

	it("keeps no facts that are too long, and nothing breaks in a file of an older release", () => {
		const store = openStore(folder, () => undefined);
		store.record([one(1, "gain", { text: "x".repeat(2000) })], 1);
		store.save({});
		expect(store.history.reasons(0, 9)).toEqual([one(1, "gain", {})]);
		store.close();
		const old = new DatabaseSync(":memory:");
		for (const step of MIGRATIONS.slice(0, 6)) old.exec(step);
		expect(historyIn(old).reasons(0, 9)).toEqual([]);
		old.close();
	});
});
