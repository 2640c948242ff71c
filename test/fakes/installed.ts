import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";

const MODULES = join(import.meta.dirname, "../../node_modules");
const OWN = "ha-mqtt-discovery";

/** Lays out `node_modules` in `root` as npm does: packages from this checkout, but its own package from `root` itself. */
export async function installed(root: string): Promise<void> {
	const modules = join(root, "node_modules");
	await mkdir(modules);
	const foreign = (await readdir(MODULES)).filter((name) => name !== OWN);
	await Promise.all(foreign.map((name) => symlink(join(MODULES, name), join(modules, name))));
	await symlink(join("../packages", OWN), join(modules, OWN));
}
