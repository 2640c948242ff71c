import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { PAGE_PASSWORD_FILE, pagePassword } from "#store/files/page-password.ts";

let folder: string;
let told: Notice[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "page-password-"));
	told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const password = (where = folder) => pagePassword(where, (said) => void told.push(said));
const file = () => join(folder, PAGE_PASSWORD_FILE);

describe("the page's password", () => {
	it("is made once, of 128 bits of chance, and then the same at every start", () => {
		const made = password();
		expect(made).toMatch(/^[A-Za-z0-9_-]{22}$/);
		expect([password(), password()]).toEqual([made, made]);
		expect(told.map(({ code, facts }) => [code, facts["why"]])).toEqual([["page_password_made", "absent"]]);
		rmSync(file());
		expect(password()).not.toBe(made);
	});

	it("lies in a file that only its owner may read, and in nothing that is told", () => {
		const made = password() ?? "none";
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		expect(readFileSync(file(), "utf8")).toBe(`${made}\n`);
		expect(JSON.stringify(told)).not.toContain(made);
		expect(readdirSync(folder)).toEqual([PAGE_PASSWORD_FILE]);
	});

	it("may be one of the owner's own", () => {
		writeFileSync(file(), "a-long-one-of-my-own\n", { mode: 0o600 });
		expect(password()).toBe("a-long-one-of-my-own");
	});

	// #others-could-read-counts
	test.each([0o640, 0o604, 0o660, 0o644])("that others could read (%o) counts as lost, and is replaced", (mode) => {
		const before = password();
		chmodSync(file(), mode);
		expect(password()).not.toBe(before);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		expect(told.at(-1)?.facts["why"]).toBe("exposed");
	});

	test.each(["", "short", "with\nline breaks in it", "with a space in it", "\0\0\0\0\0\0\0\0\0\0\0\0"])(
		"that is %j is none, and replaced",
		(text) => {
			writeFileSync(file(), text, { mode: 0o600 });
			expect(password()).toMatch(/^[A-Za-z0-9_-]{22}$/);
		},
	);

	it("is not read through a link, nor written through one", () => {
		const other = join(folder, "other");
		writeFileSync(other, "somebody-else's-file", { mode: 0o600 });
		symlinkSync(other, file());
		symlinkSync(other, `${file()}.new`);
		expect(password()).toMatch(/^[A-Za-z0-9_-]{22}$/);
		expect(readFileSync(other, "utf8")).toBe("somebody-else's-file");
	});

	it("is none where it cannot be kept: better no page than one whose password nobody can look up", () => {
		mkdirSync(`${file()}/full`, { recursive: true });
		expect(password()).toBeUndefined();
		expect(told.map(({ level, code }) => [level, code])).toEqual([["error", "page_password_not_kept"]]);
	});
});
