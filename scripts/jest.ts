import { type StdioOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

/** Result of a suite. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
}

const ROOT = join(import.meta.dirname, "..");
/** Jest would use one core of two. Most tests wait for a process now and then, so two at a time are faster. */
export const WORKERS = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;

/** The app's processes in the tests start from their sources. Node keeps here what it has compiled: half of a start. */
const COMPILED = join(ROOT, ".cache/compiled");
/** ms that Jest may take to end after writing its results. */
const PATIENCE = 10_000;
const Results = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	/** Files that could not be run at all. */
	numRuntimeErrorTestSuites: z.number(),
});

/**
 * Runs Jest with these arguments. A run without tests counts as failed.
 * @param under a command that runs the given command, if Jest needs special surroundings
 */
export async function jest(
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	under: readonly string[] = [],
): Promise<Tally> {
	const folder = await mkdtemp(join(tmpdir(), "solar-heating-test-"));
	const results = join(folder, "results.json");
	const ours = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js"];
	const ended = await watched(
		[...under, process.execPath, ...ours, "--json", `--outputFile=${results}`, ...args],
		env,
		results,
	);
	const text = await readFile(results, "utf8").catch(() => undefined);
	await rm(folder, { recursive: true });
	if (text === undefined) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = Results.parse(
		JSON.parse(text),
	);
	if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
	if (ended === "never") console.log("Jest did not end: a test leaves something open.");
	const failed = numFailedTests + numRuntimeErrorTestSuites + (ended === "never" ? 1 : 0);
	const nothingRan = numPassedTests + failed === 0;
	if (nothingRan) console.log("No test ran.");
	// Jest can also fail outside tests, for example by a threshold or in a tear-down.
	return { passed: numPassedTests, failed: failed === 0 && (ended !== 0 || nothingRan) ? 1 : failed };
}

/** Jest's exit code; `never` if it had to be killed after writing its results. */
function watched(
	[program = process.execPath, ...args]: readonly string[],
	env: NodeJS.ProcessEnv,
	results: string,
): Promise<number | "never"> {
	// With --json Jest prints its results on stdout. They are already in the file.
	const stdio: StdioOptions = ["ignore", "ignore", "inherit"];
	// Commands use the language of the terminal, and the tests expect English.
	const child = spawn(program, args, {
		cwd: ROOT,
		env: { ...process.env, LC_ALL: "C.UTF-8", NODE_COMPILE_CACHE: COMPILED, ...env },
		stdio,
	});
	return new Promise((resolve) => {
		let written: number | undefined;
		const watch = setInterval(() => {
			if (!existsSync(results)) return;
			written ??= performance.now();
			if (performance.now() - written < PATIENCE) return;
			resolve("never");
			child.kill("SIGKILL");
		}, 500);
		// The file watch must not keep this process alive after Jest.
		watch.unref();
		child.on("error", () => resolve(1));
		child.on("exit", (code) => resolve(code ?? 1));
	});
}

/** The final line of a suite and its exit code, including steps before Jest. */
export function conclude(tests: Tally, before: readonly boolean[]): void {
	const passed = before.filter((ok) => ok).length + tests.passed;
	const failed = before.filter((ok) => !ok).length + tests.failed;
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}
