import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const SRC = join(import.meta.dirname, "../../../src");
const page = readFileSync(join(import.meta.dirname, "../../../docs/architecture.md"), "utf8");
/** `Board.write` (`runtime/board.ts`): a name and the file that it stands in. */
const named = [...page.matchAll(/`([\w.]+)`\s+\(`([\w/-]+\.ts)`\)/g)].map(([, name = "", path = ""]) => [name, path]);

describe("the ways through the house in docs/architecture.md", () => {
	test("are told step by step", () => {
		expect(named.length).toBeGreaterThan(15);
	});
	test.each(named)("go by %s in src/%s", (name, path) => {
		expect(existsSync(join(SRC, path))).toBe(true);
		const text = readFileSync(join(SRC, path), "utf8");
		const missing = name.split(".").filter((part) => !new RegExp(`\\b${part}\\b`).test(text));
		expect(missing).toEqual([]);
	});
});
