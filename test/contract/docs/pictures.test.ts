import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "docs/images");
const shown = ["README.md", "DOCS.md"].flatMap((page) => {
	const links = readFileSync(join(ROOT, page), "utf8").matchAll(/!\[([^\]]*)\]\(([^)]*docs\/images\/([^)]+))\)/g);
	return [...links].map(([, words = "", , name = ""]) => ({ words, name }));
});

describe("the pictures in README and DOCS", () => {
	it("are there, and say in words what they show", () => {
		const there = new Set(readdirSync(FOLDER));
		expect(shown.length).toBeGreaterThan(2);
		expect(shown.filter(({ name }) => !there.has(name))).toEqual([]);
		expect(shown.filter(({ words }) => words.length < 10)).toEqual([]);
	});

	it("are small: every owner's machine clones them", () => {
		expect(readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).size > 100_000)).toEqual([]);
	});
});
