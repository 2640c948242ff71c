import { basename, join } from "node:path";
import type { Setting, Tested } from "./baseline.ts";
import { ran } from "./covered.ts";
import type { Mutant } from "./mutant.ts";
import { inProcess } from "./process.ts";

/** What became of a mutant: the test file that noticed it and how, or none did. */
export interface Tried {
	readonly mutant: Mutant;
	readonly killed?: { readonly by: string; readonly how: string };
	/** How many test files ran the changed code. */
	readonly tests: number;
}

/** Runs the tests that run the changed code, those named after its file first, then the quickest. */
export async function tried(
	{ root, cache, env, start: patience }: Setting,
	mutant: Mutant,
	all: readonly Tested[],
	kills: ReadonlyMap<string, number>,
): Promise<Tried> {
	const own = basename(mutant.file, ".ts");
	const tests = all.filter((test) => ran(test.ran[mutant.file], mutant.start));
	if (tests.length === 0) return { mutant, tests: 0 };
	const rank = ({ file, ms }: Tested): number =>
		own.startsWith(basename(file, ".test.ts")) ? -1 : ms / (1 + (kills.get(`${mutant.file} ${file}`) ?? 0));
	const files = tests.toSorted((a, b) => rank(a) - rank(b)).map(({ file }) => join(root, file));
	const { start, end, by } = mutant;
	const change = { path: join(root, mutant.file), start, end, by };
	const seconds = patience + (tests.reduce((sum, { ms }) => sum + ms, 0) * 3) / 1000;
	const order = { tests: files, cache: join(cache, "compiled"), mutant: change };
	const { outcomes, failed } = await inProcess(root, order, seconds, env);
	if (failed === undefined) return { mutant, tests: tests.length };
	const done = outcomes.filter((outcome) => "count" in outcome).length;
	const file = files[done]?.slice(root.length + 1) ?? "";
	return { mutant, tests: tests.length, killed: { by: file, how: failed } };
}
