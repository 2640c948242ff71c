import { existsSync, globSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Takes out of a bundle's folder what `machine`, by default the one that runs this, will never load: the compiled parts
 * for other machines and for the other C library, and the notes that esbuild makes for us.
 */
export async function slim(folder: string, machine: string = process.arch): Promise<readonly string[]> {
	const compiled = globSync("node_modules/**/*.node", { cwd: folder });
	const wanted = compiled.filter((path) => forMachine(path, machine) && /musl/.test(path) === isMusl());
	const needed = new Set(wanted.map(dirname));
	const foreign = new Set(compiled.map(dirname).filter((place) => !needed.has(place)));
	const otherLibrary = compiled.filter((path) => needed.has(dirname(path)) && !wanted.includes(path));
	const notes = globSync("*.meta.json", { cwd: folder });
	const taken = [...foreign, ...otherLibrary, ...notes];
	await Promise.all(taken.map((path) => rm(join(folder, path), { recursive: true, force: true })));
	return taken;
}

/** Folders are named linux-x64, linux_x64 and musl_x64. */
const forMachine = (path: string, machine: string) => new RegExp(`[-_]${machine}$`).test(dirname(path));
const isMusl = () => existsSync("/etc/alpine-release");

if (import.meta.main) {
	const [folder] = process.argv.slice(2);
	if (folder === undefined) throw new Error("Give the folder of a bundle.");
	for (const path of await slim(folder)) console.log(`left out: ${path}`);
}
