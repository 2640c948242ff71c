import { type StdioOptions, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

/** What a suite came to. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
}

const ROOT = join(import.meta.dirname, "..");
/** ms that Jest may take to end after its results are written. */
const PATIENCE = 10_000;
const Results = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	/** Files that could not be run at all, and so have no tests to count. */
	numRuntimeErrorTestSuites: z.number(),
});

/**
 * Runs Jest with these arguments; a run without any test counts as a failure.
 * @param under a command that runs the command it is given, where Jest needs surroundings of its own
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
	// Jest can fail beside its tests too, for example by a threshold or a broken tear-down.
	return { passed: numPassedTests, failed: failed === 0 && (ended !== 0 || nothingRan) ? 1 : failed };
}

/** Jest's exit code; `never` where it had written its results and then stayed, and so was killed. */
function watched(
	[program = process.execPath, ...args]: readonly string[],
	env: NodeJS.ProcessEnv,
	results: string,
): Promise<number | "never"> {
	// With --json Jest prints its results on stdout: they are in the file already.
	const stdio: StdioOptions = ["ignore", "ignore", "inherit"];
	// Commands speak the language of the terminal, and the tests read English.
	const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, LC_ALL: "C.UTF-8", ...env }, stdio });
	return new Promise((resolve) => {
		let written: number | undefined;
		const watch = setInterval(() => {
			if (!existsSync(results)) return;
			written ??= performance.now();
			if (performance.now() - written < PATIENCE) return;
			resolve("never");
			child.kill("SIGKILL");
		}, 500);
		// While Jest lives this process does too; the watch alone must not keep it.
		watch.unref();
		child.on("error", () => resolve(1));
		child.on("exit", (code) => resolve(code ?? 1));
	});
}

/** The last line that a suite prints, and its exit code: all that it did, with what went before Jest. */
export function conclude(tests: Tally, before: readonly boolean[]): void {
	const passed = before.filter((ok) => ok).length + tests.passed;
	const failed = before.filter((ok) => !ok).length + tests.failed;
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}
