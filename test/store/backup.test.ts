import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { sealBackup } from "#store/backup.ts";
import { copyDatabase } from "#store/files/copy.ts";
import { BACKUP_FILE, DRAFT_FILE, STORE_FILE } from "#store/files/files.ts";
import { INSTALLATION_ID_FILE, installationId } from "#store/files/installation-id.ts";
import { restoreBackup } from "#store/restore.ts";
import { NOTHING_SAVED } from "#store/saved.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";

let root = "";
let told: Notice[] = [];
const tell = (notice: Notice) => void told.push(notice);
const codes = () => told.map(({ code }) => code);
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "backup-"));
	told = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ABOUT = { made: "2026-07-01T12:00:00.000Z", version: "0.1.0" };
const data = () => join(root, "data");
const MINUTE = { kind: "minute", minute: 29_700_000, means: [["tank", 40]] } as const;

/** A controller that runs on the data folder. */
const running = (folder = data()): Store => {
	mkdirSync(folder, { recursive: true });
	const store = openStore(folder, tell);
	installationId(folder, tell);
	return store;
};
const filled = (): Store => {
	const store = running();
	store.record([MINUTE], 30);
	store.save({ mode: "off", counters: { starts: 4 } });
	return store;
};
/** As `backup --prepare` does beside it. */
async function prepared(store: Store, to = join(data(), BACKUP_FILE)): Promise<string> {
	expect(await store.copy(join(data(), DRAFT_FILE))).toBeUndefined();
	expect(sealBackup(data(), to, ABOUT)).toBeUndefined();
	return to;
}
/** As the Supervisor takes a folder along while the app runs on it, and brings it back, each file a new one. */
const broughtBack = (running?: Store): void => {
	const files = readdirSync(data()).map((name) => [name, readFileSync(join(data(), name))] as const);
	running?.close();
	rmSync(data(), { recursive: true });
	mkdirSync(data());
	for (const [name, bytes] of files) writeFileSync(join(data(), name), bytes);
};
/** What a copy in mid-write can look like: half of the file, and a log that does not fit. */
const torn = (): void => {
	const live = join(data(), STORE_FILE);
	truncateSync(live, 700);
	writeFileSync(`${live}-wal`, "nothing that fits");
};

describe("a backup", () => {
	it("is one whole file that only its owner may read, and leaves nothing else behind", async () => {
		const store = filled();
		const file = await prepared(store, join(root, "a.backup"));
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(root).sort()).toEqual(["a.backup", "data"]);
		expect(readdirSync(data()).filter((name) => name.startsWith(BACKUP_FILE))).toEqual([]);
		store.close();
	});

	it("is consistent, whatever is written while it is made", async () => {
		const store = filled();
		const many = (n: number) =>
			Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`c${i}`, `${n}`.repeat(2000)]));
		store.save({ memories: many(0) });
		let copying = true;
		const copied = store.copy(join(data(), DRAFT_FILE)).finally(() => {
			copying = false;
		});
		let saves = 0;
		while (copying) {
			store.save({ memories: many(++saves % 10) });
			await new Promise(setImmediate);
		}
		expect(await copied).toBeUndefined();
		expect(saves).toBeGreaterThan(1);
		expect(sealBackup(data(), join(root, "a.backup"), ABOUT)).toBeUndefined();
		store.close();
		expect(restoreBackup(join(root, "data"), join(root, "a.backup")).kind).toBe("restored");
		const values = Object.values(openStore(data(), tell).load().memories);
		expect(values).toHaveLength(50);
		expect(new Set(values).size).toBe(1);
	});

	it("waits for a transaction that is being written when it begins", async () => {
		const database = new DatabaseSync(join(root, "live.db"));
		database.exec("CREATE TABLE t (x); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");
		setTimeout(() => database.exec("COMMIT"), 50);
		await copyDatabase(database, join(root, "copy.db"));
		database.close();
		const copy = new DatabaseSync(join(root, "copy.db"), { readOnly: true });
		expect(copy.prepare("SELECT x FROM t").all()).toEqual([{ x: 1 }]);
		copy.close();
	});

	it("that is damaged before it is sealed is none: the cause is given, and no draft is left", async () => {
		const store = filled();
		await store.copy(join(data(), DRAFT_FILE));
		const draft = join(data(), DRAFT_FILE);
		const bytes = readFileSync(draft);
		bytes.fill(0xa5, 512, 1536);
		writeFileSync(draft, bytes);
		expect(sealBackup(data(), join(root, "a.backup"), ABOUT)).toMatch(/corrupt|malformed/);
		expect(existsSync(join(root, "a.backup"))).toBe(false);
		expect(existsSync(draft)).toBe(false);
		store.close();
	});

	it("that there was before stays where the new one cannot be written", async () => {
		const store = filled();
		await store.copy(join(data(), DRAFT_FILE));
		expect(sealBackup(data(), join(root, "no", "such", "folder"), ABOUT)).toBe("ENOENT");
		expect(existsSync(join(data(), DRAFT_FILE))).toBe(false);
		store.close();
	});

	it("cannot be made of a store that is closed or has no disk, which is said", async () => {
		const store = filled();
		store.close();
		expect(await store.copy(join(root, "x"))).toBe("closed");
		const nowhere = openStore("/dev/null/x", tell);
		expect(await nowhere.copy(join(root, "x"))).toBe("ENOTDIR");
	});

	it("that is still being made when the controller stops ends, one way or the other", async () => {
		const store = filled();
		const copying = store.copy(join(data(), DRAFT_FILE));
		store.close();
		const cause = await copying;
		expect(cause === undefined || typeof cause === "string").toBe(true);
		expect(openStore(data(), tell).load().mode).toBe("off");
	});
});

