import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coverageIn, type Stretches } from "./covered.ts";
import { each } from "./each.ts";
import type { Graph } from "./graph.ts";
import { Runner } from "./process.ts";

/** A test file without a mutant: its processor time, and what it runs of the mutated sources. */
export interface Tested {
	readonly file: string;
	/** A digest of the file and all that it may run. */
	readonly mark: string;
	readonly closure: ReadonlySet<string>;
	readonly ms: number;
	readonly ran: Readonly<Record<string, Stretches>>;
}

/** s of processor time that a test file may take. */
export const LONGEST = 300;
export interface Setting {
	readonly root: string;
	/** Compiled sources, and what was learned of tests. */
	readonly cache: string;
	readonly jobs: number;
	/** s of processor time for a start; a test file may take three times what it takes without a mutant. */
	readonly start: number;
	readonly env: NodeJS.ProcessEnv;
}
export const envOf = ({ env, cache }: Setting): NodeJS.ProcessEnv => ({
	...env,
	MUTANT_CACHE: join(cache, "compiled"),
});

/** Every test file runs once, and has to pass. What is known of one counts until something changes that it may run. */
export async function baseline(
	setting: Setting,
	graph: Graph,
	tests: readonly string[],
	sources: readonly string[],
	tell: (line: string) => void,
): Promise<readonly Tested[]> {
	const { root, cache, jobs } = setting;
	const markOf = marks(root, setting.env);
	mkdirSync(cache, { recursive: true });
	const tested: Tested[] = [];
	await each(tests, jobs, async (file) => {
		const closure = graph.closure(file);
		const mark = markOf(file, closure);
		const known = join(cache, `${mark}.json`);
		if (!existsSync(known)) {
			const folder = mkdtempSync(join(tmpdir(), "solar-heating-coverage-"));
			const runner = new Runner(root, { ...envOf(setting), NODE_V8_COVERAGE: folder });
			const { passed, failed } = await runner.run({ tests: [join(root, file)], seconds: LONGEST });
			await runner.end();
			const [outcome] = passed;
			if (failed !== undefined || outcome === undefined) throw new Error(`${file} fails without a mutant: ${failed}`);
			tell(`${file}: ${outcome.count} tests, ${(outcome.ms / 1000).toFixed(1)} s`);
			const ran = coverageIn(folder, root, sources);
			rmSync(folder, { recursive: true });
			writeFileSync(known, JSON.stringify({ ms: outcome.ms, ran }));
		}
		tested.push({ file, mark, closure, ...JSON.parse(readFileSync(known, "utf8")) });
	});
	return tested;
}

/** Files that tests read instead of importing them. */
const DATA = ["config.yaml", "package-lock.json", "test/fixtures/**/*.{json,yaml,txt,csv}", "translations/*"];

function marks(root: string, env: NodeJS.ProcessEnv): (file: string, closure: ReadonlySet<string>) => string {
	const digests = new Map<string, string>();
	const digestOf = (file: string): string => {
		const known = digests.get(file) ?? hash(readFileSync(join(root, file), "utf8"));
		digests.set(file, known);
		return known;
	};
	const data = globSync(DATA, { cwd: root }).sort().map(digestOf).join() + JSON.stringify(env);
	return (file, closure) => hash([file, data, ...[...closure].sort().map(digestOf)].join());
}
const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 24);
