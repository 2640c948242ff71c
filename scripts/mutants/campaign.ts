import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { baseline, type Setting } from "./baseline.ts";
import { draw } from "./draw.ts";
import { each } from "./each.ts";
import { EQUIVALENT, isEquivalent, outdated } from "./equivalent.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsIn } from "./mutants-in.ts";
import { type Tried, tried } from "./trial.ts";

/** What is mutated, and what has to notice. Patterns of files from the root. */
export interface Aim {
	readonly sources: readonly string[];
	readonly exclude: RegExp;
	readonly tests: readonly string[];
	readonly equivalent?: typeof EQUIVALENT;
}

/** Every mutant of the sources but the equivalent ones. Throws if a listed one is not there. */
export function mutantsOf(root: string, { sources, exclude, equivalent = EQUIVALENT }: Aim): readonly Mutant[] {
	const files = globSync([...sources], { cwd: root }).filter((file) => !exclude.test(file));
	const all = files.sort().flatMap((file) => mutantsIn(file, readFileSync(join(root, file), "utf8")));
	const [stale] = outdated(all, equivalent);
	if (stale !== undefined)
		throw new Error(`No such mutant: ${stale.file}: ${stale.was} -> ${stale.by} in ${stale.text}`);
	return all.filter((mutant) => !isEquivalent(mutant, equivalent));
}

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
	const drawn = draw(all, count, seed).filter(({ file }) => only?.test(file) ?? true);
	tell(`${all.length} mutants, ${drawn.length} drawn by seed ${seed}`);
	const sources = [...new Set(drawn.map(({ file }) => file))];
	const tests = globSync([...aim.tests], { cwd: setting.root }).filter((file) => !needsJest(setting.root, file));
	const tested = await baseline(setting, tests.sort(), sources, tell);
	const kills = new Map<string, number>();
	const done: Tried[] = [];
	await each(drawn, setting.jobs, async (mutant) => {
		const tests = quick ? tested.filter(({ file, ms }) => ms < LONG || areaOf(file) === areaOf(mutant.file)) : tested;
		const one = await tried(setting, mutant, tests, kills);
		const { killed } = one;
		if (killed) kills.set(`${mutant.file} ${killed.by}`, 1 + (kills.get(`${mutant.file} ${killed.by}`) ?? 0));
		done.push(one);
		told(one);
	});
	return done;
}

/** ms of processor time. */
const LONG = 2000;
const areaOf = (file: string): string => file.split("/")[1] ?? "";

/** Some tests control Jest itself. */
const needsJest = (root: string, file: string): boolean =>
	/import .*\bjest\b.* from "@jest\/globals"/.test(readFileSync(join(root, file), "utf8"));
