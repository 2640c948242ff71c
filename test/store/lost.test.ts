import { spawnSync } from "node:child_process";
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { MARK_FILE, STORE_FILE } from "#store/files/files.ts";
import { restoreBackup } from "#store/restore.ts";
import { openStore } from "#store/store.ts";

let folder = "";
let told: Notice[] = [];
const open = (at = folder) => openStore(at, (n) => void told.push(n));
const file = (name: string = STORE_FILE) => join(folder, name);
const WAL = `${STORE_FILE}-wal`;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "store-"));
	told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A controller that was switched off and then killed: mode off is only in the log. */
const killed = (counters = 0): void => {
	open().close();
	const store = open();
	store.save({ memories: { latch: { on: false } } });
	store.save({ mode: "off", overrides: [{ rule: "system", field: "mode", value: "off", replaced: "auto" }] });
	for (let n = 1; n <= counters; n++) store.save({ counters: { minutes: n }, running: instant(60 * n) });
	const copies = [STORE_FILE, WAL, MARK_FILE].map((name) => [name, readFileSync(file(name))] as const);
	store.close();
	for (const [name, bytes] of copies) writeFileSync(file(name), bytes);
};
const older = () => told.filter(({ code }) => code === "store_older").map(({ facts }) => facts["lost"]);

describe("saves that are gone", () => {
	test.each<[string, () => void]>([
		["its log was deleted", () => rmSync(file(WAL))],
		["its log was cut short", () => truncateSync(file(WAL), 100)],
		["its log was scribbled over", () => writeFileSync(file(WAL), readFileSync(file(WAL)).fill(0xa5, 32))],
		["it was deleted with its log", () => rmSync(file(STORE_FILE)) ?? rmSync(file(WAL))],
	])("are told of where %s", (_, spoil) => {
		killed();
		spoil();
		const store = open();
		expect(store.load().mode).toBeUndefined();
		expect(store.findings()).toEqual([{ severity: "alarm", code: "store_older", facts: { lost: 2 } }]);
		expect(older()).toEqual([2]);
		store.save({ mode: "off" });
		store.close();
		told = [];
		expect(open().findings()).toEqual([]);
		expect(told).toEqual([]);
	});

	it("are told of where an older copy took its place", () => {
		open().close();
		copyFileSync(file(), file("older"));
		killed();
		rmSync(file(WAL));
		copyFileSync(file("older"), file());
		open();
		expect(older()).toEqual([2]);
	});

	it("are told of where they were a quarter of an hour of counters", () => {
		killed(15);
		const log = readFileSync(file(WAL));
		// The frames of the first two saves stay.
		writeFileSync(file(WAL), log.subarray(0, Math.floor(log.length / 3)));
		open();
		expect(older()).toHaveLength(1);
	});
});

describe("nothing is told", () => {
	it("of a kill that lost nothing", () => {
		killed();
		expect(open().load().mode).toBe("off");
		expect(told).toEqual([]);
	});

	test.each([
		["is behind, as after a power cut between the two", "000000000000001 ok\n"],
		["was half written", "0000000"],
		["is empty", ""],
		["is something else", "999999999999999"],
	])("where the mark %s", (_, text) => {
		killed();
		writeFileSync(file(MARK_FILE), text);
		expect(open().load().mode).toBe("off");
		expect(told).toEqual([]);
	});

	it("where there is no mark, as of the version before", () => {
		killed();
		rmSync(file(MARK_FILE));
		const store = open();
		store.save({ mode: "auto" });
		store.close();
		open();
		expect(told).toEqual([]);
		expect(existsSync(file(MARK_FILE))).toBe(true);
	});

	it("of a backup that a person restored: it is meant to be older", () => {
		open().close();
		copyFileSync(file(), file("backup"));
		killed();
		open().close();
		expect(restoreBackup(folder, file("backup"))).toMatchObject({ kind: "restored" });
		open();
		expect(told).toEqual([]);
	});

	it("where the mark cannot be written", () => {
		mkdirSync(file(MARK_FILE));
		const store = open();
		store.save({ mode: "off" });
		store.close();
		expect(open().load().mode).toBe("off");
		expect(told).toEqual([]);
	});
});

describe("on a disk that became read-only", () => {
	it("what is kept is kept on once it can be written again, also where the same was saved meanwhile", () => {
		killed();
		const script = `
			const { openStore } = await import(${JSON.stringify(new URL("../../src/store/store.ts", import.meta.url).href)});
			const { execFileSync } = await import("node:child_process");
			const store = openStore(process.env.FOLDER, () => {});
			store.save({ overrides: store.load().overrides, running: 7 });
			execFileSync("mount", ["-o", "remount,rw,bind", process.env.FOLDER]);
			store.save({ running: 8 });
			store.close();`;
		const readOnly = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,ro,bind "$FOLDER"';
		const child = spawnSync(
			"unshare",
			["-rm", "sh", "-c", `${readOnly} && exec "$NODE" --input-type=module -e "$SCRIPT"`],
			{
				env: { ...process.env, NODE: process.execPath, SCRIPT: script, FOLDER: folder, NODE_OPTIONS: "" },
				encoding: "utf8",
			},
		);
		expect(child.stderr).toBe("");
		expect(open().load()).toMatchObject({ mode: "off", overrides: [{ field: "mode", value: "off" }], running: 8 });
	});

	it("what is kept is known all the same, also what only the log has", () => {
		killed();
		const script = `
			const { openStore } = await import(${JSON.stringify(new URL("../../src/store/store.ts", import.meta.url).href)});
			const store = openStore(process.env.FOLDER, () => {});
			store.save({ running: 7 });
			console.log(JSON.stringify([store.unread, store.load().mode, store.findings().map((f) => f.code)]));`;
		const readOnly = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,ro,bind "$FOLDER"';
		const child = spawnSync(
			"unshare",
			["-rm", "sh", "-c", `${readOnly} && exec "$NODE" --input-type=module -e "$SCRIPT"`],
			{
				env: { ...process.env, NODE: process.execPath, SCRIPT: script, FOLDER: folder, NODE_OPTIONS: "" },
				encoding: "utf8",
			},
		);
		expect(child.stderr).toBe("");
		expect(JSON.parse(child.stdout)).toEqual([false, "off", ["store_unavailable"]]);
	});
});
