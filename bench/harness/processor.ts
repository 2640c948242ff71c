import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of the kernel's times in a second. */
const TICKS = 100;

/** Seconds that a process and those that it started have had of a processor. */
export function spent(pid: number): number {
	const own = times(pid);
	if (own === undefined) return Number.NaN;
	const children = processes().filter((one) => times(one)?.parent === pid);
	return own.seconds + children.reduce((sum, one) => sum + spent(one), 0);
}

/** The first process in whose command line this stands that is a Node. */
export const nodeWith = (argument: string): number | undefined =>
	processes().find((pid) => {
		const [program = "", ...args] = lineOf(pid);
		return /node$/.test(program) && args.includes(argument);
	});

const processes = () => readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

function lineOf(pid: number): readonly string[] {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
	} catch {
		return [];
	}
}

function times(pid: number) {
	try {
		// Its name, in brackets, may have blanks.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
		const [parent = Number.NaN, ...ticks] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
		return { parent, seconds: ticks.reduce((sum, one) => sum + one, 0) / TICKS };
	} catch {
		return undefined;
	}
}
