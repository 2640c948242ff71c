import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { missing, proofsIn } from "./titles.ts";

const ROOT = join(import.meta.dirname, "../..");
const rows = readFileSync(join(ROOT, "docs/home-assistant-rules.md"), "utf8")
	.split("\n")
	.filter((line) => /^\| \d+ \|/.test(line))
	.map((line) => line.split("|").map((cell) => cell.trim()));

describe("the page of what Home Assistant asks", () => {
	it("has a row for each of 35 points, in order, with what is done and with a proof", () => {
		expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
		const wrong = rows.filter(
			(cells) => cells.length !== 6 || cells[2] === "" || cells[3] === "" || proofsIn(cells[4] ?? "").length === 0,
		);
		expect(wrong).toEqual([]);
	});

	it("names only tests that are there", () => {
		const proofs = rows.flatMap((cells) => proofsIn(cells[4] ?? ""));
		expect(proofs.length).toBeGreaterThan(45);
		expect(missing(ROOT, proofs)).toEqual([]);
	});

	it("would notice one that is not", () => {
		const there = { file: "test/contract/rules-page.test.ts", name: "names only tests that are there" };
		const gone = [
			{ ...there, name: "names only tests that were there" },
			{ ...there, file: "test/contract/none.test.ts" },
			{ ...there, name: "names" },
		];
		expect(missing(ROOT, [there, ...gone])).toEqual(gone);
	});
});
