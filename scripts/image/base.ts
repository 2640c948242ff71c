import { readFileSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Containers } from "./containers.ts";
import { debianTree, THIS_MACHINE, treeKey } from "./debian-tree.ts";
import { imageIs, keyOf, layered } from "./made.ts";

const STAND_IN = join(import.meta.dirname, "stand-in");
const FILES = { init: "init", "with-contenv": "command/with-contenv" };
/** s6-overlay has its programs in /command, and scripts may name the place. */
const PROGRAMS = ["execlineb", "s6-svc", "s6-svscanctl", "s6-svwait", "s6-svstat", "s6-setuidgid"];
/** As s6-overlay sets it. */
export const PATH = "/command:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** The stand-in for Home Assistant's base image, made once and kept; gives its name. */
export async function standInBase(at: Containers, tell: (line: string) => void): Promise<string> {
	const files = Object.keys(FILES).map((file) => readFileSync(join(STAND_IN, file), "utf8"));
	const name = `localhost/solar-heating-base:${keyOf(treeKey(THIS_MACHINE), PATH, ...PROGRAMS, ...files)}`;
	if (await imageIs(at, name)) return name;
	const debian = await debianTree(at, THIS_MACHINE, tell);
	tell("making the base image");
	const overlay = await mkdtemp(join(at.folder, "overlay-"));
	try {
		await standInFiles(overlay);
		const settings = ["--env", `PATH=${PATH}`, "--env", "LANG=C.UTF-8", "--workingdir", "/"];
		const parts = [
			[debian, "/"],
			[overlay, "/"],
		] as const;
		await layered(at, name, "scratch", parts, [...settings, "--entrypoint", '["/init"]']);
	} finally {
		await rm(overlay, { recursive: true });
	}
	return name;
}

/** Puts into a tree what stands for s6-overlay. */
export async function standInFiles(tree: string): Promise<void> {
	await mkdir(join(tree, "command"), { recursive: true });
	for (const [file, target] of Object.entries(FILES)) {
		await copyFile(join(STAND_IN, file), join(tree, target));
		await chmod(join(tree, target), 0o755);
	}
	for (const program of PROGRAMS) await symlink(`/usr/bin/${program}`, join(tree, "command", program));
	await mkdir(join(tree, "data"), { recursive: true });
}
