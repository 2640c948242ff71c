import { existsSync, globSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { debianMirror } from "../debian-mirror.ts";
import type { Containers } from "./containers.ts";
import { demand, keyOf } from "./made.ts";

/** What Home Assistant's base image has and the app uses; s6 and execline stand for s6-overlay, which Debian lacks. */
const PACKAGES = ["ca-certificates", "curl", "execline", "jq", "s6", "tzdata"];
const SUITE = "trixie";
const LEFT_OUT = [
	"var/cache/apt/archives/*",
	"var/lib/apt/lists/*",
	"usr/share/doc/*",
	"usr/share/man/*",
	"usr/share/locale/*",
	"dev/*",
];
const TRIES = 3;

/** Debian's names of the machines. */
export type Machine = "amd64" | "arm64";
export const THIS_MACHINE: Machine = process.arch === "arm64" ? "arm64" : "amd64";

/** Changes when the tree would. */
export const treeKey = (machine: Machine) => keyOf(SUITE, machine, ...PACKAGES, ...LEFT_OUT);

/**
 * A small Debian as an archive in the cache, from the machine's own mirror. Of another machine's the packages are only
 * unpacked, not configured: their scripts could not run here.
 */
export async function debianTree(
	{ folder }: Containers,
	machine: Machine,
	tell: (line: string) => void,
): Promise<string> {
	const archive = join(folder, `debian-${machine}-${treeKey(machine)}.tar`);
	if (existsSync(archive)) return archive;
	const mirror = await debianMirror();
	if (mirror === undefined) throw new Error("The base is made of Debian's packages, and this is not Debian.");
	const dir = await mkdtemp(join(folder, "debian-"));
	try {
		const tree = await fetched(dir, machine, mirror, tell);
		const without = LEFT_OUT.map((path) => `--exclude=./${path}`);
		await demand("tar", ["--numeric-owner", "-C", tree, ...without, "-cf", `${dir}/tar`, "."]);
		await rename(`${dir}/tar`, archive);
		return archive;
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

async function fetched(dir: string, machine: Machine, mirror: string, tell: (line: string) => void): Promise<string> {
	const foreign = machine === THIS_MACHINE ? [] : ["--foreign"];
	const what = ["--variant=minbase", `--arch=${machine}`, ...foreign, `--include=${PACKAGES.join(",")}`];
	for (let nth = 1; ; nth++) {
		tell(`fetching Debian ${SUITE} for ${machine}, try ${nth} of ${TRIES}`);
		const tree = join(dir, String(nth));
		try {
			await demand("debootstrap", [...what, SUITE, tree, mirror]);
			if (foreign.length > 0) await unpacked(tree);
			return tree;
		} catch (failed) {
			if (nth === TRIES) throw failed;
			await pause(nth * 10_000);
		}
	}
}

/** What debootstrap has fetched and would only configure on the machine itself. */
async function unpacked(tree: string): Promise<void> {
	const how = "--keep-directory-symlink --skip-old-files";
	for (const deb of globSync(join(tree, "var/cache/apt/archives/*.deb")))
		await demand("sh", ["-c", `dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" ${how}`, "sh", deb, tree]);
	// A link to this machine's own, which the first half of debootstrap leaves.
	await rm(join(tree, "proc"), { force: true });
}
