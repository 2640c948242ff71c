import { existsSync, globSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Containers } from "./containers.ts";
import { demand } from "./made.ts";

/** Of Debian's kernels the one for virtual machines; as Home Assistant OS's, it has AppArmor. */
const PACKAGE = "linux-image-cloud-amd64";
/** apt gives up root while it fetches, and could not write into a folder of root's. */
const AS_ROOT = ["-o", "APT::Sandbox::User=root"];
const TRIES = 3;

/** Debian's kernel as a file in the cache, fetched once and not installed; throws with the command that failed. */
export async function debianKernel({ folder }: Containers, tell: (line: string) => void): Promise<string> {
	const kernel = join(folder, "vmlinuz");
	if (existsSync(kernel)) return kernel;
	await mkdir(folder, { recursive: true });
	for (let nth = 1; ; nth++) {
		const dir = await mkdtemp(join(folder, "kernel-"));
		try {
			tell(`fetching Debian's kernel, try ${nth} of ${TRIES}`);
			await demand("apt-get", ["update"]);
			const depends = await demand("apt-cache", ["depends", PACKAGE]);
			const version = /Depends: (linux-image-\S+)/.exec(depends)?.[1] ?? PACKAGE;
			await demand("apt-get", [...AS_ROOT, "download", version], { cwd: dir });
			const [archive = ""] = globSync(join(dir, "*.deb"));
			await demand("dpkg-deb", ["-x", archive, dir]);
			const [found = ""] = globSync(join(dir, "boot/vmlinuz-*"));
			await rename(found, kernel);
			return kernel;
		} catch (failed) {
			if (nth === TRIES) throw failed;
			await pause(nth * 10_000);
		} finally {
			await rm(dir, { recursive: true, force: true });
		}
	}
}
