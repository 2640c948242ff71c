import { basename, dirname, join } from "node:path";
import type { Setting, Tested } from "./baseline.ts";
import { ran } from "./covered.ts";
import type { Graph } from "./graph.ts";
import type { Ledger } from "./ledger.ts";
import type { Mutant } from "./mutant.ts";
import type { Runner } from "./process.ts";

/** What became of a mutant: the test file that noticed it and how, or none did. */
export interface Tried {
	readonly mutant: Mutant;
	readonly killed?: { readonly by: string; readonly how: string /** In this campaign. */; readonly now?: boolean };
	/** How many test files run the changed code. */
	readonly tests: number;
}

/**
 * Runs the tests that run the changed code: those named after its file first, then those beside it, then the quickest. What
 * the ledger knows is not tried again as long as the test and all that it runs are the same.
 */
export async function tried(
	{ root, start: patience }: Setting,
	mutant: Mutant,
	all: readonly Tested[],
	graph: Graph,
	ledger: Ledger,
	runner: Runner,
): Promise<Tried> {
	const tests = all.filter((test) => ran(test.ran[mutant.file], mutant.start));
	const known = ledger.of(mutant);
	const killer = tests.find(({ mark }) => mark === known.killed?.mark);
	if (known.killed !== undefined && killer !== undefined) return { mutant, tests: tests.length, killed: known.killed };
	const left = tests.filter(({ mark }) => !known.passed.includes(mark));
	if (left.length === 0) return { mutant, tests: tests.length };
	const rank = rankOf(mutant, known.killed?.by, ledger);
	const order = left.toSorted((a, b) => rank(a) - rank(b));
	const anew = new Set(order.flatMap(({ closure }) => [...graph.importers(mutant.file, closure)]));
	const { start, end, by } = mutant;
	const { passed, failed } = await runner.run({
		tests: order.map(({ file }) => join(root, file)),
		change: { path: join(root, mutant.file), start, end, by, anew: [...anew].map((file) => join(root, file)) },
		seconds: patience + (order.reduce((sum, { ms }) => sum + ms, 0) * 3) / 1000,
	});
	const marks = [...known.passed, ...order.slice(0, passed.length).map(({ mark }) => mark)];
	const last = order[passed.length];
	if (failed === undefined || last === undefined) {
		ledger.add(mutant, { passed: marks });
		return { mutant, tests: tests.length };
	}
	const killed = { mark: last.mark, by: last.file, how: failed };
	ledger.add(mutant, { passed: marks, killed });
	return { mutant, tests: tests.length, killed: { ...killed, now: true } };
}

/** The lower, the sooner it runs. */
function rankOf(mutant: Mutant, killer: string | undefined, ledger: Ledger): (test: Tested) => number {
	const own = basename(mutant.file, ".ts");
	return ({ file, ms }) => {
		const sooner = 1 + ledger.kills(mutant.file, file);
		if (file === killer) return -1;
		if (own.startsWith(basename(file, ".test.ts"))) return ms / 1e9 / sooner;
		return (isBeside(file, mutant.file) ? ms / 1e4 : ms) / sooner;
	};
}

/** Whether a test lies in the folder of tests for the folder of a source. */
export const isBeside = (test: string, source: string): boolean =>
	dirname(test) === dirname(source).replace(/^src/, "test");
