import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { INSTALLATION_ID_FILE, installationId } from "#store/files/installation-id.ts";

let folder = "";
let told: Notice[] = [];
const tell = (n: Notice) => void told.push(n);
const file = () => join(folder, INSTALLATION_ID_FILE);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "id-"));
	told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the installation id", () => {
	it("is eight small letters and digits, written once and kept for good", () => {
		const deep = join(folder, "data");
		const first = installationId(deep, tell);
		expect(first.id).toMatch(/^[a-z2-7]{8}$/);
		expect(first.findings).toEqual([]);
		expect(installationId(deep, tell)).toEqual(first);
		expect(readdirSync(deep)).toEqual([INSTALLATION_ID_FILE]);
		expect(statSync(join(deep, INSTALLATION_ID_FILE)).mode & 0o777).toBe(0o600);
		expect(told).toEqual([{ level: "info", code: "installation_id_made", facts: { id: first.id } }]);
	});

	it("differs from house to house", () => {
		const ids = ["a", "b", "c"].map((name) => installationId(join(folder, name), tell).id);
		expect(new Set(ids).size).toBe(3);
	});

	test.each(["abcd1234", "abcd1234\n", "house7"])("stays %j where a person wrote that", (text) => {
		writeFileSync(file(), text);
		expect(installationId(folder, tell).id).toBe(text.trim());
		expect(told).toEqual([]);
	});

	test.each(["", "ABCD", "a/b#+", "abc", "x".repeat(65), "\0\0\0\0\0\0\0\0"])(
		"%j is set aside and a new one made",
		(text) => {
			writeFileSync(file(), text);
			const made = installationId(folder, tell);
			expect(made.id).toMatch(/^[a-z2-7]{8}$/);
			expect(readFileSync(`${file()}.broken-1`, "utf8")).toBe(text);
			expect(told.map((n) => n.code)).toEqual(["installation_id_set_aside", "installation_id_made"]);
			expect(installationId(folder, tell)).toEqual(made);
		},
	);
});

describe("where no file can be written", () => {
	const nowhere = () => {
		writeFileSync(join(folder, "file"), "");
		return join(folder, "file", "data");
	};
	it("the id is made of the machine's own and an alarm stands", () => {
		const machine = join(folder, "machine-id");
		writeFileSync(machine, "0123456789abcdef0123456789abcdef\n");
		const made = installationId(nowhere(), tell, machine);
		expect(made.id).toMatch(/^[a-z2-7]{8}$/);
		expect(made.id).not.toBe("01234567");
		expect(made.findings).toMatchObject([{ severity: "alarm", code: "installation_id_not_kept" }]);
		expect(installationId(nowhere(), tell, machine).id).toBe(made.id);
	});
	test.each(["", undefined])("it is still an id where the machine has none (%j)", (text) => {
		const machine = join(folder, "machine-id");
		if (text !== undefined) writeFileSync(machine, text);
		expect(installationId(nowhere(), tell, machine).id).toMatch(/^[a-z2-7]{8}$/);
	});
});
