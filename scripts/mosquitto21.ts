import { globSync } from "node:fs";
import { chmod, glob, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { failing, run } from "./child.ts";
import { debianMirror } from "./debian-mirror.ts";
import type { Found } from "./mosquitto.ts";

/**
 * A Mosquitto 2.1, as in Home Assistant's own app, beside the one that the system has. Debian's packages of it and of all
 * its libraries are unpacked into a folder of the cache and run with their own loader: nothing is installed, so no root
 * is needed, and the system's broker stays as it is.
 */
const SUITE = "forky";
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const TRIES = 3;
/** What the broker does not read, and most of the size. */
const UNUSED = ["./usr/share", "./usr/lib/systemd", "./usr/lib/*/gconv", "./usr/lib/*/systemd"];
const REMEDY = `Mosquitto 2.1 is not here, and the tests of logins run against it and 2.0. Name one in MOSQUITTO21, or
  Debian:    node scripts/mosquitto21.ts   fetches it into the cache, with apt-get and dpkg-deb, as any user
  elsewhere: build its tag v2.1.2, and name the program: MOSQUITTO21=/path/to/mosquitto npm run test:auth`;

/** What runs it: MOSQUITTO21, or what this script puts into the cache. It may not be there yet. */
export const runner21 = (env: NodeJS.ProcessEnv): string => env["MOSQUITTO21"] || join(folderIn(env), "mosquitto");

const folderIn = (env: NodeJS.ProcessEnv) =>
	join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "solar-heating", `mosquitto-2.1-${process.arch}`);

/** Finds Mosquitto 2.1, or fetches it. Tells the command that failed. */
export async function mosquitto21(tell: (line: string) => void, env: NodeJS.ProcessEnv = process.env): Promise<Found> {
	const path = runner21(env);
	if (await answers(path)) return { kind: "found", path };
	if (env["MOSQUITTO21"]) return { kind: "missing", remedy: `MOSQUITTO21 is no Mosquitto 2.1.\n${REMEDY}` };
	const mirror = await debianMirror();
	if (mirror === undefined) return { kind: "missing", remedy: REMEDY };
	await mkdir(dirname(folderIn(env)), { recursive: true });
	for (let nth = 1; nth <= TRIES; nth++) {
		tell(`fetching Mosquitto 2.1, try ${nth} of ${TRIES}`);
		const failed = await fetchInto(folderIn(env), mirror);
		if (failed === undefined && (await answers(path))) return { kind: "found", path };
		tell(failed ?? `${path} -h  does not say that it is 2.1`);
		if (nth < TRIES) await pause(nth * 10_000);
	}
	return { kind: "missing", remedy: REMEDY };
}

const answers = async (path: string) => /^mosquitto version 2\.1\./m.test((await run(path, ["-h"])).output);

/** Unpacks everything beside the folder and puts it in its place in one move; else what failed, with its last words. */
async function fetchInto(folder: string, mirror: string): Promise<string | undefined> {
	const dir = await mkdtemp(`${folder}.`);
	try {
		const failed = (await download(dir, mirror)) ?? (await unpack(dir));
		if (failed !== undefined) return failed;
		await rm(folder, { recursive: true, force: true });
		// A second one who fetched at the same time may have been faster: its folder is as good.
		await rename(join(dir, "root"), folder).catch(() => undefined);
		return undefined;
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** The packages that Mosquitto needs on an empty machine, down to the C library, checked by Debian's signatures. */
async function download(dir: string, mirror: string): Promise<string | undefined> {
	for (const folder of ["state/lists/partial", "cache/archives/partial", "root"])
		await mkdir(join(dir, folder), { recursive: true });
	await writeFile(join(dir, "status"), "");
	await writeFile(join(dir, "sources"), `deb [signed-by=${KEYRING}] ${mirror} ${SUITE} main\n`);
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
		// A mirror may be a snapshot of some day.
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
	// A package's short names of libraries are made when it is installed, by this.
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
	const found = await mosquitto21(console.error);
	console.log(found.kind === "found" ? found.path : found.remedy);
	process.exitCode = found.kind === "found" ? 0 : 1;
}
