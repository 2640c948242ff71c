import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Runs a program in this folder with the Python that has what others wrote, and gives the JSON that it prints. */
export function oracle<T>(program: string, ...args: readonly string[]): T {
	const python = process.env["PHYSICS_PYTHON"];
	if (python === undefined)
		throw new Error("Run this suite by `npm run test:physics`, which installs what it compares with.");
	const options = { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 } as const;
	return JSON.parse(execFileSync(python, [join(import.meta.dirname, program), ...args], options));
}
