import { globSync } from "node:fs";
import { chmod, glob, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { failing, run } from "./child.ts";
import { debianMirror } from "./debian-mirror.ts";
import { type Found, mosquitto } from "./mosquitto.ts";

/**
 * Releases of Mosquitto besides the system's. The Debian packages of a release and all its libraries are unpacked into a
 * folder of the cache and run with their own loader. Nothing is installed, so no root is needed, and the system's broker
 * does not change.
 */
const RELEASES = {
	/** Of Debian 13, and so of most Raspberry Pis. */
	"2.0.21": { suite: "trixie", variable: "MOSQUITTO2021", says: /^mosquitto version 2\.0\.21$/m, tag: "v2.0.21" },
	/** As in Home Assistant's own app. */
	"2.1": { suite: "forky", variable: "MOSQUITTO21", says: /^mosquitto version 2\.1\./m, tag: "v2.1.2" },
} as const;
export type Fetched = keyof typeof RELEASES;
/** Of Debian 12. The system's own Mosquitto should be this one. */
const SYSTEM = "2.0.11";

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const TRIES = 3;
/** Files that the broker does not read, and most of the size. */
const UNUSED = ["./usr/share", "./usr/lib/systemd", "./usr/lib/*/gconv", "./usr/lib/*/systemd"];
const remedyFor = (release: Fetched) => {
	const { variable, tag } = RELEASES[release];
	return `Mosquitto ${release} is not here, and the tests of brokers run against it too. Name one in ${variable}, or
  Debian:    node scripts/mosquitto-releases.ts   fetches it into the cache, with apt-get and dpkg-deb, as any user
  elsewhere: build its tag ${tag}, and name the program: ${variable}=/path/to/mosquitto`;
};

/** The program of a release: from its variable, or in the cache, where it may not exist yet. */
export const runnerOf = (release: Fetched, env: NodeJS.ProcessEnv): string =>
	env[RELEASES[release].variable] || join(folderOf(release, env), "mosquitto");

const folderOf = (release: Fetched, env: NodeJS.ProcessEnv) =>
	join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating", `mosquitto-${release}-${process.arch}`);

/** All brokers of the suites: by variable for Jest, and whether each was found. Reports missing ones. */
export async function brokers(
	tell: (line: string) => void,
): Promise<{ readonly env: NodeJS.ProcessEnv; readonly found: readonly boolean[] }> {
	const system = await mosquitto(tell);
	if (system.kind === "found" && !(await says(system.path, /^mosquitto version 2\.0\.11$/m)))
		tell(`${system.path} is not ${SYSTEM}: what is particular to that release is not tested in this run.`);
	const all: (readonly [string, Found])[] = [["MOSQUITTO", system]];
	for (const release of fetched) all.push([RELEASES[release].variable, await fetchRelease(release, tell)]);
	for (const [, one] of all) if (one.kind === "missing") tell(one.remedy);
	const env = Object.fromEntries(all.flatMap(([name, one]) => (one.kind === "found" ? [[name, one.path]] : [])));
	return { env, found: all.map(([, { kind }]) => kind === "found") };
}
const fetched: readonly Fetched[] = ["2.0.21", "2.1"];

/** Finds a release, or fetches it. Gives the failed command. */
export async function fetchRelease(
	release: Fetched,
	tell: (line: string) => void,
	env: NodeJS.ProcessEnv = process.env,
): Promise<Found> {
	const { suite, variable, says: wanted } = RELEASES[release];
	const path = runnerOf(release, env);
	const remedy = remedyFor(release);
	if (await says(path, wanted)) return { kind: "found", path };
	if (env[variable]) return { kind: "missing", remedy: `${variable} is no Mosquitto ${release}.\n${remedy}` };
	const mirror = await debianMirror();
	if (mirror === undefined) return { kind: "missing", remedy };
	const folder = folderOf(release, env);
	await mkdir(dirname(folder), { recursive: true });
	for (let nth = 1; nth <= TRIES; nth++) {
		tell(`fetching Mosquitto ${release}, try ${nth} of ${TRIES}`);
		const failed = await fetchInto(folder, mirror, suite);
		if (failed === undefined && (await says(path, wanted))) return { kind: "found", path };
		tell(failed ?? `${path} -h  does not say that it is ${release}`);
		if (nth < TRIES) await pause(nth * 10_000);
	}
	return { kind: "missing", remedy };
}

const says = async (path: string, version: RegExp) => version.test((await run(path, ["-h"])).output);

/** Unpacks everything beside the folder and moves it into place. Otherwise gives the failure with its last output. */
async function fetchInto(folder: string, mirror: string, suite: string): Promise<string | undefined> {
	const dir = await mkdtemp(`${folder}.`);
	try {
		const failed = (await download(dir, mirror, suite)) ?? (await unpack(dir));
		if (failed !== undefined) return failed;
		await rm(folder, { recursive: true, force: true });
		// Another process that fetched at the same time may have finished first. Its folder is equivalent.
		await rename(join(dir, "root"), folder).catch(() => undefined);
		return undefined;
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** All packages that Mosquitto needs on an empty machine, down to the C library, verified with Debian's signatures. */
async function download(dir: string, mirror: string, suite: string): Promise<string | undefined> {
	for (const folder of ["state/lists/partial", "cache/archives/partial", "root"])
		await mkdir(join(dir, folder), { recursive: true });
	await writeFile(join(dir, "status"), "");
	await writeFile(join(dir, "sources"), `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`);
	const settings = {
		"Dir::State": join(dir, "state"),
		"Dir::State::status": join(dir, "status"),
		"Dir::Cache": join(dir, "cache"),
		"Dir::Etc::sourcelist": join(dir, "sources"),
		"Dir::Etc::sourceparts": "/dev/null",
		"APT::Sandbox::User": "",
		"APT::Install-Recommends": "false",
		"Acquire::Languages": "none",
		"Acquire::Retries": "3",
		// A mirror may be an old snapshot.
		"Acquire::Check-Valid-Until": "false",
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
	return (
		(await failing("apt-get", [...options, "update", "--error-on=any"])) ??
		(await failing("apt-get", [...options, "install", "-y", "--download-only", "mosquitto"]))
	);
}

async function unpack(dir: string): Promise<string | undefined> {
	const root = join(dir, "root");
	for await (const deb of glob(join(dir, "cache/archives/*.deb"))) {
		const tar = join(dir, "data.tar");
		const failed =
			(await failing("sh", ["-c", 'dpkg-deb --fsys-tarfile "$1" > "$2"', "sh", deb, tar])) ??
			(await failing("tar", ["-xf", tar, "-C", root, "--no-same-owner", ...UNUSED.map((path) => `--exclude=${path}`)]));
		if (failed !== undefined) return failed;
	}
	const [loader] = globSync("usr/lib/*/ld-linux-*.so.*", { cwd: root });
	if (loader === undefined) return `no loader in ${root}/usr/lib`;
	const libraries = dirname(loader);
	// This creates the short names of libraries, as an installation would.
	const failed = await failing("/sbin/ldconfig", ["-n", join(root, libraries)]);
	if (failed !== undefined) return failed;
	await symlink(join(libraries, "mosquitto_dynamic_security.so"), join(root, "dynamic-security.so"));
	const script = `#!/bin/sh
dir=$(dirname "$(readlink -f "$0")")
exec "$dir/${loader}" --library-path "$dir/${libraries}" "$dir/usr/sbin/mosquitto" "$@"
`;
	await writeFile(join(root, "mosquitto"), script);
	await chmod(join(root, "mosquitto"), 0o755);
	return undefined;
}

if (import.meta.main) {
	for (const release of fetched) {
		const found = await fetchRelease(release, console.error);
		console.log(found.kind === "found" ? found.path : found.remedy);
		if (found.kind === "missing") process.exitCode = 1;
	}
}