describe("a data folder that Home Assistant brings back", () => {
	// #running-app-starts-whole
	it("of a running app starts with the whole copy, not with the database that was caught in mid-write", async () => {
		const store = filled();
		await prepared(store);
		store.save({ counters: { starts: 99 } });
		const id = readFileSync(join(data(), INSTALLATION_ID_FILE), "utf8");
		broughtBack(store);
		torn();
		const again = running();
		expect(again.load()).toEqual({ ...NOTHING_SAVED, mode: "off", counters: { starts: 4 } });
		expect(again.history.minutes(0, 9e9, 9)).toEqual([MINUTE]);
		expect(again.findings()).toEqual([]);
		expect(told.filter(({ code }) => code.startsWith("backup"))).toEqual([
			{ level: "info", code: "backup_restored", facts: { made: ABOUT.made } },
		]);
		expect(readFileSync(join(data(), INSTALLATION_ID_FILE), "utf8")).toBe(id);
		expect(
			readdirSync(data())
				.filter((name) => !name.startsWith(STORE_FILE))
				.sort(),
		).toEqual([INSTALLATION_ID_FILE]);
		again.close();
	});

	it("without its database or its id takes both from the copy", async () => {
		const store = filled();
		const { id } = installationId(data(), tell);
		const file = await prepared(store, join(root, "a"));
		store.close();
		rmSync(data(), { recursive: true });
		mkdirSync(data());
		copyFileSync(file, join(data(), BACKUP_FILE));
		const again = openStore(data(), tell);
		expect(again.load().counters).toEqual({ starts: 4 });
		expect(installationId(data(), tell).id).toBe(id);
		again.close();
	});

	it("of an app that did not run has no copy, and starts with the database", () => {
		filled().close();
		broughtBack();
		expect(openStore(data(), tell).load().counters).toEqual({ starts: 4 });
		expect(codes()).not.toContain("backup_restored");
	});

	it("of a killed app that did not run starts with the database and its log", () => {
		const store = filled();
		broughtBack(store);
		expect(openStore(data(), tell).load().counters).toEqual({ starts: 4 });
	});

	it("with a damaged copy starts with the database that is there, keeps the copy, and raises an alarm", async () => {
		const store = filled();
		await prepared(store);
		broughtBack(store);
		truncateSync(join(data(), BACKUP_FILE), 1500);
		const again = openStore(data(), tell);
		expect(again.load().counters).toEqual({ starts: 4 });
		const facts = { file: `${BACKUP_FILE}.broken-1`, cause: expect.any(String) };
		expect(again.findings()).toEqual([{ severity: "alarm", code: "backup_not_restored", facts }]);
		expect(existsSync(join(data(), `${BACKUP_FILE}.broken-1`))).toBe(true);
		again.close();
		expect(openStore(data(), tell).findings()).toEqual([]);
	});
});

