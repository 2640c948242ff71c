import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of a checkout, in which nothing changes while somebody works on the original. */
export interface Tree {
	readonly root: string;
	remove(): void;
}

const IN_WAY = ["docs/images/", "docs/art/"];

/** Everything that git knows, as it is now; packages are linked. */
export function copyOf(checkout: string): Tree {
	const root = mkdtempSync(join(tmpdir(), "solar-heating-mutants-"));
	const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
		cwd: checkout,
		encoding: "utf8",
		maxBuffer: 2 ** 26,
	});
	if (listed.status !== 0) throw new Error(`git ls-files failed: ${listed.stderr}`);
	for (const file of listed.stdout.split("\0"))
		if (file !== "" && !IN_WAY.some((folder) => file.startsWith(folder)))
			cpSync(join(checkout, file), join(root, file), { force: true, recursive: true });
	symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"));
	return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
