import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coverageIn, type Stretches } from "./covered.ts";
import { each } from "./each.ts";
import { inProcess } from "./process.ts";

/** A test file without a mutant: its processor time, and what it runs of the mutated sources. */
export interface Tested {
	readonly file: string;
	readonly ms: number;
	readonly ran: Readonly<Record<string, Stretches>>;
}

/** s of processor time that a test file may take. */
const LONGEST = 300;
export interface Setting {
	readonly root: string;
	/** Compiled sources, and what was learned of tests. */
	readonly cache: string;
	readonly jobs: number;
	/** s of processor time for a start; a test file may take three times what it takes without a mutant. */
	readonly start: number;
	readonly env: NodeJS.ProcessEnv;
}

/** Every test file runs once, and has to pass. What is known of one counts until a source, a fake or itself changes. */
export async function baseline(
	{ root, cache, jobs, env }: Setting,
	tests: readonly string[],
	sources: readonly string[],
	tell: (line: string) => void,
): Promise<readonly Tested[]> {
	const ground = groundOf(root, tests);
	mkdirSync(cache, { recursive: true });
	const tested: Tested[] = [];
	await each(tests, jobs, async (file) => {
		const mark = createHash("sha256")
			.update(ground)
			.update(file)
			.update(readFileSync(join(root, file)));
		const known = join(cache, `${mark.digest("hex").slice(0, 24)}.json`);
		if (!existsSync(known)) {
			const folder = mkdtempSync(join(tmpdir(), "solar-heating-coverage-"));
			const order = { tests: [join(root, file)], cache: join(cache, "compiled") };
			const ended = await inProcess(root, order, LONGEST, { ...env, NODE_V8_COVERAGE: folder });
			const [outcome] = ended.outcomes;
			if (ended.failed !== undefined || outcome === undefined || !("count" in outcome))
				throw new Error(`${file} fails without a mutant: ${ended.failed}`);
			tell(`${file}: ${outcome.count} tests, ${(outcome.ms / 1000).toFixed(1)} s`);
			const one: Tested = { file, ms: outcome.ms, ran: coverageIn(folder, root, sources) };
			rmSync(folder, { recursive: true });
			writeFileSync(known, JSON.stringify(one));
		}
		tested.push(JSON.parse(readFileSync(known, "utf8")));
	});
	return tested;
}

/** A digest of all that tests may run, except themselves. */
function groundOf(root: string, tests: readonly string[]): string {
	const digest = createHash("sha256");
	const own = new Set(tests);
	for (const file of globSync(["{src,test,scripts}/**/*.ts", "config.yaml", "package-lock.json"], { cwd: root }).sort())
		if (!own.has(file) && !file.endsWith(".test.ts")) digest.update(file).update(readFileSync(join(root, file)));
	return digest.digest("hex");
}
