import { type SpawnOptions, spawn } from "node:child_process";

export interface Ended {
	/** 1 if the program could not be started or was killed by a signal. */
	readonly code: number;
	readonly stdout: string;
	/** stdout and stderr, in the order in which they came. */
	readonly output: string;
}

/** Runs a program to its end, without a terminal and without colours. Never throws: a missing program counts as failed. */
export const run = (program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> =>
	new Promise((resolve) => {
		const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...options.env };
		const child = spawn(program, args, { ...options, env, stdio: ["ignore", "pipe", "pipe"] });
		let stdout = "";
		let output = "";
		child.stdout?.setEncoding("utf8").on("data", (text: string) => {
			stdout += text;
			output += text;
		});
		child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
		child.on("error", (error) => resolve({ code: 1, stdout, output: `${output}${error.message}\n` }));
		child.on("close", (code) => resolve({ code: code ?? 1, stdout, output }));
	});

/** Runs a program to its end. Undefined if it succeeded, otherwise the command with its last output. */
export async function failing(
	program: string,
	args: readonly string[],
	options: SpawnOptions = {},
): Promise<string | undefined> {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", ...options.env };
	const { code, output } = await run(program, args, { ...options, env });
	if (code === 0) return undefined;
	const words = output.trimEnd().split("\n").slice(-5).join("\n");
	return `${written([program, ...args])}\n${words}`;
}

/** A command as a person would type it. */
export const written = (command: readonly string[]) =>
	command.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg}'`)).join(" ");

/** A development tool of this checkout, run with the present Node. */
export const tool = (name: string) => new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
