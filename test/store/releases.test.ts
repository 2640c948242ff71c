import { copyFileSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { instant } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { BACKUP_FILE, STORE_FILE } from "#store/files/files.ts";
import { installationId } from "#store/files/installation-id.ts";
import { MIGRATIONS, migrate } from "#store/migrations.ts";
import { openStore } from "#store/store.ts";
import { KEPT_BY_EVERY_RELEASE, NOON } from "../../scripts/store-fixture.ts";
import { restoreState } from "../../src/app/control/restore-state.ts";
import { VERSION } from "../../src/app/version.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "releases-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told: string[] = [];
const open = () => openStore(folder, ({ code }) => told.push(code));
const file = () => join(folder, STORE_FILE);
const behind = (sql: string) => {
	const database = new DatabaseSync(file());
	database.exec(sql);
	const columns = database.prepare("SELECT * FROM kept").all();
	database.close();
	return columns;
};

const FIXTURES = globSync(join(import.meta.dirname, "../fixtures/store/*.db"));
const PLANT = {
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
	],
	outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
};

describe("what a release kept", () => {
	it("has a fixture of this release, which only `node scripts/store-fixture.ts` writes", () => {
		expect(FIXTURES.map((path) => basename(path))).toContain(`${VERSION}.db`);
	});

	test.each(FIXTURES.map((path) => [basename(path, ".db"), path]))("%s can be read today, all of it", (_, path) => {
		copyFileSync(path, join(folder, BACKUP_FILE));
		const store = open();
		expect(store.findings()).toEqual([]);
		expect(store.load()).toEqual(KEPT_BY_EVERY_RELEASE);
		const noon = NOON / 60_000;
		expect(store.history.minutes(0, 9e9, 9)).toEqual([
			{
				kind: "minute",
				minute: noon,
				means: [
					["collector", 61.25],
					["tank", undefined],
				],
			},
			{
				kind: "minute",
				minute: noon + 1,
				means: [
					["collector", -12.5],
					["tank", 40.01],
				],
			},
		]);
		expect(store.history.switched(0, 9e15)).toEqual([{ kind: "switched", at: NOON, output: "pump", percent: 100 }]);
		expect(installationId(folder, () => undefined).id).toBe("abcd2345");
		store.close();
	});

	test.each(FIXTURES.map((path) => [basename(path, ".db"), path]))("%s is what control goes on from", (_, path) => {
		copyFileSync(path, join(folder, BACKUP_FILE));
		const store = open();
		const parsed = parse(PLANT);
		if (parsed.kind !== "valid") throw new Error("The plant is not valid.");
		const { state } = restoreState(store, parsed.options, plantOf(parsed.options), folder, () => undefined);
		expect(state.mode).toBe("off");
		expect(state.settings["solar_charging"]?.["start_at"]).toBe(9);
		expect(state.memories["output_runs"]).toMatchObject({ runs: { pump: { seconds: 86_400, starts: 12 } } });
		store.close();
	});
});

describe("an update", () => {
	it("brings a file of the first schema to today's, with everything in it", () => {
		const old = new DatabaseSync(file());
		old.exec(MIGRATIONS[0] ?? "");
		old.exec("PRAGMA application_id = 1397705800; PRAGMA user_version = 1");
		old.exec(`INSERT INTO kept VALUES ('mode', '', '"off"')`);
		old.close();
		const store = open();
		expect([store.load().mode, store.findings()]).toEqual(["off", []]);
		store.close();
	});

	it("that fails half-way leaves the file as it was", () => {
		open().close();
		const database = new DatabaseSync(file());
		const steps = [...MIGRATIONS, "CREATE TABLE one (x)", "CREATE TABLE one (x)"];
		expect(() => migrate(database, MIGRATIONS.length, steps)).toThrow(/already exists/);
		database.close();
		const again = new DatabaseSync(file());
		expect(again.prepare("PRAGMA user_version").get()).toMatchObject({ user_version: MIGRATIONS.length });
		expect(again.prepare("SELECT name FROM sqlite_schema WHERE name = 'one'").all()).toEqual([]);
		again.close();
		expect(open().findings()).toEqual([]);
	});
});

describe("a downgrade", () => {
	/** A file of a version to come, which only added to the schema. */
	const newer = () => {
		const store = open();
		store.save({ mode: "off", counters: { starts: 4 } });
		store.close();
		behind(`ALTER TABLE kept ADD COLUMN later TEXT; UPDATE kept SET later = 'for later'; CREATE TABLE more (x);
			INSERT INTO kept (part, id, value) VALUES ('dreams', 'x', '1'); PRAGMA user_version = 99`);
	};

	it("to an app that does the newer file no harm goes on with it, and the newer app finds all that it left there", () => {
		newer();
		const store = open();
		expect(store.findings()).toEqual([]);
		expect(store.load()).toMatchObject({ mode: "off", counters: { starts: 4 } });
		store.save({ counters: { starts: 5 } });
		store.close();
		const rows = behind("INSERT INTO more VALUES (1)");
		expect(rows).toContainEqual({ part: "counters", id: "starts", value: "5", later: "for later" });
		expect(rows).toContainEqual({ part: "dreams", id: "x", value: "1", later: null });
		const database = new DatabaseSync(file());
		expect(database.prepare("PRAGMA user_version").get()).toMatchObject({ user_version: 99 });
		database.close();
	});

	it("to one that the newer file does not suit sets it aside whole", () => {
		newer();
		behind("UPDATE compatible SET since = 98");
		const store = open();
		expect(store.findings()).toMatchObject([{ code: "store_set_aside", facts: { cause: "newer" } }]);
		store.close();
		expect(existsSync(`${file()}.broken-1`)).toBe(true);
	});

	it("keeps a setting of a rule that only the newer app has, until that is back", () => {
		const strange = { rule: "frost", field: "below", value: 4, replaced: 3 };
		const known = { rule: "solar_charging", field: "start_at", value: 9, replaced: 8 };
		const store = open();
		store.save({ overrides: [strange, known] });
		const parsed = parse(PLANT);
		if (parsed.kind !== "valid") throw new Error("The plant is not valid.");
		const { keeper, state } = restoreState(store, parsed.options, plantOf(parsed.options), folder, () => undefined);
		const settings = { ...state.settings, solar_charging: { ...state.settings["solar_charging"], start_at: 10 } };
		keeper.keep({ ...state, settings, now: instant(5000) });
		expect(store.load().overrides).toEqual(expect.arrayContaining([strange, { ...known, value: 10 }]));
		store.close();
	});
});
