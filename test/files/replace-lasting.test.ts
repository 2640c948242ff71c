import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join, basename as named } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";

let calls: string[] = [];
let folderFails = false;
/** The temporary name has random digits. */
const basename = (path: string) => named(path).replace(/-[0-9a-f]{12}$/, "-…");
const nameOf = (file: number) => basename(fs.readlinkSync(`/proc/self/fd/${file}`));
jest.unstable_mockModule("node:fs", () => ({
	...fs,
	fsyncSync(file: number) {
		calls.push(`fsync ${nameOf(file)}`);
		if (folderFails && fs.fstatSync(file).isDirectory()) throw new Error("EIO");
		fs.fsyncSync(file);
	},
	renameSync(from: string, to: string) {
		calls.push(`rename ${basename(from)} ${basename(to)} ${fs.readFileSync(from, "utf8")}`);
		fs.renameSync(from, to);
	},
}));
const { replaceFile } = await import("#files/replace.ts");

let folder: string;
beforeEach(() => {
	folder = fs.mkdtempSync(join(tmpdir(), "replace-"));
	[calls, folderFails] = [[], false];
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test("a file that has to outlive a power cut is on the disk before its name is, and then the name", () => {
	replaceFile(join(folder, "kept"), "new");
	expect(calls).toEqual(["fsync kept.new-…", "rename kept.new-… kept new", `fsync ${basename(folder)}`]);
});

test("another one spares the disk", () => {
	replaceFile(join(folder, "kept"), "new", false);
	expect(calls).toEqual(["rename kept.new-… kept new"]);
});

test("a folder that fails to sync throws, and the new file is there", () => {
	folderFails = true;
	expect(() => replaceFile(join(folder, "kept"), "new")).toThrow("EIO");
	expect(fs.readFileSync(join(folder, "kept"), "utf8")).toBe("new");
});
