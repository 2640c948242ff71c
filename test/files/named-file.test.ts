import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { fileRemedy, MOST, textOfFile, textOfFileLater } from "#files/named-file.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "named-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string, text?: string): string => {
	const path = join(folder, name);
	if (text !== undefined) writeFileSync(path, text);
	return path;
};
const READERS = [
	["at once", async (path: string) => textOfFile(path)],
	["while the process goes on", (path: string) => textOfFileLater(path)],
] as const;

describe.each(READERS)("a file that a person named, read %s,", (_, textOf) => {
	const refusal = (path: string) => textOf(path).catch((failed: unknown) => fileRemedy(failed).code);

	test.each(["", "text\n", "å€𐍈".repeat(50_000)])("is read whole", async (text) => {
		expect(await textOf(at("a", text))).toBe(text);
	});

	it("may be a link to one, and one whose size the system does not say", async () => {
		symlinkSync(at("a", "behind"), at("link"));
		expect(await textOf(at("link"))).toBe("behind");
		expect(await textOf("/proc/self/status")).toContain("Pid:");
	});

	it("may have the largest size, and not a byte more", async () => {
		expect(await textOf(at("a", "x".repeat(MOST)))).toHaveLength(MOST);
		expect(await refusal(at("b", "x".repeat(MOST + 1)))).toBe("file_too_large");
	});

	it("that is a gigabyte is refused without being read", async () => {
		truncateSync(at("a", ""), 1024 ** 3);
		expect(await refusal(at("a"))).toBe("file_too_large");
	});

	it("that is a pipe is refused at once, whether somebody writes into it or not", async () => {
		execFileSync("mkfifo", [at("pipe")]);
		expect(await refusal(at("pipe"))).toBe("not_a_file");
	});

	test.each([
		["/dev/zero", "not_a_file"],
		["/dev/null", "not_a_file"],
		["/dev/ptmx", "not_a_file"],
		["/", "not_a_file"],
		["/nowhere/at/all", "no_such_file"],
	])("that is %s is refused", async (path, code) => {
		expect(await refusal(path)).toBe(code);
	});

	it("that gives endless bytes under a regular name is cut off", async () => {
		// Reading the memory at address 0 fails; the map of it is regular, without a size, and ends.
		expect(await refusal("/proc/self/mem")).toBe("file_unreadable");
	});
});
