import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";

let calls: string[] = [];
/** The file as it was when it got its name, and what lay beside it. */
let named: { bytes: Buffer; beside: readonly string[] } | undefined;
jest.unstable_mockModule("node:fs", () => ({
	...fs,
	fsyncSync(file: number) {
		calls.push(`fsync ${basename(fs.readlinkSync(`/proc/self/fd/${file}`))}`);
		fs.fsyncSync(file);
	},
	renameSync(from: string, to: string) {
		calls.push(`rename ${basename(from)} ${basename(to)}`);
		named = { bytes: fs.readFileSync(from), beside: fs.readdirSync(dirname(from)) };
		fs.renameSync(from, to);
	},
}));
const { openDatabase } = await import("#store/database.ts");
const { MIGRATIONS } = await import("#store/migrations.ts");

let folder: string;
beforeEach(() => {
	folder = fs.mkdtempSync(join(tmpdir(), "store-"));
	[calls, named] = [[], undefined];
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

// #new-file-is-whole-before-it-has-its-name
it("a new file is whole and on the disk before it has its name, and then the name: each is waited for once", () => {
	const opened = openDatabase(join(folder, "kept.db"), 0);
	expect(calls).toEqual(["fsync kept.db.new", "rename kept.db.new kept.db", `fsync ${basename(folder)}`]);
	expect(named?.beside).toEqual(["kept.db.new"]);
	if (opened.kind === "open") opened.database.close();
	const copy = join(folder, "copy.db");
	fs.writeFileSync(copy, named?.bytes ?? "");
	const database = new DatabaseSync(copy, { readOnly: true });
	const one = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
	expect([one("user_version"), one("page_size"), one("integrity_check")]).toEqual([MIGRATIONS.length, 512, "ok"]);
	database.close();
	// So opening it writes and waits for nothing: bytes 18 and 19 say that it has a write-ahead log (fileformat2.html, 1.3.3).
	expect([...(named?.bytes.subarray(18, 20) ?? [])]).toEqual([2, 2]);
});
