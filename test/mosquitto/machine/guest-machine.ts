import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a command is told, from within the machine of a test. */
export const guest = {
	argv: [],
	env: process.env,
	cwd: "/",
	out: process.stdout,
	err: process.stderr,
	terminal: false,
	onStop: () => undefined,
};

/** Every file of a folder: name, owner, rights and content, in short. */
export function digest(folder: string): string {
	const all = createHash("sha256");
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
		const { uid, gid, mode } = statSync(path);
		all.update(`${path} ${uid} ${gid} ${mode}\n`).update(readFileSync(path));
	}
	return all.digest("hex").slice(0, 16);
}
