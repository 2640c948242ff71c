import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, test } from "@jest/globals";
import { makeFolder } from "#files/make-folder.ts";
import { errorCode } from "#model/untyped/error-code.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "make-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failure = (path: string): string | undefined => {
	try {
		makeFolder(path);
		return undefined;
	} catch (failed) {
		return errorCode(failed);
	}
};

it("makes a folder and those above it for its owner alone, and leaves one that is there", () => {
	const path = join(folder, "a", "b", "c");
	expect([makeFolder(path), makeFolder(path)]).toEqual([true, false]);
	for (const made of [path, join(folder, "a")]) expect(statSync(made).mode & 0o777).toBe(0o700);
	expect(makeFolder("/")).toBe(false);
});

it("goes through a link to a folder", () => {
	mkdirSync(join(folder, "real"));
	symlinkSync("real", join(folder, "link"));
	expect([makeFolder(join(folder, "link")), makeFolder(join(folder, "link", "in"))]).toEqual([false, true]);
});

it("says what is in the way", () => {
	writeFileSync(join(folder, "file"), "");
	symlinkSync("nowhere", join(folder, "dangling"));
	expect(["file", "file/in", "dangling", "dangling/in"].map((name) => failure(join(folder, name)))).toEqual([
		"EEXIST",
		"ENOTDIR",
		"EEXIST",
		"EEXIST",
	]);
});

/** In a process of its own: a call that never ends would hang the test. */
const seen = (path: string, cwd: string, before = "") =>
	spawnSync(
		process.execPath,
		[
			"--input-type=module",
			"-e",
			`import fs from "node:fs"; import { makeFolder } from "#files/make-folder.ts"; ${before}; try { makeFolder(${JSON.stringify(path)}) } catch (failed) { console.log(failed.code) }`,
		],
		{ encoding: "utf8", timeout: 60_000, cwd, killSignal: "SIGKILL" },
	);

test.each(["/proc/solar", "/proc/solar/data", "/dev/fd/solar/data"])(
	"does not hang on %s, where nothing can be made",
	(path) => {
		const { stdout, signal } = seen(path, process.cwd());
		expect([stdout.trim(), signal]).toEqual(["ENOENT", null]);
		expect(existsSync(path)).toBe(false);
	},
);

it("does not hang in a working folder that was removed", () => {
	const gone = join(folder, "gone");
	mkdirSync(gone);
	const { stdout, signal } = seen(
		"data/in",
		process.cwd(),
		`process.chdir(${JSON.stringify(gone)}); fs.rmdirSync(${JSON.stringify(gone)})`,
	);
	expect([stdout.trim(), signal]).toEqual(["ENOENT", null]);
});
