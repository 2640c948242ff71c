import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { SOURCES, type TrailEntry } from "#model/findings/trail.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { BEGIN, canonical, hashOf } from "#store/trail/audit-chain.ts";
import { trailIn, type Verdict } from "#store/trail/audit-trail.ts";

let folder = "";
let store: Store;
const open = () => {
	store = openStore(folder, () => undefined);
};
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "trail-"));
	open();
});
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 6, 1, 12);
const entry = (n: number, more: Partial<TrailEntry> = {}): TrailEntry => ({
	at: NOON + n * 1000,
	source: "mqtt",
	what: "setting",
	facts: { rule: "solar_charging", field: "start_at", value: n },
	...more,
});
const write = (entries: readonly TrailEntry[], days = 365) => {
	store.append(entries, days);
	store.save({});
};
const entries = (count: number, from = 1) => Array.from({ length: count }, (_, n) => entry(from + n));
const rows = () => store.trail()?.rows(0, 10_000) ?? [];
const verified = async (anchor?: string): Promise<Verdict> => {
	const verdict = await store.trail()?.verify(anchor);
	if (verdict === undefined) throw new Error("There is no trail.");
	return verdict;
};
/** A process that can write the file can remove its triggers. */
const NO_TRIGGERS = "DROP TRIGGER audit_trail_kept; DROP TRIGGER audit_trail_whole;";
const behind = (sql: string) => {
	store.close();
	const database = new DatabaseSync(join(folder, STORE_FILE));
	try {
		database.exec(sql);
	} finally {
		database.close();
		open();
	}
};

