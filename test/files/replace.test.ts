import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	closeSync,
	existsSync,
	lutimesSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
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

	it("goes nowhere else, though a link, a folder or half a file is beside it", () => {
		const elsewhere = join(folder, "elsewhere");
		writeFileSync(elsewhere, "theirs");
		for (const [nth, left] of [".new", ".new-0123456789ab"].entries()) {
			const one = `${path}${nth}`;
			symlinkSync(elsewhere, `${one}${left}`);
			replaceFile(one, "first", lasting);
			rmSync(`${one}${left}`, { force: true });
			mkdirSync(`${one}${left}`);
			replaceFile(one, "second", lasting);
			expect([readFileSync(elsewhere, "utf8"), readFileSync(one, "utf8")]).toEqual(["theirs", "second"]);
			expect(statSync(one).mode & 0o777).toBe(0o600);
		}
	});

	it("takes away what a killed process left, but nothing of one that writes now, and no other file", () => {
		const before = new Date(Date.now() - 3_600_000);
		const left = ["kept.new", "kept.new-0123456789ab"];
		const others = ["kept.newer", "kept.new-notes", "other.new", "kept.new-0123456789abc"];
		for (const name of [...left, ...others]) {
			writeFileSync(join(folder, name), "half a secret");
			utimesSync(join(folder, name), before, before);
		}
		symlinkSync(join(folder, "other.new"), join(folder, "kept.new-00000000000b"));
		lutimesSync(join(folder, "kept.new-00000000000b"), before, before);
		writeFileSync(join(folder, "kept.new-00000000000a"), "of another process");
		replaceFile(path, "new", lasting);
		expect(readdirSync(folder).sort()).toEqual(["kept", "kept.new-00000000000a", ...others].sort());
	});

	it("is always whole and never fails, though several replace it at once", async () => {
		const source = `import { replaceFile } from "#files/replace.ts"; for (let n = 0; n < 200; n++) replaceFile(process.argv[1], process.argv[2].repeat(20000), ${lasting});`;
		const writer = (letter: string) =>
			spawn(process.execPath, ["--input-type=module", "-e", source, path, letter], {
				stdio: ["ignore", "ignore", "pipe"],
			});
		let over = false;
		const ended = Promise.all(
			["a", "b"].map(async (letter) => {
				const child = writer(letter);
				const said: Buffer[] = [];
				child.stderr.on("data", (some: Buffer) => void said.push(some));
				const [code] = await once(child, "close");
				return [code, String(Buffer.concat(said))];
			}),
		).finally(() => {
			over = true;
		});
		const seen = new Set<string>();
		while (!over) {
			if (existsSync(path)) seen.add(readFileSync(path, "utf8").replace(/^(.)\1{19999}$/, "$1"));
			await new Promise(setImmediate);
		}
		expect(await ended).toEqual([
			[0, ""],
			[0, ""],
		]);
		expect([...seen].filter((text) => text !== "a" && text !== "b")).toEqual([]);
		expect(readdirSync(folder)).toEqual(["kept"]);
	});

	it("stays as it was where that fails, and nothing is left beside it", () => {
		mkdirSync(join(path, "in-the-way"), { recursive: true });
		expect(() => replaceFile(path, "new", lasting)).toThrow();
		expect(readdirSync(folder)).toEqual(["kept"]);
	});
});
