import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { standInFiles } from "./image/base.ts";

const ROOT = join(import.meta.dirname, "..");
/** Folders over which the machine's own are mounted. */
const MOUNTED = ["usr", "dev", "sys", "proc", "run", "tmp", "etc"];

/** Puts the image's own parts into `tree`: the bundle, `addon/rootfs`, and the replacement for s6-overlay. */
export async function addonRoot(tree: string): Promise<void> {
	for (const folder of MOUNTED) await mkdir(join(tree, folder), { recursive: true });
	for (const folder of ["bin", "sbin", "lib", "lib64"]) await symlink(`usr/${folder}`, join(tree, folder));
	await standInFiles(tree);
	await bundle("src/main.ts", join(tree, "opt/solar-heating"));
	const rootfs = join(ROOT, "addon/rootfs");
	await cp(join(rootfs, "etc"), join(tree, "etc"), { recursive: true });
	// Mounted over /usr/local/bin, because /usr is the machine's.
	const programs = join(tree, "usr-local-bin");
	await cp(join(rootfs, "usr/local/bin"), programs, { recursive: true });
	await writeFile(join(programs, "node"), "");
	for (const file of ["hosts", "nsswitch.conf", "passwd", "group", "localtime"])
		await cp(join("/etc", file), join(tree, "etc", file), { dereference: true }).catch(() => undefined);
}
