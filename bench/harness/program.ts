import { type ChildProcess, spawn } from "node:child_process";

/** A program under the watch. */
export interface Program {
	/** Just before it was started, ms on the clock of `performance.now`. */
	readonly began: number;
	readonly pid: number;
	output(): string;
	/** Whether it is still there. */
	runs(): boolean;
	/** Sends the signal and waits for the end; after `within` ms it is killed, and the code is undefined. */
	end(signal: NodeJS.Signals, within?: number): Promise<Ending>;
}
export interface Ending {
	readonly code: number | undefined;
	/** When it had ended. */
	readonly at: number;
}

/** Starts a script with the Node that runs this one, and with nothing of this environment but the path. */
export function start(script: string, args: readonly string[], env: Readonly<Record<string, string>>): Program {
	const began = performance.now();
	const child = spawn(process.execPath, [script, ...args], {
		env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-20_000);
		});
	const ended = new Promise<Ending>((resolve) => {
		child.on("error", () => resolve({ code: undefined, at: performance.now() }));
		child.on("exit", (code) => resolve({ code: code ?? undefined, at: performance.now() }));
	});
	return {
		began,
		pid: child.pid ?? 0,
		output: () => output.split("\n").map(shortened).join("\n"),
		runs: () => child.exitCode === null && child.signalCode === null,
		end: (signal, within = 5000) => stop(child, ended, signal, within),
	};
}

/** A crash prints the line where it happened, which is half of a bundle. */
const shortened = (line: string) => (line.length > 300 ? `${line.slice(0, 300)}…` : line);

async function stop(child: ChildProcess, ended: Promise<Ending>, signal: NodeJS.Signals, within: number) {
	const timer = setTimeout(() => child.kill("SIGKILL"), within);
	child.kill(signal);
	const ending = await ended;
	clearTimeout(timer);
	return ending;
}
