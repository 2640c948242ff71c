import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./child.ts";
import { standInBase } from "./image/base.ts";
import { type Containers, containers } from "./image/containers.ts";
import { demand } from "./image/made.ts";
import { standInNode } from "./image/node.ts";
import { registry } from "./image/registry.ts";

/** An image of the app, and where it is. */
export interface Image {
	readonly name: string;
	readonly base: string;
	readonly at: Containers;
}

const ROOT = join(import.meta.dirname, "..");
const NAME = "localhost/solar-heating:dev";
const HOW = ["--layers", "--format=docker", "--pull-never", "--force-rm"];
/** How long layers without a name are kept for a build that may need them again. */
const KEPT = "168h";

/** Home Assistant's name for this machine's kind. */
export const ARCH = process.arch === "arm64" ? "aarch64" : "amd64";

/**
 * Builds the app's image by its Dockerfile, without a daemon, on a base and a Node that are made here. What does not
 * change is kept in the cache. Throws with the command that failed.
 */
export async function image(tell: (line: string) => void): Promise<Image> {
	const at = await containers(tell);
	const base = await standInBase(at, tell);
	const node = await standInNode(at, base, tell);
	tell("building the app's image");
	const folder = await mkdtemp(join(tmpdir(), "image-"));
	try {
		const given = { BUILD_FROM: base, NODE_FROM: node, BUILD_VERSION: version(), BUILD_ARCH: ARCH };
		const args = Object.entries(given).flatMap(([key, value]) => ["--build-arg", `${key}=${value}`]);
		const what = ["--file", await dockerfile(folder), "--tag", NAME, ...args, ...(await registry(folder))];
		await demand("buildah", ["bud", ...HOW, ...what, ROOT], { env: at.env });
		// What earlier builds left: no reason to fail, if somebody is using it.
		await run("podman", ["image", "prune", "--force", `--filter=until=${KEPT}`], { env: at.env });
	} finally {
		await rm(folder, { recursive: true });
	}
	return { name: NAME, base, at };
}

const version = (): string => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version;

/** Ours, without the one word that this buildah does not know yet and podman would not use. */
async function dockerfile(folder: string): Promise<string> {
	const text = readFileSync(join(ROOT, "Dockerfile"), "utf8");
	const file = join(folder, "Dockerfile");
	await writeFile(file, text.replace(/ --start-interval=\S+/, ""));
	return file;
}

if (import.meta.main) {
	const began = performance.now();
	try {
		const { name } = await image(console.log);
		console.log(`${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
