import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { MODES } from "#model/decision/intent.ts";
import { instant, percent } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { NOTHING_SAVED, type Saved } from "#store/saved.ts";
import { openStore } from "#store/store.ts";

let folder = "";
let told: Notice[] = [];
const tell = (n: Notice) => void told.push(n);
const open = (at = folder) => openStore(at, tell);
const file = () => join(folder, STORE_FILE);
const codes = () => told.map((n) => n.code);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "store-"));
	told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FULL_HOUSE: Saved = {
	overrides: [
		{ rule: "solar_charging", field: "start_at", value: 9, replaced: 8 },
		{ rule: "tank_limit", field: "target", value: 60, replaced: 75 },
	],
	memories: { boil_stop: { stopped: true }, manual: { holds: [{ output: "pump", want: 100, until: 5 }] } },
	outputs: {
		pump: { wanted: percent(100), actual: percent(100), since: instant(12) },
		heater: { wanted: percent(0), fault: { code: "no_answer", facts: { port: "a", tries: 3 } } },
	},
	counters: { energy: { kwh: 12.5 }, starts: 4 },
	published: { "homeassistant/device/i/tank/config": { name: "Tank" } },
	mode: "off",
	running: instant(1234.5),
};

/** Writes into the file behind the store's back. */
const behind = (sql: string) => {
	const database = new DatabaseSync(file());
	database.exec(sql);
	database.close();
};
const filled = () => {
	const store = open();
	store.save(FULL_HOUSE);
	store.close();
};

describe("what is saved", () => {
	it("is there after a restart", () => {
		filled();
		expect(open().load()).toEqual(FULL_HOUSE);
		expect(told).toEqual([]);
	});

	it("is nothing at the very first start", () => {
		const store = open();
		expect(store.load()).toEqual(NOTHING_SAVED);
		expect(store.findings()).toEqual([]);
	});

	// #lies-file-folder-only
	it("lies in a file and a folder that only the owner may read", () => {
		const deep = join(folder, "a", "b");
		open(deep).save({ mode: "auto" });
		expect(statSync(deep).mode & 0o777).toBe(0o700);
		for (const name of readdirSync(deep))
			expect([name, statSync(join(deep, name)).mode & 0o777]).toEqual([name, 0o600]);
	});

	it("is closed to others again after a restore left it open", () => {
		filled();
		chmodSync(file(), 0o644);
		expect(open().load()).toEqual(FULL_HOUSE);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
	});

	it("is not hindered by a file that a kill left half made", () => {
		writeFileSync(`${file()}.new`, "half");
		filled();
		expect(open().load()).toEqual(FULL_HOUSE);
		expect(existsSync(`${file()}.new`)).toBe(false);
	});

	it("stays as it was where a save does not name it", () => {
		filled();
		const store = open();
		store.save({ memories: { boil_stop: { stopped: false } } });
		store.close();
		expect(open().load()).toEqual({
			...FULL_HOUSE,
			memories: { ...FULL_HOUSE.memories, boil_stop: { stopped: false } },
		});
	});

	it("is forgotten where a save says so: an undefined entry, an override that is no longer listed", () => {
		filled();
		const store = open();
		store.save({ published: { "homeassistant/device/i/tank/config": undefined }, overrides: [] });
		store.close();
		expect(open().load()).toEqual({ ...FULL_HOUSE, published: {}, overrides: [] });
	});

	it("cannot be what JSON cannot say; the rest is saved", () => {
		const ring: Record<string, unknown> = {};
		ring["ring"] = ring;
		const store = open();
		store.save({ memories: { ring, good: 1 } });
		expect(store.load().memories).toEqual({ good: 1 });
		expect(told).toMatchObject([{ code: "store_row_not_saved", facts: { part: "memories", id: "ring" } }]);
	});

	it("comes back whatever it was (property)", () => {
		const id = fc.string({ unit: "binary" }).filter((s) => s !== "__proto__");
		const kept = fc.dictionary(id, fc.jsonValue());
		const setting = fc.oneof(
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
			fc.boolean(),
			fc.string(),
		);
		const saved = fc.record(
			{
				overrides: fc.uniqueArray(fc.record({ rule: id, field: id, value: setting, replaced: setting }), {
					selector: (o) => JSON.stringify([o.rule, o.field]),
				}),
				memories: kept,
				counters: kept,
				published: kept,
				mode: fc.constantFrom(...MODES),
				running: fc.nat().map(instant),
			},
			{ requiredKeys: [] },
		);
		const store = open();
		fc.assert(
			fc.property(saved, (changes) => {
				const before = store.load();
				store.save(changes);
				const now = store.load();
				const merged = (part: "memories" | "counters" | "published") => ({ ...before[part], ...changes[part] });
				const plain = (x: unknown) => JSON.parse(JSON.stringify(x));
				expect(plain({ ...now, overrides: sorted(now.overrides) })).toEqual(
					plain({
						...before,
						...changes,
						overrides: sorted(changes.overrides ?? before.overrides),
						memories: merged("memories"),
						counters: merged("counters"),
						published: merged("published"),
					}),
				);
			}),
			{ numRuns: 25 },
		);
		const last = store.load();
		store.close();
		const again = open().load();
		expect({ ...again, overrides: sorted(again.overrides) }).toEqual({ ...last, overrides: sorted(last.overrides) });
	});
});
const sorted = (overrides: Saved["overrides"]) =>
	[...overrides].sort((a, b) => (JSON.stringify([a.rule, a.field]) < JSON.stringify([b.rule, b.field]) ? -1 : 1));

