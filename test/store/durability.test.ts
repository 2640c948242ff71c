import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openStore } from "#store/store.ts";

const STORE = new URL("../../src/store/store.ts", import.meta.url).href;
let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own: `store` is open on the folder, `told` lists the codes of what it tells. */
const elsewhere = (body: string, shell = "") => {
	const script = `
		const { openStore } = await import(${JSON.stringify(STORE)});
		const told = [];
		const store = openStore(${JSON.stringify(folder)}, (n) => told.push(n.code));
		${body}`;
	return spawnSync("sh", ["-c", `${shell} exec "$NODE" --input-type=module -e "$SCRIPT"`], {
		env: { ...process.env, NODE: process.execPath, SCRIPT: script, NODE_OPTIONS: "" },
		encoding: "utf8",
	});
};

describe("a kill", () => {
	it("loses no latch, hold or setting", () => {
		const child = elsewhere(`
			store.save({ memories: { boil_stop: { stopped: true } } });
			store.save({ overrides: [{ rule: "tank_limit", field: "target", value: 60, replaced: 75 }] });
			process.kill(process.pid, "SIGKILL");`);
		expect(child.signal).toBe("SIGKILL");
		const saved = openStore(folder, () => {}).load();
		expect(saved.memories).toEqual({ boil_stop: { stopped: true } });
		expect(saved.overrides).toHaveLength(1);
	});
});

describe("a full disk", () => {
	// #leaves-controller-going-memory
	it("leaves the controller going in memory and the file as it was", () => {
		// No file of the process may grow beyond 64 blocks of 512 bytes: to SQLite that is a full disk.
		const child = elsewhere(
			`store.save({ mode: "off" });
			store.save({ counters: { big: "x".repeat(100_000) } });
			store.save({ running: 5 });
			console.log(JSON.stringify({ told, running: store.load().running, findings: store.findings().map((f) => f.code) }));`,
			"trap '' XFSZ; ulimit -f 64;",
		);
		expect(child.stderr).toBe("");
		expect(JSON.parse(child.stdout)).toEqual({
			told: ["store_unavailable"],
			running: 5,
			findings: ["store_unavailable"],
		});
		const after = openStore(folder, () => {});
		expect(after.load()).toMatchObject({ mode: "off", counters: {} });
		expect(after.findings()).toEqual([]);
	});
});

describe("an SD card", () => {
	it("is written less than 10 MB a day: counters each minute, a hundred changed memories", () => {
		const child = elsewhere(`
			const { readFileSync } = await import("node:fs");
			const io = (what) => Number(new RegExp("^" + what + ": ([0-9]+)", "m").exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
			const written = () => ({ bytes: io("wchar"), blocks: io("write_bytes") });
			const counters = (n) => Object.fromEntries(["energy", "heater", "pump", "starts"].map((id) => [id, { today: n / 7, total: 1e4 + n / 3 }]));
			store.save({ memories: Object.fromEntries(Array.from({ length: 12 }, (_, n) => ["rule_" + n, { since: n, on: true }])) });
			store.save({ published: Object.fromEntries(Array.from({ length: 4 }, (_, n) => ["topic" + n, { text: "x".repeat(8000) }])) });
			const before = written();
			for (let minute = 0; minute < 1440; minute++) {
				store.save({ counters: counters(minute), running: minute * 60 });
				if (minute % 14 === 0) store.save({ memories: { rule_3: { since: minute, on: minute % 28 === 0 } } });
			}
			store.close();
			const after = written();
			console.log(JSON.stringify({ bytes: after.bytes - before.bytes, blocks: after.blocks - before.blocks }));`);
		expect(child.stderr).toBe("");
		const { bytes, blocks } = JSON.parse(child.stdout);
		// Measured: 0.9 MB handed to the system, which dirtied 7.2 MB of 4 KiB blocks (none where /tmp is in memory).
		expect(bytes).toBeGreaterThan(100_000);
		expect(bytes).toBeLessThan(2_000_000);
		expect(blocks).toBeLessThan(10_000_000);
	});
});