describe("the audit trail", () => {
	it("holds from its first entry on, also when it is empty", async () => {
		expect(await verified()).toEqual({ rows: 0, begin: BEGIN, head: BEGIN, flaws: [], flawed: 0 });
		write(entries(3));
		const all = rows();
		expect(all.map(({ seq, what }) => [seq, what])).toEqual([
			[1, "setting"],
			[2, "setting"],
			[3, "setting"],
		]);
		expect(await verified()).toMatchObject({ rows: 3, head: { seq: 3, hash: all[2]?.hash }, flaws: [] });
	});

	it("can be followed by anybody: each hash is made of the one before and of the entry", () => {
		write([entry(1, { actor: "anna" }), entry(2)]);
		let before = BEGIN.hash;
		for (const { hash, ...row } of rows()) {
			expect(hash).toBe(hashOf(before, row));
			before = hash;
		}
	});

	it("goes on over a restart, and after a process that ended without a word", async () => {
		write(entries(2));
		store.close();
		open();
		write(entries(2, 3));
		expect(await verified()).toMatchObject({ rows: 4, flaws: [] });
	});

	it("is written with what is saved anyway, and at the close; until then it is counted", () => {
		store.append([entry(1)], 365);
		expect([store.appended, rows().length]).toEqual([1, 0]);
		store.save({ mode: "off" });
		expect([store.appended, rows().length]).toEqual([0, 1]);
		store.append([entry(2)], 365);
		store.close();
		open();
		expect(rows()).toHaveLength(2);
	});

	it("holds whatever stands in an entry (property)", async () => {
		const facts = fc.dictionary(
			fc.string({ minLength: 1, unit: "binary" }),
			fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean()),
		);
		const any = fc.record({
			at: fc.integer({ min: 0, max: 9e12 }),
			source: fc.constantFrom(...SOURCES),
			actor: fc.string({ unit: "binary" }),
			what: fc.oneof(fc.string({ unit: "binary" }), fc.constant("\ud800\0\n")),
			facts,
		});
		await fc.assert(
			fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 5 }), async (some) => {
				write(some);
				expect((await verified()).flaws).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	test("the order of facts makes no difference", () => {
		expect(canonical({ b: 1, a: "x" })).toBe(canonical({ a: "x", b: 1 }));
	});

	it("bears a disk that takes nothing for long: the first stay, and the last says how many went", () => {
		store.append(entries(5000), 365);
		store.append(entries(10), 365);
		store.save({});
		const all = rows();
		expect(all).toHaveLength(2000);
		expect(all.at(-1)).toMatchObject({ what: "entries_lost", facts: '{"count":3011}' });
	});
});

describe("who changes the file", () => {
	beforeEach(() => write(entries(1200)));

	test.each([
		["an entry", "UPDATE audit_trail SET facts = '{}' WHERE seq = 700"],
		["an entry into none", "DELETE FROM audit_trail WHERE seq = 700"],
	])("by mistake cannot change %s", (_, sql) => {
		expect(() => behind(sql)).toThrow(/append-only/);
	});

	// #found-where-he-changes
	test.each([
		["what an entry says", "UPDATE audit_trail SET facts = '{}' WHERE seq = 700", { kind: "changed", seq: 700 }],
		["when it was", "UPDATE audit_trail SET at = at + 1 WHERE seq = 700", { kind: "changed", seq: 700 }],
		["where it came from", "UPDATE audit_trail SET source = 'page' WHERE seq = 700", { kind: "changed", seq: 700 }],
		["who it was", "UPDATE audit_trail SET actor = 'anna' WHERE seq = 700", { kind: "changed", seq: 700 }],
		["a hash", `UPDATE audit_trail SET hash = '${"a".repeat(64)}' WHERE seq = 700`, { kind: "changed", seq: 700 }],
		["an entry into none", "DELETE FROM audit_trail WHERE seq = 700", { kind: "missing", seq: 700, to: 700 }],
		["the first into none", "DELETE FROM audit_trail WHERE seq <= 500", { kind: "missing", seq: 1, to: 500 }],
		["the last into none", "DELETE FROM audit_trail WHERE seq > 1100", { kind: "missing", seq: 1101, to: 1200 }],
		["all into none", "DELETE FROM audit_trail", { kind: "missing", seq: 1, to: 1200 }],
		[
			"the order",
			"UPDATE audit_trail SET seq = -1 WHERE seq = 700; UPDATE audit_trail SET seq = 700 WHERE seq = 701; UPDATE audit_trail SET seq = 701 WHERE seq = -1",
			{ kind: "changed", seq: 700 },
		],
		[
			"an entry in between",
			"UPDATE audit_trail SET seq = seq + 100000 WHERE seq >= 700; UPDATE audit_trail SET seq = seq - 99999 WHERE seq > 100000; INSERT INTO audit_trail SELECT 700, at, source, actor, what, facts, hash FROM audit_trail WHERE seq = 699",
			{ kind: "changed", seq: 700 },
		],
		[
			"one more at the end",
			"INSERT INTO audit_trail SELECT 1201, at, source, actor, what, facts, hash FROM audit_trail WHERE seq = 1200",
			{ kind: "changed", seq: 1201 },
		],
		["where it begins", "DELETE FROM audit_trail_end WHERE name = 'begin'", { kind: "no_begin", seq: 0 }],
		["where it ends", "DELETE FROM audit_trail_end WHERE name = 'head'", { kind: "no_end", seq: 1200 }],
		[
			"the end away, and where it ends to fit",
			"DELETE FROM audit_trail WHERE seq > 1100; UPDATE audit_trail_end SET seq = 1100 WHERE name = 'head'",
			{ kind: "changed", seq: 1100 },
		],
	])("is found where he changes %s", async (_, sql, flaw) => {
		behind(NO_TRIGGERS + sql);
		const { flaws, flawed } = await verified();
		expect(flaws[0]).toEqual(flaw);
		expect(flawed).toBeGreaterThanOrEqual(1);
	});

	it("is found for ever: the chain goes on from what was written last, not from what was left", async () => {
		behind(`${NO_TRIGGERS}DELETE FROM audit_trail WHERE seq > 1100`);
		write(entries(1));
		expect(rows().at(-1)?.seq).toBe(1201);
		expect((await verified()).flaws).toEqual([{ kind: "missing", seq: 1101, to: 1200 }]);
	});

	// #writes-all-anew-hashes
	it("and writes all of it anew, hashes and end, is found by a hash that was noted elsewhere, and by nothing else", async () => {
		const noted = (await verified()).head.hash;
		expect((await verified(noted)).anchored).toBe(true);
		behind(`${NO_TRIGGERS}DELETE FROM audit_trail; DELETE FROM audit_trail_day;
			UPDATE audit_trail_end SET seq = 0, hash = '${BEGIN.hash}'`);
		write(entries(1200).map((one) => ({ ...one, source: "page" as const })));
		expect(await verified(noted)).toMatchObject({ rows: 1200, flaws: [], anchored: false });
	});
});

describe("what is older than the owner wants", () => {
	const days = (count: number, from = 0) =>
		Array.from({ length: count * 4 }, (_, n) => entry(0, { at: NOON + (from + Math.floor(n / 4)) * DAY }));

	it("goes, day by day, and the chain is provable from the last that went", async () => {
		for (let day = 0; day < 12; day++) write(days(1, day), 5);
		const verdict = await verified();
		expect(verdict).toMatchObject({ rows: 20, begin: { seq: 28 }, head: { seq: 48 }, flaws: [] });
		expect(rows()[0]?.at).toBe(NOON + 7 * DAY);
	});

	it("goes in portions that take no time, when much is to go at once", async () => {
		write(
			days(40).flatMap((one) => Array.from({ length: 10 }, () => one)),
			365,
		);
		expect(rows()).toHaveLength(1600);
		write(days(1, 40), 7);
		expect(rows()).toHaveLength(1104);
		for (let n = 0; n < 5; n++) write(days(1, 40), 7);
		expect(await verified()).toMatchObject({ rows: 6 * 40 + 24, flaws: [] });
	});

	it("does not go because a clock jumped ahead, or back", async () => {
		write(days(3), 5);
		write([entry(0, { at: NOON + 9000 * DAY }), entry(0, { at: 0 }), entry(0, { at: NOON + 3 * DAY })], 5);
		expect(rows()[0]?.seq).toBe(5);
		expect((await verified()).flaws).toEqual([]);
	});

	it("can be forged in no way but by writing all anew: the last that went is part of the chain", async () => {
		for (let day = 0; day < 12; day++) write(days(1, day), 5);
		behind(`UPDATE audit_trail_end SET hash = '${"b".repeat(64)}' WHERE name = 'begin'`);
		expect((await verified()).flaws).toEqual([{ kind: "changed", seq: 29 }]);
	});
});

describe("beside a running app", () => {
	it("is looked through a page at a time, while entries are added and let go", async () => {
		write(entries(1900));
		const examined = verified();
		write(entries(10));
		expect(await examined).toMatchObject({ rows: 1900, flaws: [] });
	});

	it("can be read from a file that is open for reading only", async () => {
		write(entries(3));
		store.close();
		const database = new DatabaseSync(join(folder, STORE_FILE), { readOnly: true });
		expect(await trailIn(database).verify()).toMatchObject({ rows: 3, flaws: [] });
		expect(() => database.exec("DELETE FROM audit_trail")).toThrow();
		database.close();
	});

	it("finds the entries of a time", () => {
		write(entries(10));
		expect(store.trail()?.since(NOON + 4000)).toBe(4);
		expect(store.trail()?.since(NOON + 4001)).toBe(5);
		expect(store.trail()?.since(NOON * 2)).toBe(11);
	});
});
