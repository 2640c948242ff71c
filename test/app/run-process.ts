import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ownEnv } from "../fakes/own-env.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

export interface Running {
	readonly child: ChildProcess;
	readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
	said(): string;
}

const alive: ChildProcess[] = [];
/** For `afterEach`: no process outlives its test, also where that fails. */
export const killed = () => {
	for (const child of alive.splice(0)) child.kill("SIGKILL");
};

/** `solar-heating run` as a process of its own. */
export function started(args: readonly string[], cwd: string, node: readonly string[] = []): Running {
	const child = spawn(process.execPath, [...node, MAIN, "run", ...args], {
		cwd,
		env: ownEnv(cwd),
		stdio: ["ignore", "pipe", "pipe"],
	});
	alive.push(child);
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
		});
	// All that it said has been read by then.
	const ended = new Promise<Awaited<Running["ended"]>>((resolve) =>
		child.once("close", (code, signal) => resolve({ code, signal })),
	);
	return { child, ended, said: () => said };
}
