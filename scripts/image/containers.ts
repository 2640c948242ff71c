import { mkdir, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { debianPackages } from "../debian.ts";

/** Where images and containers of ours live, apart from those of the machine's owner. */
export interface Containers {
	/** In the cache: whatever took long to make. */
	readonly folder: string;
	/** What buildah and podman need to work there. */
	readonly env: Readonly<Record<string, string>>;
}

export const TOOLS = {
	buildah: "buildah",
	podman: "podman",
	runc: "runc",
	debootstrap: "debootstrap",
	"/usr/share/keyrings/debian-archive-keyring.gpg": "debian-archive-keyring",
};

/** Installs what is missing, and says where to work; throws with what a person has to type. */
export async function containers(tell: (line: string) => void): Promise<Containers> {
	const missing = await debianPackages(TOOLS, tell);
	if (missing !== undefined) throw new Error(missing);
	const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
	return prepared(join(cache, "solar-heating", "containers"));
}

/** The same where the tools are known to be. */
export async function prepared(folder: string): Promise<Containers> {
	await mkdir(folder, { recursive: true });
	const at = (name: string) => join(folder, name);
	const write = async (name: string, lines: readonly string[]) => {
		await writeFile(at(name), `${lines.join("\n")}\n`);
		return at(name);
	};
	const storage = await write("storage.conf", [
		"[storage]",
		'driver = "overlay"',
		`graphroot = "${at("storage")}"`,
		`runroot = "${RUN}/storage"`,
	]);
	// No daemon, no systemd and no network of their own are needed; ulimits as a machine without CAP_SYS_RESOURCE allows.
	const engine = await write("containers.conf", [
		"[containers]",
		'default_ulimits = ["nofile=1024:20000", "nproc=4096:4096"]',
		"[engine]",
		'cgroup_manager = "cgroupfs"',
		'runtime = "runc"',
		'events_logger = "file"',
		`tmp_dir = "${RUN}/libpod"`,
	]);
	const env = {
		CONTAINERS_STORAGE_CONF: storage,
		CONTAINERS_CONF: engine,
		STORAGE_DRIVER: "overlay",
		BUILDAH_ISOLATION: "chroot",
	};
	return { folder, env };
}

/** Gone after a restart of the machine, as it has to be. */
const RUN = "/run/solar-heating-containers";
