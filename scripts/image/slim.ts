import { existsSync, globSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Takes out of a bundle's folder what `machine`, by default the one that runs this, will never load: the compiled parts
 * for other machines and for the other C library, and the notes that esbuild makes for us.
 */
export async function slim(folder: string, machine: string = process.arch): Promise<readonly string[]> {
	const own = `/linux-${machine}`;
	const foreign = globSync("node_modules/**/prebuilds/*", { cwd: folder }).filter((path) => !path.endsWith(own));
	const otherLibrary = globSync("node_modules/**/prebuilds/*/*.node", { cwd: folder }).filter((path) =>
		path.includes(isMusl() ? ".glibc." : ".musl."),
	);
	const notes = globSync("*.meta.json", { cwd: folder });
	const taken = [...foreign, ...otherLibrary, ...notes];
	await Promise.all(taken.map((path) => rm(join(folder, path), { recursive: true, force: true })));
	return taken;
}

const isMusl = () => existsSync("/etc/alpine-release");

if (import.meta.main) {
	const [folder] = process.argv.slice(2);
	if (folder === undefined) throw new Error("Give the folder of a bundle.");
	for (const path of await slim(folder)) console.log(`left out: ${path}`);
}
