import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { type Aim, campaign, drawnOf, mutantsOf } from "../../../scripts/mutants/campaign.ts";
import { draw } from "../../../scripts/mutants/draw.ts";
import type { Equivalent } from "../../../scripts/mutants/equivalent.ts";
import { mutantsIn } from "../../../scripts/mutants/mutants-in.ts";
import { areas } from "../../../scripts/mutants/tally.ts";
import type { Tried } from "../../../scripts/mutants/trial.ts";

describe("mutants of a source", () => {
	test.each([
		["a < b;", ["a >= b;", "a <= b;"]],
		["a >= 5;", ["a < 5;", "a > 5;", "a >= 6;", "a >= 4;"]],
		["a === b || c;", ["a !== b || c;", "a === b && c;"]],
		["if (hot) stop();", ["if (!hot) stop();"]],
		["const x = !a ? 1.5 : -b;", ["const x = a ? 1.5 : -b;", "const x = !a ? 1.6 : -b;"]],
		["x = 3_600 - y;", ["x = 3700 - y;", "x = 3500 - y;", "x = 3_600 + y;"]],
		["x = 0.5;", ["x = 0.6;", "x = 0.4;"]],
		["compare.above(T, a, b);", ["compare.atMost(T, a, b);", "compare.atLeast(T, a, b);"]],
		["Math.min(a, b); all.some(is);", ["Math.max(a, b); all.some(is);", "Math.min(a, b); all.every(is);"]],
		['forbid(at, "safety", why);', ['forbid(at, "manual", why);']],
		['atLeast(at, "normal", why);', ['atLeast(at, "protection", why);', 'atLeast(at, "upkeep", why);']],
		['const text = "a" + b; type T = 1 | 2; import "x";', []],
	])("%s", (text, changed) => {
		const made = mutantsIn("a.ts", text).map(({ start, end, by }) => text.slice(0, start) + by + text.slice(end));
		expect(made).toEqual(expect.arrayContaining(changed));
		if (changed.length === 0) expect(made).toEqual([]);
	});

	it("are drawn the same by the same seed", () => {
		const all = Array.from({ length: 100 }, (_, nth) => nth);
		expect(draw(all, 5, 1)).toEqual(draw(all, 5, 1));
		expect(draw(all, 5, 1)).not.toEqual(draw(all, 5, 2));
		expect(draw(all, 1000, 1)).toEqual(all);
	});
});

describe("a campaign in a small tree", () => {
	const root = mkdtempSync(join(tmpdir(), "solar-heating-planted-"));
	const write = (file: string, text: string) => {
		mkdirSync(join(root, file, ".."), { recursive: true });
		writeFileSync(join(root, file), text);
	};
	const aim: Aim = { sources: ["src/*.ts"], exclude: /left\.ts$/, tests: ["test/*.test.ts"], equivalent: [] };
	const text = "export const tooHot = (t: number, most: number): boolean => t >= most;";
	const source = "src/limit.ts";
	const setting = { root, cache: join(root, ".cache"), jobs: 2, start: 2, env: {} };
	const told: string[] = [];
	let tried: readonly Tried[] = [];

	beforeAll(async () => {
		write("package.json", '{ "type": "module" }');
		write(source, `${text}\nexport const forever = (n: number): void => {\n\twhile (n > 9) n -= 1;\n};\n`);
		write("src/left.ts", "export const a = 1;\n");
		write(
			"test/limit.test.ts",
			`import { expect, test } from "@jest/globals";
			import { forever, tooHot } from "../src/limit.ts";
			test.each([[8, false], [10, true]])("%s", (t, is) => expect(tooHot(t, 9)).toBe(is));
			test("ends", () => forever(10));`,
		);
		write("test/other.test.ts", 'import { test } from "@jest/globals"; test("runs no source", () => {});');
		tried = await campaign(
			setting,
			aim,
			{ count: 99, seed: 1, only: /limit/ },
			(line) => told.push(line),
			() => {},
		);
	}, 300_000);
	afterAll(() => rmSync(root, { recursive: true }));

	const of = (by: string, was = ">=") => tried.find(({ mutant }) => mutant.by === by && mutant.was === was);

	it("finds what a test notices, and by which", () => {
		expect(of("<")?.killed).toMatchObject({ by: "test/limit.test.ts" });
	});

	it("finds what no test notices, with its place", () => {
		expect(of(">")).toMatchObject({ tests: 1, mutant: { file: source, line: 1, text, kind: "boundary" } });
		expect(of(">")?.killed).toBeUndefined();
	});

	it("ends what never ends", () => {
		expect(of("+=", "-=")?.killed).toMatchObject({ how: "took too long" });
	});

	it("counts", () => {
		const [all] = areas(tried).slice(-1);
		expect(all).toMatchObject({ name: "all", killed: tried.filter((one) => one.killed).length });
		expect((all?.killed ?? 0) + (all?.survived ?? 0)).toBe(tried.length);
	});

	it("leaves out a change that is the same program, and refuses one that is not there", () => {
		const one = { file: source, text, was: ">=", by: ">", why: "planted" };
		const all = mutantsOf(root, aim);
		const drawn = (...equivalent: readonly Equivalent[]) => drawnOf(all, 99, 1, { ...aim, equivalent });
		expect(drawn()).toHaveLength(all.length);
		expect(drawn(one)).toEqual(drawn().filter(({ was, by }) => was !== ">=" || by !== ">"));
		expect(drawn({ ...one, column: 0 })).toHaveLength(all.length);
		expect(() => mutantsOf(root, { ...aim, equivalent: [{ ...one, by: "==" }] })).toThrow("No such mutant");
	});

	it("tells when a test is red without any change", async () => {
		write("test/red.test.ts", 'import { test } from "@jest/globals"; test("is red", () => { throw new Error("x"); });');
		const red = campaign(
			setting,
			aim,
			{ count: 1, seed: 1 },
			() => {},
			() => {},
		);
		await expect(red).rejects.toThrow("test/red.test.ts fails without a mutant: is red: x");
	});
});