describe("a row that makes no sense", () => {
	const row = (part: string, id: string, json: string) =>
		behind(`INSERT OR REPLACE INTO kept VALUES ('${part}', '${id}', '${json}')`);
	test.each([
		["no JSON", "memories", "manual", "{broken"],
		["an output that is wanted at 101 %", "outputs", "pump", '{"wanted":101}'],
		["an output with an unknown fault", "outputs", "pump", '{"wanted":0,"fault":{"code":"tired","facts":{}}}'],
		["an output with text for a moment", "outputs", "pump", '{"wanted":0,"since":"noon"}'],
		["a mode nobody knows", "mode", "", '"party"'],
		["a running time before the beginning", "clock", "", "-1"],
		["an override without a value", "overrides", '["a","b"]', '{"rule":"a","field":"b","replaced":1}'],
		["an override that is a list", "overrides", '["a","b"]', "[]"],
		["a part of a version to come", "dreams", "x", "1"],
	])("%s is told and skipped, the others stay", (_, part, id, json) => {
		filled();
		row(part, id, json);
		const saved = open().load();
		expect(told).toEqual([{ level: "warning", code: "store_row_skipped", facts: { part, id } }]);
		expect(saved.counters).toEqual(FULL_HOUSE.counters);
		expect(saved.outputs["heater"]).toEqual(FULL_HOUSE.outputs["heater"]);
		expect(saved.memories["boil_stop"]).toEqual({ stopped: true });
		expect(saved.overrides).toEqual(FULL_HOUSE.overrides);
	});
});

