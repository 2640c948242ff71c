import { pathToFileURL } from "node:url";
import { runTestsOf } from "./globals.ts";
import type { Order, Outcome } from "./order.ts";

/**
 * Runs test files in this process, one after the other, and tells a line of JSON about each. Ends with 1 at the first that
 * fails.
 */
const { tests }: Order = JSON.parse(process.env["MUTANT_ORDER"] ?? "{}");
const tell = (outcome: Outcome): void => console.log(JSON.stringify(outcome));

for (const file of tests) {
	const began = process.cpuUsage();
	let failed: string | undefined;
	let count = 0;
	try {
		count = await runTestsOf(() => import(pathToFileURL(file).href));
	} catch (error) {
		failed = messageOf(error);
	}
	// So a script tells that it found something.
	if (process.exitCode !== undefined && process.exitCode !== 0) failed ??= "it ends with an error";
	if (failed !== undefined) {
		tell({ file, failed });
		process.exit(1);
	}
	const { user, system } = process.cpuUsage(began);
	tell({ file, count, ms: Math.round((user + system) / 1000) });
}
// What a test left open must not keep the process.
process.exit(0);

function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause === undefined ? error.message : `${error.message}: ${messageOf(error.cause)}`;
}
