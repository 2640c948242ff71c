import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import * as bars from "../../../bench/bars/index.ts";
import { limit, median, over, percentile, ratio, steady, told } from "../../../bench/harness/figures.ts";

const ROOT = join(import.meta.dirname, "../../..");
const ids = Object.values(bars).map(({ id }) => id);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** `npm run mutants` has an option of the same name, and a page of its own. */
const benches = (page: string) => page.replaceAll(/^.*npm run mutants.*$/gm, "");
const MUTANTS = "docs/mutants.md";

describe("the benchmarks", () => {
	it("have every bar in the table of CONTRIBUTING.md, and no other", () => {
		const section = read("CONTRIBUTING.md").split("\n## Benchmarks\n")[1]?.split("\n## ")[0] ?? "";
		const named = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
		expect(named.toSorted()).toEqual(ids.toSorted());
	});

	it("have every bar that a page asks the reader to run alone", () => {
		const pages = [
			"CONTRIBUTING.md",
			"DOCS.md",
			"README.md",
			...globSync("docs/**/*.md", { cwd: ROOT, exclude: [MUTANTS] }),
		];
		const named = pages.flatMap((page) => [...benches(read(page)).matchAll(/--only ([a-z-]+)/g)].map(([, id]) => id));
		expect(ids).toEqual(expect.arrayContaining(named));
		expect(named).not.toEqual([]);
	});

	it("have no two bars of one id", () => {
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe("a percentile", () => {
	const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
	test.each([
		{ of: "1 to 100", values: hundred, share: 0.5, expected: 50 },
		{ of: "1 to 100", values: hundred, share: 0.99, expected: 99 },
		{ of: "1 to 100", values: hundred, share: 1, expected: 100 },
		{ of: "1 to 100", values: hundred, share: 0, expected: 1 },
		{ of: "9, 10 and 100", values: [10, 9, 100], share: 0.5, expected: 10 },
		{ of: "7 alone", values: [7], share: 0.99, expected: 7 },
	])("of $of at $share is $expected", ({ values, share, expected }) => {
		expect(percentile(values, share)).toBe(expected);
	});

	it("is one of the values, and at least that share of them do not exceed it", () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer(), { minLength: 1 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(values, share) => {
					const found = percentile(values, share);
					expect(values).toContain(found);
					expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
						Math.floor(share * values.length),
					);
				},
			),
		);
	});
});

test.each([
	[[3, 1, 2], 2],
	[[4, 1, 3, 2], 2.5],
	[[10, 9], 9.5],
	[[5], 5],
	[[], Number.NaN],
])("the median of %j is %d", (values, expected) => {
	expect(median(values)).toBe(expected);
});

describe("a figure beside its bar", () => {
	it.each([
		["both hold", [15, 14, 16], [10, 10, 10], true, 1.4],
		["the medians hold, by a hair", [15, 16, 1500], [10, 10.7, 11], true, 16 / 10.7],
		["only the minima hold", [14, 30, 40], [10, 10, 10], true, 1.4],
		["only the medians hold", [14, 14, 14], [1, 10, 10], true, 1.4],
		["both miss", [16, 16, 16], [10, 10, 10], false, 1.6],
	])("is judged by the ratios of medians and of minima: %s", (_, ours, floors, ok, value) => {
		const row = ratio("a start", ours, floors, 1.5);
		expect(row.ok).toBe(ok);
		expect(row.value).toBeCloseTo(value, 10);
	});

	it("may be what is more than the floor", () => {
		expect(over("a command", [6, 7, 8], [1, 2, 3], 5)).toMatchObject({ value: 5, ok: true, unit: "ms over" });
		expect(over("a command", [6.1, 7.1, 8], [1, 2, 3], 5)).toMatchObject({ ok: false });
	});

	it("may be one of every round, and misses where the median and the least of them do", () => {
		expect(steady("a relay", [90, 40, 80], "ms", 50)).toMatchObject({ value: 40, ok: true });
		expect(steady("a relay", [90, 51, 80], "ms", 50)).toMatchObject({ value: 51, ok: false });
	});

	it("that is not a number misses", () => {
		expect(limit("nothing", Number.NaN, "ms", 1).ok).toBe(false);
		expect(ratio("nothing", [], [1], 1.5).ok).toBe(false);
		expect(steady("nothing", [], "ms", 1).ok).toBe(false);
	});

	it("holds at its bar", () => {
		expect(limit("exactly", 5, "s", 5).ok).toBe(true);
		expect(limit("more", 5.001, "s", 5).ok).toBe(false);
	});

	it("without a bar is told and never misses", () => {
		expect(told("a load", 5, "ms")).toEqual({ what: "a load", value: 5, unit: "ms", ok: true, details: {} });
		expect(ratio("a login", [30], [10])).toMatchObject({ value: 3, ok: true });
		expect(ratio("a login", [30], [10])).not.toHaveProperty("bar");
	});
});
