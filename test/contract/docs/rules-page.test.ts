import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { idsIn, idsOf, missing, proofsIn } from "../test-ids.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PAGES = globSync(["*.md", "docs/**/*.md"], { cwd: ROOT });
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
		const there = { file: "test/contract/repository/layout.test.ts", id: idsOf(ROOT).find(inLayout)?.id ?? "" };
		const gone = [
			{ ...there, id: `${there.id}-gone` },
			{ ...there, file: "test/contract/none.test.ts" },
			{ ...there, id: "" },
		];
		expect(missing(ROOT, [there, ...gone])).toEqual(gone);
	});
});
const inLayout = ({ file }: { readonly file: string }) => file === "test/contract/repository/layout.test.ts";

describe("the ids of tests", () => {
	it("stand once each", () => {
		const ids = idsOf(ROOT).map(({ file, id }) => `${file}#${id}`);
		expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
	});

	it("stand right above a test, and whatever its title is", () => {
		const source =
			'\t// #stops-at-once\n\tit("anything", () => {});\n// #nothing\n\nit("else", () => {});\n// #of-a-table\ntest.each([';
		expect(idsIn(source)).toEqual(["stops-at-once", "of-a-table"]);
	});

	it("are how documents name tests: no title stands in one", () => {
		const titled = PAGES.filter((page) => /\.test\.ts`:\s“/.test(readFileSync(join(ROOT, page), "utf8")));
		expect(titled).toEqual([]);
	});
});
