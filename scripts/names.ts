import { glob } from "node:fs/promises";
import { basename, join } from "node:path";

const LEFT_OUT = new Set(["node_modules", ".git", "dist", ".cache"]);
const MANIFEST = "config.yaml";

/**
 * Files that the Supervisor would take for the manifest of another app: it scans the whole repository for these names. Only
 * the manifest at the root is right.
 */
export async function misleading(root: string): Promise<readonly string[]> {
	const found: string[] = [];
	const names = "{config,build}{,.*}.{yaml,yml,json}";
	// Folders that start with a dot must be named explicitly.
	for await (const path of glob([`**/${names}`, `**/.*/**/${names}`], {
		cwd: root,
		exclude: (entry) => LEFT_OUT.has(basename(entry)),
	}))
		if (path !== MANIFEST) found.push(path);
	return found.sort();
}

if (import.meta.main) {
	const found = await misleading(join(import.meta.dirname, ".."));
	for (const path of found)
		console.log(`${path}: the Supervisor takes a file of this name for an app's manifest; rename it.`);
	process.exitCode = found.length === 0 ? 0 : 1;
}
