import { chmod, copyFile, cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { found } from "../debian.ts";
import type { Containers } from "./containers.ts";
import { imageIs, keyOf, layered } from "./made.ts";

/** The official Node, as npm brings it, is what runs this very script. */
const NODE = process.execPath;

/** The stand-in for Node's image: this Node and the machine's npm on the base; gives its name. */
export async function standInNode(at: Containers, base: string, tell: (line: string) => void): Promise<string> {
	const npm = await npmFolder();
	const name = `localhost/solar-heating-node:${keyOf(base, process.version, NODE, npm)}`;
	if (await imageIs(at, name)) return name;
	tell("making Node's image");
	const tree = await mkdtemp(join(at.folder, "node-"));
	try {
		const bin = join(tree, "bin");
		const modules = join(tree, "lib/node_modules");
		await mkdir(bin);
		await copyFile(NODE, join(bin, "node"));
		await chmod(join(bin, "node"), 0o755);
		await cp(npm, join(modules, "npm"), { recursive: true });
		await symlink("../lib/node_modules/npm/bin/npm-cli.js", join(bin, "npm"));
		await layered(at, name, base, [[tree, "/usr/local"]], ["--entrypoint", "[]"]);
	} finally {
		await rm(tree, { recursive: true });
	}
	return name;
}

async function npmFolder(): Promise<string> {
	const program = found("npm");
	if (program === undefined) throw new Error("npm is not in PATH: start this with `npm run test:image`.");
	return dirname(dirname(await realpath(program)));
}
