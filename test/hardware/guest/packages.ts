import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../../..");
const CACHE = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating");
/** What Node is linked with, and a shell. */
const PACKAGES = ["libc6", "libstdc++6", "libgcc-s1", "busybox-static"];

export const demand = async (program: string, args: readonly string[], cwd = CACHE): Promise<string> => {
	const { stdout } = await promisify(execFile)(program, args, { cwd, maxBuffer: 1e8 });
	return stdout;
};

/** Machines by Debian's names. */
export type Machine = "arm64" | "amd64";

/** Debian's kernel and the libraries that a Node needs, unpacked from the machine's own mirror; nothing is installed. */
export interface Parts {
	/** The whole package of the kernel: `boot/vmlinuz-…`, modules. */
	readonly kernel: string;
	readonly libraries: string;
}

/** Fetched once, kept in the cache. */
export function debianParts(machine: Machine): Promise<Parts> {
	return kept(`guest-debian-${machine}`, async (dir) => {
		const apt = await aptFor(machine, dir);
		await apt("apt-get", "update");
		const depends = await apt("apt-cache", "depends", `linux-image-${machine}`);
		const kernel = /Depends: (linux-image-\d\S+)/.exec(depends)?.[1];
		if (kernel === undefined) throw new Error(`Debian has no kernel for ${machine}: ${depends}`);
		await apt("apt-get", "download", ...PACKAGES, kernel);
		for (const deb of globSync(join(dir, "*.deb"))) {
			const part = deb.includes("/linux-image") ? "kernel" : "libraries";
			await demand("dpkg-deb", ["-x", deb, join(dir, part)]);
			await rm(deb);
		}
	}).then((dir) => ({ kernel: join(dir, "kernel"), libraries: join(dir, "libraries") }));
}

/** Node of the version that runs this, for that machine. */
export async function nodeFor(machine: Machine): Promise<string> {
	const version = process.versions.node;
	const npm = `node-linux-${machine === "amd64" ? "x64" : machine}`;
	const dir = await kept(`guest-${npm}-${version}`, async (dir) => {
		await demand("npm", ["pack", "--silent", "--pack-destination", dir, `${npm}@${version}`]);
		const [packed = ""] = globSync(join(dir, "*.tgz"));
		await demand("tar", ["-C", dir, "--strip-components=2", "-xf", packed, "package/bin/node"]);
		await rm(packed);
	});
	return join(dir, "node");
}

/** What npm installs of the app's lock file on such a machine, where no script of a package runs. */
export async function packagesFor(machine: Machine, dir: string): Promise<string> {
	for (const file of ["package.json", "package-lock.json", "packages"])
		await cp(join(ROOT, file), join(dir, file), { recursive: true });
	const cpu = machine === "amd64" ? "x64" : machine;
	const how = [
		"--os=linux",
		`--cpu=${cpu}`,
		"--libc=glibc",
		"--omit=dev",
		"--ignore-scripts",
		"--no-audit",
		"--no-fund",
	];
	await demand("npm", ["ci", "--prefix", dir, ...how], dir);
	return join(dir, "node_modules");
}

/** apt with lists and a state of its own, for packages of any machine. */
async function aptFor(machine: Machine, dir: string) {
	const state = join(dir, "apt");
	for (const place of ["state/lists/partial", "cache/archives/partial"])
		await mkdir(join(state, place), { recursive: true });
	await writeFile(join(state, "status"), "");
	const settings = [
		`APT::Architecture=${machine}`,
		`APT::Architectures=${machine}`,
		`Dir::State=${state}/state`,
		`Dir::State::status=${state}/status`,
		`Dir::Cache=${state}/cache`,
		"APT::Sandbox::User=root",
		"Acquire::Languages=none",
	];
	const options = settings.flatMap((setting) => ["-o", setting]);
	return (program: string, ...args: readonly string[]) => demand(program, [...options, ...args], dir);
}

/** A folder of the cache, made once. It has its name only when it is whole. */
async function kept(name: string, make: (dir: string) => Promise<void>): Promise<string> {
	const place = join(CACHE, name);
	if (existsSync(place)) return place;
	await mkdir(CACHE, { recursive: true });
	const dir = await mkdtemp(join(CACHE, `${name}-`));
	try {
		await make(dir);
		await rm(join(dir, "apt"), { recursive: true, force: true });
		await rename(dir, place);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
	return place;
}
