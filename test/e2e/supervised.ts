import { execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { childrenOf, controls, familyOf } from "./family.ts";
import type { Launcher, Place } from "./launcher.ts";

/** As s6-overlay sets it; `mount` and `chroot` are found in it too. */
const PATH = "/command:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Processes and mounts of its own, which are gone with it. */
const APART = ["--mount", "--pid", "--fork", "--kill-child"];
/** Users other than root become root inside. */
const AS_ROOT = process.getuid?.() === 0 ? [] : ["--map-root-user"];

/** Makes of a prepared tree and of this machine's programs what the image would be, and starts it as the image does. */
const ENTER = `set -eu
root=$1 data=$2 node=$3 shared=$4
mount --make-rprivate /
mount --rbind /usr "$root/usr"
mount --bind "$root/usr-local-bin" "$root/usr/local/bin"
mount --bind "$node" "$root/usr/local/bin/node"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
mount -t proc proc "$root/proc"
mount -t tmpfs -o exec tmpfs "$root/run"
mkdir -p "$root$shared"
mount --bind "$shared" "$root$shared"
mount --bind "$data" "$root/data"
cd "$root"
exec chroot "$root" /init
`;

/** The app under s6 by the image's own scripts, in a tree that `scripts/addon-root.ts` has made. */
export function supervised(root: string) {
	return {
		start({ folder, env = {} }: Place) {
			const args = [...AS_ROOT, ...APART, "sh", "-c", ENTER, "sh", root, folder, process.execPath, tmpdir()];
			const child = spawn("unshare", args, {
				env: { PATH, SOLAR_HEATING_DATA: "/data", NODE_ENV: "production", ...env },
				stdio: ["ignore", "pipe", "pipe"],
			});
			const signal = (which: NodeJS.Signals) => {
				const [first] = childrenOf(child.pid ?? 0);
				if (first !== undefined) process.kill(first, which);
			};
			return { child, controller: async () => familyOf(child.pid ?? 0).find(controls), signal };
		},
		async command({ folder }: Place, ...args: readonly string[]): Promise<string> {
			const app = join(root, "opt/solar-heating/solar-heating.cjs");
			const where = ["--options", join(folder, "options.json"), "--data", folder];
			return (await promisify(execFile)(process.execPath, [app, ...args, ...where], { timeout: 60_000 })).stdout;
		},
	} satisfies Launcher;
}
