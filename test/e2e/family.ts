import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Whether this process is the controller: Node that runs, and no command beside it. */
export function controls(pid: number): boolean {
	const [program, ...args] = commandOf(pid);
	return program.endsWith("node") && args.includes("run");
}

/** The processes that came of `pid`, by this machine's numbers, itself first. */
export const familyOf = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(familyOf)];

export function childrenOf(pid: number): readonly number[] {
	try {
		return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
		);
	} catch {
		// It has ended meanwhile.
		return [];
	}
}

function commandOf(pid: number): readonly [string, ...string[]] {
	try {
		const [, ...args] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
		return [readlinkSync(`/proc/${pid}/exe`), ...args];
	} catch {
		return [""];
	}
}
