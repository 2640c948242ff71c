import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { fileRemedy, MOST, textOfFile } from "#files/named-file.ts";

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
const refusal = (path: string) => {
	try {
		return textOfFile(path);
	} catch (failed) {
		return fileRemedy(failed).code;
	}
};

describe("a file that a person named", () => {
	test.each(["", "text\n", "å€𐍈".repeat(50_000)])("is read whole", (text) => {
		expect(textOfFile(at("a", text))).toBe(text);
	});

	it("may be a link to one, and one whose size the system does not say", () => {
		symlinkSync(at("a", "behind"), at("link"));
		expect(textOfFile(at("link"))).toBe("behind");
		expect(textOfFile("/proc/self/status")).toContain("Pid:");
	});

	it("may have the largest size, and not a byte more", () => {
		expect(textOfFile(at("a", "x".repeat(MOST)))).toHaveLength(MOST);
		expect(refusal(at("b", "x".repeat(MOST + 1)))).toBe("file_too_large");
	});

	it("that is a gigabyte is refused without being read", () => {
		truncateSync(at("a", ""), 1024 ** 3);
		expect(refusal(at("a"))).toBe("file_too_large");
	});

	it("that is a pipe is refused at once, whether somebody writes into it or not", () => {
		execFileSync("mkfifo", [at("pipe")]);
		expect(refusal(at("pipe"))).toBe("not_a_file");
	});

	test.each([
		["/dev/zero", "not_a_file"],
		["/dev/null", "not_a_file"],
		["/dev/ptmx", "not_a_file"],
		["/", "not_a_file"],
		["/nowhere/at/all", "no_such_file"],
	])("that is %s is refused", (path, code) => {
		expect(refusal(path)).toBe(code);
	});

	it("that gives endless bytes under a regular name is cut off", () => {
		// Reading the memory at address 0 fails; the map of it is regular, without a size, and ends.
		expect(refusal("/proc/self/mem")).toBe("file_unreadable");
	});
});
