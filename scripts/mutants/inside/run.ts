import { Worker } from "node:worker_threads";
import { runTestsOf } from "./globals.ts";
import { addressOf, changeTo } from "./hooks.ts";
import type { Order, Told } from "./order.ts";

/** Runs test files as its parent orders, and tells about each. An order ends with the first file that fails. */
const tell = (told: Told): void => void process.send?.(told);

/** ms of processor time of the process at which it is ended, or 0. */
const limit = new Float64Array(new SharedArrayBuffer(8));
const watch = `
	const { workerData: limit } = require("node:worker_threads");
	setInterval(() => {
		const { user, system } = process.cpuUsage();
		if (limit[0] > 0 && (user + system) / 1000 > limit[0]) process.kill(process.pid, "SIGXCPU");
	}, 200);
`;
new Worker(watch, { eval: true, workerData: limit, execArgv: [] }).unref();
const spent = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

process.on("message", async ({ tests, change, seconds }: Order) => {
	changeTo(change);
	limit[0] = spent() + seconds * 1000;
	// So a test that waits for what never comes ends the process.
	process.channel?.unref();
	for (const file of tests) if (!(await passes(file))) break;
	process.channel?.ref();
	limit[0] = 0;
	tell("done");
});
process.once("disconnect", () => process.exit(0));
process.once("beforeExit", () => process.exit(13));

async function passes(file: string): Promise<boolean> {
	const began = spent();
	let failed: string | undefined;
	let count = 0;
	try {
		count = await runTestsOf(() => import(addressOf(file)));
	} catch (error) {
		failed = messageOf(error);
	}
	// So a script tells that it found something.
	if (process.exitCode !== undefined && process.exitCode !== 0) failed ??= "it ends with an error";
	process.exitCode = undefined;
	tell(failed === undefined ? { file, count, ms: Math.round(spent() - began) } : { file, failed });
	return failed === undefined;
}

function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause === undefined ? error.message : `${error.message}: ${messageOf(error.cause)}`;
}
