import {
	chmodSync,
	closeSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { replaceFile } from "#files/replace.ts";

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "replace-"));
	path = join(folder, "kept");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([[true], [false]])("a file of ours that is replaced (lasting: %s)", (lasting) => {
	it("has the new text and is its owner's alone, whatever it was before", () => {
		writeFileSync(path, "old");
		chmodSync(path, 0o644);
		replaceFile(path, "new\n", lasting);
		expect([readFileSync(path, "utf8"), statSync(path).mode & 0o777]).toEqual(["new\n", 0o600]);
		expect(readdirSync(folder)).toEqual(["kept"]);
	});

	it("is a new one: who has the old one open reads nothing of it", () => {
		writeFileSync(path, "old");
		const open = openSync(path, "r");
		replaceFile(path, "a secret", lasting);
		expect(readFileSync(open, "utf8")).toBe("old");
		closeSync(open);
	});

	it("goes nowhere else, though somebody put a link in its way or left half a file", () => {
		const elsewhere = join(folder, "elsewhere");
		writeFileSync(elsewhere, "theirs");
		symlinkSync(elsewhere, `${path}.new`);
		replaceFile(path, "first", lasting);
		writeFileSync(`${path}.new`, "half", { mode: 0o666 });
		replaceFile(path, "second", lasting);
		expect([readFileSync(elsewhere, "utf8"), readFileSync(path, "utf8")]).toEqual(["theirs", "second"]);
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it("stays as it was where that fails, and nothing is left beside it", () => {
		mkdirSync(join(path, "in-the-way"), { recursive: true });
		expect(() => replaceFile(path, "new", lasting)).toThrow();
		expect(readdirSync(folder)).toEqual(["kept"]);
	});
});
