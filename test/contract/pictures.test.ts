import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "docs/images");
/** Home Assistant draws these texts too, and there a path of the repository leads nowhere. */
const ADDRESS = "https://raw.githubusercontent.com/solar-heating/solar-heating/main/docs/images/";
const shown = ["README.md", "DOCS.md"].flatMap((page) => {
	const links = readFileSync(join(ROOT, page), "utf8").matchAll(/!\[([^\]]*)\]\(([^)]*docs\/images\/([^)]+))\)/g);
	return [...links].map(([, words = "", address = "", name = ""]) => ({ words, address, name }));
});

describe("the pictures in README and DOCS", () => {
	it("are there, say in words what they show, and are found from inside Home Assistant too", () => {
		const there = new Set(readdirSync(FOLDER));
		expect(shown.length).toBeGreaterThan(2);
		expect(shown.filter(({ name }) => !there.has(name))).toEqual([]);
		expect(shown.filter(({ words }) => words.length < 10)).toEqual([]);
		expect(shown.filter(({ address, name }) => address !== ADDRESS + name)).toEqual([]);
	});

	it("are small: every owner's machine clones them", () => {
		expect(readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).size > 200_000)).toEqual([]);
	});
});
