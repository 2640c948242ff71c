import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Order, Outcome } from "./inside/order.ts";

const INSIDE = join(import.meta.dirname, "inside");

/** What became of the test files of an order. The last one failed if `failed` is set. */
export interface Ended {
	readonly outcomes: readonly Outcome[];
	/** How the first test failed, or that the process ended otherwise; absent if all passed. */
	readonly failed?: string;
}

/**
 * Runs test files in a process of its own.
 * @param seconds of processor time that it may take. Time on the wall says nothing on a busy machine.
 */
export function inProcess(root: string, order: Order, seconds: number, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
	const node = [
		...[process.execPath, "--disable-warning=ExperimentalWarning"],
		...["--import", join(INSIDE, "hooks.ts"), join(INSIDE, "run.ts"), "--check"],
	];
	const limited = ["-c", `ulimit -t ${Math.ceil(seconds)}; exec "$@"`, "sh", ...node];
	const child = spawn("/bin/sh", limited, {
		cwd: root,
		env: { ...process.env, LC_ALL: "C.UTF-8", MUTANT_ORDER: JSON.stringify(order), ...env },
		stdio: ["ignore", "pipe", "ignore"],
	});
	let out = "";
	child.stdout.setEncoding("utf8").on("data", (more: string) => {
		out += more;
	});
	return new Promise((resolve) => {
		child.on("close", (code, signal) => {
			const outcomes = out.split("\n").flatMap(outcomeIn);
			const last = outcomes.at(-1);
			if (code === 0) resolve({ outcomes });
			else if (last !== undefined && "failed" in last) resolve({ outcomes, failed: last.failed });
			else resolve({ outcomes, failed: signal === null ? `ended with ${code}` : "took too long" });
		});
	});
}

/** Tests may print as well. */
function outcomeIn(line: string): readonly Outcome[] {
	if (!line.startsWith('{"file":')) return [];
	return [JSON.parse(line) as Outcome];
}
