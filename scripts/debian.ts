import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "./child.ts";

const TRIES = 3;
const SBIN = ["/usr/sbin", "/usr/local/sbin", "/sbin"];

/** A program that a test needs, as a file name or path, and its Debian package. */
export type Wanted = Readonly<Record<string, string>>;

/** Installs missing programs, as root on Debian. Undefined if all are there, otherwise what a person must type. */
export async function debianPackages(wanted: Wanted, tell: (line: string) => void): Promise<string | undefined> {
	const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
	for (let nth = 1; mayInstall && nth <= TRIES && missing(wanted).length > 0; nth++) {
		tell(`installing ${missing(wanted).join(", ")}, try ${nth} of ${TRIES}`);
		const output = await install(missing(wanted));
		if (missing(wanted).length === 0) break;
		tell(output.trimEnd().split("\n").slice(-5).join("\n"));
		if (nth < TRIES) await pause(nth * 10_000);
	}
	const lacking = missing(wanted);
	return lacking.length === 0
		? undefined
		: `Missing: ${lacking.join(", ")}. On Debian:\n  sudo apt-get update && sudo ${["apt-get", ...INSTALL, ...lacking].join(" ")}`;
}

const INSTALL = ["install", "-y", "--no-install-recommends"];
/** Another installation may be running. */
const PATIENT = ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];

async function install(packages: readonly string[]): Promise<string> {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const updated = await run("apt-get", [...PATIENT, "update"], { env });
	const installed = await run("apt-get", [...PATIENT, ...INSTALL, ...packages], { env });
	return updated.output + installed.output;
}

const missing = (wanted: Wanted): readonly string[] => [
	...new Set(Object.entries(wanted).flatMap(([program, name]) => (found(program) === undefined ? [name] : []))),
];

/** The path of a program, from PATH and from folders that an ordinary user's PATH lacks. */
export function found(program: string): string | undefined {
	if (program.startsWith("/")) return existsSync(program) ? program : undefined;
	const folders = [...(process.env["PATH"] ?? "").split(delimiter).filter((f) => f !== ""), ...SBIN];
	return folders.map((folder) => join(folder, program)).find(executable);
}

function executable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
