import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baseline, envOf, LONGEST, type Setting, type Tested } from "./baseline.ts";
import { draw } from "./draw.ts";
import { each } from "./each.ts";
import { EQUIVALENT, isEquivalent, outdated } from "./equivalent.ts";
import { Graph } from "./graph.ts";
import { Ledger } from "./ledger.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsIn } from "./mutants-in.ts";
import { Runner } from "./process.ts";
import { isBeside, type Tried, tried } from "./trial.ts";

/** What is mutated, and what has to notice. Patterns of files from the root. */
export interface Aim {
	readonly sources: readonly string[];
	readonly exclude: RegExp;
	readonly tests: readonly string[];
	readonly equivalent?: typeof EQUIVALENT;
}

/** Every mutant of the sources. Throws if one that is listed as equivalent is not there. */
export function mutantsOf(root: string, { sources, exclude, equivalent = EQUIVALENT }: Aim): readonly Mutant[] {
	const files = globSync([...sources], { cwd: root }).filter((file) => !exclude.test(file));
	const all = files.sort().flatMap((file) => mutantsIn(file, readFileSync(join(root, file), "utf8")));
	const [stale] = outdated(all, equivalent);
	if (stale !== undefined)
		throw new Error(`No such mutant: ${stale.file}: ${stale.was} -> ${stale.by} in ${stale.text}`);
	return all;
}

/** So many of them by a seed, without those that are equivalent. What is listed as such changes nothing of the others. */
export const drawnOf = (all: readonly Mutant[], count: number, seed: number, { equivalent }: Aim): readonly Mutant[] =>
	draw(all, count, seed).filter((mutant) => !isEquivalent(mutant, equivalent));

/** How many are drawn, and of which files. */
export interface Choice {
	readonly count: number;
	readonly seed: number;
	readonly only?: RegExp;
	/** Without the tests of other folders that take long. What survives may be killed by those. */
	readonly quick?: boolean;
}

/** Tries so many mutants, drawn by a seed. */
export async function campaign(
	setting: Setting,
	aim: Aim,
	{ count, seed, only, quick = false }: Choice,
	tell: (line: string) => void,
	told: (tried: Tried) => void,
): Promise<readonly Tried[]> {
	const all = mutantsOf(setting.root, aim);
	const drawn = drawnOf(all, count, seed, aim).filter(({ file }) => only?.test(file) ?? true);
	tell(`${all.length} mutants, ${drawn.length} to be tried by seed ${seed}`);
	const graph = new Graph(setting.root);
	const tests = globSync([...aim.tests], { cwd: setting.root }).filter((file) => !needsJest(setting.root, file));
	const sources = [...new Set(all.map(({ file }) => file))];
	const tested = await baseline(setting, graph, tests.sort(), sources, tell);
	const ledger = new Ledger(join(setting.cache, "results.jsonl"));
	const done: Tried[] = [];
	const run = async (batch: readonly Mutant[]): Promise<void> => {
		const runner = new Runner(setting.root, envOf(setting));
		const killers = new Set<string>();
		const tries: Tried[] = [];
		for (const mutant of batch) {
			const tests = quick ? tested.filter((test) => isQuick(test, mutant.file)) : tested;
			const one = await tried(setting, mutant, tests, graph, ledger, runner);
			if (one.killed?.now) killers.add(join(setting.root, one.killed.by));
			tries.push(one);
		}
		const after = await runner.run({ tests: [...killers], seconds: LONGEST });
		await runner.end();
		// A change left something behind that made a test fail: nothing of this process counts.
		if (after.failed !== undefined && batch.length > 1) {
			for (const { mutant } of tries) {
				ledger.forget(mutant);
				await run([mutant]);
			}
			return;
		}
		done.push(...tries);
		for (const one of tries) told(one);
	};
	// One process tries some mutants of a source after one another.
	await each(batches(drawn), setting.jobs, run);
	return done;
}

/** Mutants of a process. Each loads modules that stay in its memory. */
const BATCH = 20;
function batches(mutants: readonly Mutant[]): readonly (readonly Mutant[])[] {
	const bySource = Map.groupBy(mutants, ({ file }) => file);
	return [...bySource.values()].flatMap((all) =>
		Array.from({ length: Math.ceil(all.length / BATCH) }, (_, nth) => all.slice(nth * BATCH, (nth + 1) * BATCH)),
	);
}

/** Takes few ms of processor time, or is likely to notice. Scripts tell ranges and defaults. */
const isQuick = ({ file, ms }: Tested, source: string): boolean =>
	ms < 400 || isBeside(file, source) || file.startsWith("scripts/");

/** Some tests control Jest itself. */
const needsJest = (root: string, file: string): boolean =>
	/import .*\bjest\b.* from "@jest\/globals"/.test(readFileSync(join(root, file), "utf8"));
