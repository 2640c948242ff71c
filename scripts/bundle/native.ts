import { existsSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { BUNDLE, CALLS, ROOT, SERIAL } from "./options.ts";
import { linuxOnly, silent } from "./plugins.ts";

/** The machines that Home Assistant runs on. */
const MACHINES = ["x64", "arm64"];

/**
 * The serial port's package with its dependencies in one file, in the folder where it looks for its compiled part: one for
 * each machine, with a build for glibc and one for musl. Gives the file.
 */
export async function serialBinding(outdir: string): Promise<string> {
	const from = join(ROOT, "node_modules", SERIAL);
	const to = join(outdir, "node_modules", SERIAL);
	await alone(join(from, "dist/index.js"), join(to, "dist/index.js"));
	await described(from, to, "dist/index.js");
	for (const machine of MACHINES)
		await cp(join(from, `prebuilds/linux-${machine}`), join(to, `prebuilds/linux-${machine}`), { recursive: true });
	return join("node_modules", SERIAL, "dist/index.js");
}

/** The package that calls C, with the compiled parts that npm installed: those for this machine. Gives the file. */
export async function callsOfC(outdir: string): Promise<string> {
	const from = join(ROOT, "node_modules", CALLS);
	const to = join(outdir, "node_modules", CALLS);
	// It looks for its compiled part beside itself.
	const file = "src/koffi/indirect.cjs";
	await alone(join(from, file), join(to, file));
	await described(from, to, file);
	await cp(join(from, "LICENSE.txt"), join(to, "LICENSE.txt"));
	const installed = join(ROOT, "node_modules");
	for (const machine of MACHINES)
		if (existsSync(compiled(installed, machine))) await addCalls(installed, outdir, machine);
	return join("node_modules", CALLS, file);
}

/** Adds the compiled parts for `machine`, from a folder where npm installed for it: for glibc and for musl. */
export async function addCalls(installed: string, outdir: string, machine: string): Promise<void> {
	for (const library of ["linux", "musl"]) {
		const part = `${library}_${machine}`;
		const to = join(outdir, "node_modules", CALLS, "build/koffi", part);
		await cp(join(compiled(installed, machine), part), to, { recursive: true });
	}
}

const compiled = (installed: string, machine: string) => join(installed, `@koromix/koffi-linux-${machine}`);

async function alone(entry: string, outfile: string): Promise<void> {
	const { banner, define, ...common } = BUNDLE;
	await build({ ...common, absWorkingDir: ROOT, entryPoints: [entry], outfile, plugins: [silent, linuxOnly] });
}

async function described(from: string, to: string, main: string): Promise<void> {
	const { name, version, license } = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
	await writeFile(join(to, "package.json"), JSON.stringify({ name, version, license, main }));
}
