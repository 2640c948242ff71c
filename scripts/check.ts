import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, tool } from "./child.ts";

/** One check that CI runs before the tests. */
export interface Step {
	readonly name: string;
	readonly program: string;
	readonly args: readonly string[];
}
export interface StepDone {
	readonly name: string;
	readonly ok: boolean;
	readonly seconds: number;
	readonly output: string;
}

const ROOT = join(import.meta.dirname, "..");
const node = (name: string, script: string, ...args: readonly string[]): Step => ({
	name,
	program: process.execPath,
	args: [script, ...args],
});
const biome = (name: string, ...args: readonly string[]): Step => ({
	name,
	program: tool("biome"),
	args: ["ci", "--colors=off", "--max-diagnostics=50", ...args],
});

const STEPS: readonly Step[] = [
	{
		name: "types",
		program: tool("tsc"),
		args: ["--pretty", "false", "--incremental", "--tsBuildInfoFile", ".cache/types.json"],
	},
	node("walls", "scripts/walls.ts"),
	biome("format", "--linter-enabled=false", "--assist-enabled=false"),
	biome("lint", "--formatter-enabled=false", "--error-on-warnings"),
	node("names", "scripts/names.ts"),
	node("sleeps", "scripts/sleeps.ts"),
	...(existsSync(join(ROOT, "scripts/generate.ts")) ? [node("generated", "scripts/generate.ts", "--check")] : []),
];

/** Runs all steps in parallel, reports each as it ends, and prints the whole output of those that fail. */
export async function check(tell: (line: string) => void): Promise<readonly StepDone[]> {
	return Promise.all(
		STEPS.map(async ({ name, program, args }) => {
			const began = performance.now();
			const { code, output } = await run(program, args, { cwd: ROOT });
			const done = { name, ok: code === 0, seconds: (performance.now() - began) / 1000, output };
			tell(`${done.ok ? "ok  " : "FAIL"} ${name.padEnd(10)} ${done.seconds.toFixed(1).padStart(5)} s`);
			if (!done.ok) tell(output.trimEnd());
			return done;
		}),
	);
}

if (import.meta.main) {
	const done = await check(console.log);
	const failed = done.filter((step) => !step.ok).map((step) => step.name);
	console.log(failed.length === 0 ? "check: all fine" : `check: ${failed.join(", ")} failed`);
	process.exitCode = failed.length === 0 ? 0 : 1;
}