describe("a copy that a backup left behind", () => {
	it("goes at the next start after a kill, and what was saved since stays", async () => {
		const store = filled();
		await prepared(store);
		store.save({ counters: { starts: 5 } });
		// A killed process lets go of its files, and closes nothing.
		const copy = readFileSync(join(data(), BACKUP_FILE));
		store.close();
		writeFileSync(join(data(), BACKUP_FILE), copy);
		const again = openStore(data(), tell);
		expect(again.load().counters).toEqual({ starts: 5 });
		expect(codes()).not.toContain("backup_restored");
		expect(existsSync(join(data(), BACKUP_FILE))).toBe(false);
		again.close();
	});

	it("goes at a good stop, so that a backup of the stopped app holds none", async () => {
		const store = filled();
		await prepared(store);
		store.close();
		expect(existsSync(join(data(), BACKUP_FILE))).toBe(false);
	});
});

describe("a restore", () => {
	const elsewhere = () => join(root, "elsewhere");

	// #another-machine-brings-settings
	it("on another machine brings settings, counters, history and installation id, and keeps what was there", async () => {
		const store = filled();
		const { id } = installationId(data(), tell);
		const file = await prepared(store, join(root, "a.backup"));
		store.close();
		const other = running(elsewhere());
		other.save({ counters: { starts: 1 } });
		const otherId = installationId(elsewhere(), tell).id;
		other.close();
		expect(otherId).not.toBe(id);

		const restored = restoreBackup(elsewhere(), file);
		expect(restored).toMatchObject({
			kind: "restored",
			aside: [`${STORE_FILE}.before-restore-1`, `${INSTALLATION_ID_FILE}.before-restore-1`],
		});
		const again = openStore(elsewhere(), tell);
		expect(again.load()).toEqual({ ...NOTHING_SAVED, mode: "off", counters: { starts: 4 } });
		expect(again.history.minutes(0, 9e9, 9)).toEqual([MINUTE]);
		expect(installationId(elsewhere(), tell).id).toBe(id);
		again.close();

		restoreBackup(elsewhere(), join(elsewhere(), `${STORE_FILE}.before-restore-1`));
		expect(openStore(elsewhere(), tell).load().counters).toEqual({ starts: 1 });
		expect(existsSync(file)).toBe(true);
	});

	const bad = () => join(root, "bad");
	test.each<[string, string, () => void]>([
		["nothing", "not_there", () => undefined],
		["a folder", "not_a_file", () => mkdirSync(bad())],
		["text", "not_a_database", () => writeFileSync(bad(), "no backup at all ".repeat(99))],
		["an empty file", "foreign", () => writeFileSync(bad(), "")],
		["somebody else's database", "foreign", () => behind("PRAGMA application_id = 7")],
		["one of a newer version", "newer", () => behind("PRAGMA user_version = 99; UPDATE compatible SET since = 99")],
		["one that is cut short", "corrupt", () => truncateSync(bad(), 1024)],
	])("of %s changes nothing, and says %s", async (_, cause, spoil) => {
		const store = filled();
		await prepared(store, bad());
		if (cause === "not_there" || cause === "not_a_file") rmSync(bad());
		spoil();
		store.close();
		const before = readdirSync(data());
		expect(restoreBackup(data(), bad())).toEqual({ kind: "refused", cause });
		expect(readdirSync(data())).toEqual(before);
		expect(openStore(data(), tell).load().counters).toEqual({ starts: 4 });
	});
	const behind = (sql: string) => {
		const database = new DatabaseSync(bad());
		database.exec(sql);
		database.close();
	};

	it("closes to others what a backup left open to them", async () => {
		const store = filled();
		const file = await prepared(store, join(root, "a.backup"));
		store.close();
		chmodSync(file, 0o644);
		restoreBackup(data(), file);
		expect(statSync(join(data(), STORE_FILE)).mode & 0o777).toBe(0o600);
	});
});
