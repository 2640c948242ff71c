import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { failing } from "../child.ts";
import { debianMirror } from "../debian-mirror.ts";
import { chrootEnv, chrooted, type HomeAssistantRelease, pythonOf } from "./place.ts";

const PACKAGES = ["ca-certificates", "tzdata"];
/** Network settings of the machine that a chroot needs too, if they exist. */
const NETWORK = ["/etc/ssl/certs/ca-certificates.crt", "/etc/resolv.conf", "/etc/pip.conf"];

/** Makes `dir/root`: a Debian with a virtual environment in /opt/ha. Undefined if it succeeded, otherwise the failure. */
export async function debianRoot(dir: string, release: HomeAssistantRelease): Promise<string | undefined> {
	const python = pythonOf(release);
	const mirror = await debianMirror();
	if (mirror === undefined) return "no mirror of Debian is known here";
	const root = join(dir, "root");
	// In a namespace of its own, so that all mounts are gone before the folder may be removed.
	const failed = await failing("unshare", [
		...["--mount", "--propagation", "private", "mmdebstrap", "--quiet", "--mode=root", "--variant=minbase"],
		...['--aptopt=Acquire::Check-Valid-Until "false"', '--aptopt=Acquire::Retries "3"'],
		...[`--include=${[...PACKAGES, `${python}-venv`, ...release.compiler].join(",")}`, release.suite, root, mirror],
	]);
	if (failed !== undefined) return failed;
	for (const file of NETWORK) {
		await mkdir(dirname(join(root, file)), { recursive: true });
		await copyFile(file, join(root, file)).catch(() => undefined);
	}
	await mkdir(join(root, "config"));
	const [program, ...args] = chrooted(root, [python, "-m", "venv", "/opt/ha"]);
	return failing(program, args, { env: chrootEnv(process.env) });
}