describe("a file that cannot be used", () => {
	const bytes = () => readFileSync(file());
	const scribble = (from: number, to: number) => {
		const all = bytes();
		all.fill(0xa5, from, to);
		writeFileSync(file(), all);
	};
	test.each<[string, string, () => void]>([
		["text", "not_a_database", () => writeFileSync(file(), "not a database at all\n".repeat(100))],
		["an empty file", "empty", () => truncateSync(file(), 0)],
		["half a header", "foreign", () => truncateSync(file(), 50)],
		["a file cut short", "corrupt", () => truncateSync(file(), 512)],
		["a file with a scribbled header", "not_a_database", () => scribble(0, 100)],
		["a file with a scribbled table", "corrupt", () => scribble(512, statSync(file()).size)],
		[
			"a newer version that is not for us",
			"newer",
			() => behind("PRAGMA user_version = 99; UPDATE compatible SET since = 98"),
		],
		["a newer version that says nothing", "newer", () => behind("PRAGMA user_version = 99; DROP TABLE compatible")],
		["somebody else's database", "foreign", () => behind("PRAGMA application_id = 7")],
		["our database without its table", "foreign", () => behind("DROP TABLE kept")],
		[
			"a folder",
			"not_a_file",
			() => {
				rmSync(file());
				mkdirSync(file());
			},
		],
		[
			"a log without its database",
			"missing",
			() => {
				rmSync(file());
				writeFileSync(`${file()}-wal`, "left over");
			},
		],
	])("%s is set aside as %s, and a fresh one is used", (_, cause, spoil) => {
		filled();
		spoil();
		const store = open();
		expect(store.load()).toEqual(NOTHING_SAVED);
		const facts = { file: `${STORE_FILE}.broken-1`, cause };
		expect(store.findings()).toEqual([{ severity: "alarm", code: "store_set_aside", facts }]);
		expect(told).toEqual([{ level: "error", code: "store_set_aside", facts }]);
		store.save(FULL_HOUSE);
		store.close();
		const again = open();
		expect(again.load()).toEqual(FULL_HOUSE);
		expect(again.findings()).toEqual([]);
		expect(readdirSync(folder).some((name) => name.startsWith(`${STORE_FILE}.broken-1`))).toBe(true);
	});

	it("is kept beside those set aside before", () => {
		for (const n of [1, 2, 3]) {
			writeFileSync(file(), `rubbish ${n} `.repeat(99));
			open().close();
		}
		expect(readFileSync(`${file()}.broken-2`, "utf8")).toContain("rubbish 2");
		expect(readFileSync(`${file()}.broken-3`, "utf8")).toContain("rubbish 3");
	});

	it("never brings back the old log's rows into the fresh file", () => {
		const store = open();
		store.save(FULL_HOUSE);
		const log = readFileSync(`${file()}-wal`);
		store.close();
		rmSync(file());
		writeFileSync(`${file()}-wal`, log);
		expect(open().load()).toEqual(NOTHING_SAVED);
		expect(readFileSync(`${file()}.broken-1-wal`)).toEqual(log);
	});

	it("that breaks while it is used is set aside, and everything known goes into the fresh one", () => {
		// More than SQLite keeps in memory: it has to read the file again to write into it.
		const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`c${n}`, "x".repeat(10_000)]));
		const store = open();
		store.save(FULL_HOUSE);
		store.save({ counters: many });
		scribble(0, statSync(file()).size);
		for (const n of [0, 200, 399]) store.save({ counters: { [`c${n}`]: "new" } });
		expect(codes()).toEqual(["store_set_aside"]);
		store.close();
		expect(open().load()).toEqual({
			...FULL_HOUSE,
			counters: { ...FULL_HOUSE.counters, ...many, c0: "new", c200: "new", c399: "new" },
		});
	});
});

describe("a file that vanishes while it is used", () => {
	it("is made anew with everything that was known", () => {
		const store = open();
		store.save(FULL_HOUSE);
		rmSync(folder, { recursive: true });
		store.save({ mode: "auto" });
		store.close();
		expect(open().load()).toEqual({ ...FULL_HOUSE, mode: "auto" });
	});
});

describe("without a usable folder", () => {
	it("everything is kept in memory, an alarm stands, and it heals at a later save", () => {
		const nowhere = join(folder, "nowhere");
		writeFileSync(nowhere, "a file where a folder should be");
		const store = open(nowhere);
		store.save(FULL_HOUSE);
		store.save({ mode: "auto" });
		expect(store.load()).toEqual({ ...FULL_HOUSE, mode: "auto" });
		expect(store.findings()).toMatchObject([{ severity: "alarm", code: "store_unavailable" }]);
		expect(codes()).toEqual(["store_unavailable"]);

		rmSync(nowhere);
		store.save({});
		expect(store.findings()).toEqual([]);
		expect(codes()).toEqual(["store_unavailable", "store_available_again"]);
		store.close();
		expect(open(nowhere).load()).toEqual({ ...FULL_HOUSE, mode: "auto" });
	});

	it("what was saved meanwhile wins over what the file had, the rest of the file stays", () => {
		filled();
		const away = `${folder}-away`;
		symlinkSync("/dev/null", away);
		const store = open(away);
		store.save({ overrides: [], memories: { boil_stop: { stopped: false } } });
		rmSync(away);
		symlinkSync(folder, away);
		store.save({});
		store.close();
		rmSync(away);
		expect(open().load()).toEqual({
			...FULL_HOUSE,
			overrides: [],
			memories: { ...FULL_HOUSE.memories, boil_stop: { stopped: false } },
		});
	});

	it("a second controller on the same file goes on in memory and spoils nothing", () => {
		const first = open();
		first.save(FULL_HOUSE);
		const second = open();
		second.save({ mode: "auto" });
		expect(second.findings()).toMatchObject([{ code: "store_unavailable", facts: { cause: "database is locked" } }]);
		expect(existsSync(`${file()}.broken-1`)).toBe(false);
		second.close();
		first.close();
		expect(open().load()).toEqual(FULL_HOUSE);
	});

	it("saving after the end does nothing and closing twice is fine", () => {
		const store = open();
		store.close();
		store.save({ mode: "off" });
		store.close();
		expect(open().load()).toEqual(NOTHING_SAVED);
	});
});
