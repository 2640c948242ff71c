import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A release of Home Assistant, and what it needs to be installed. */
export interface HomeAssistantRelease {
	readonly version: string;
	/** The least Python that it takes. */
	readonly python: readonly [major: number, minor: number, patch: number];
	/** The release of Debian that has this Python. */
	readonly suite: string;
	/** For what has to be compiled; packages of Debian. */
	readonly compiler: readonly string[];
	/** Packages that pip would choose wrongly by itself, as `name==version`. */
	readonly pins: readonly string[];
	/** Integrations that came later, though the front end of the newest release asks for them. */
	readonly lacks: readonly string[];
	/** Where its HTTP server is told its address: in configuration.yaml, or where it keeps its own settings. */
	readonly http: "yaml" | "kept";
	/** Counted up when something else belongs into the folder, as one that is there is taken for whole. */
	readonly recipe: number;
}

/** The release that most tests start and look at. */
export const NEWEST: HomeAssistantRelease = {
	version: "2026.11.0",
	python: [3, 14, 2],
	suite: "forky",
	compiler: [],
	pins: [],
	lacks: [],
	http: "kept",
	recipe: 2,
};
/** The release that `homeassistant` in config.yaml promises. */
export const OLDEST: HomeAssistantRelease = {
	version: "2025.11.0",
	python: [3, 13, 2],
	suite: "trixie",
	compiler: ["gcc", "libc6-dev", "python3.13-dev"],
	// aiodns asks for any pycares from 4.9 on, and does not work with 5.
	pins: ["pycares==4.11.0"],
	lacks: ["infrared", "radio_frequency"],
	http: "yaml",
	recipe: 2,
};
/** Where a chroot sees the configuration folder. */
const CONFIG = "/config";
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/** The folder of the cache that holds the installation: with `root`, a whole Debian, or with `venv` alone. */
export const homeAssistantFolder = (env: NodeJS.ProcessEnv, { version, recipe } = NEWEST): string =>
	join(
		env["XDG_CACHE_HOME"] || join(homedir(), ".cache"),
		"solar-heating",
		`home-assistant-${version}-${recipe}-${process.arch}`,
	);

/** `python3.14` */
export const pythonOf = ({ python: [major, minor] }: HomeAssistantRelease): string => `python${major}.${minor}`;

/** How a program of an installation is started from here. */
export interface Inside {
	readonly command: readonly [program: string, ...args: string[]];
	readonly env: NodeJS.ProcessEnv;
	/** Its own name for the configuration folder. */
	readonly config: string;
}

/**
 * Runs `args` by the Python of the installation in `folder`. Of a chroot everything is mounted in a namespace of that
 * process alone, so that nothing is left when it is gone, however it went, and several may run at once.
 */
export function inside(folder: string, config: string, args: readonly string[]): Inside {
	const root = join(folder, "root");
	if (!existsSync(root)) return { command: [join(folder, "venv/bin/python"), ...args], env: process.env, config };
	const command = chrooted(root, ["/opt/ha/bin/python", ...args], config);
	return { command, env: chrootEnv(process.env), config: CONFIG };
}

/** A command under a root of its own; `config` is bound into it where one is given. */
export const chrooted = (root: string, args: readonly string[], config = ""): Inside["command"] => [
	...(["unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNT, "sh"] as const),
	root,
	config,
	...args,
];

const MOUNT = `set -e
root=$1 config=$2
shift 2
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
if [ -n "$config" ]; then mount --bind "$config" "$root${CONFIG}"; fi
exec chroot "$root" "$@"`;

/** The way to the network is the machine's, the files are the chroot's. */
export const chrootEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	...Object.fromEntries(
		Object.entries(env).filter(([name]) => /^(?:https?_proxy|no_proxy|PIP_INDEX_URL|UV_.*)$/i.test(name)),
	),
	HOME: "/root",
	LANG: "C.UTF-8",
	PATH: "/opt/ha/bin:/usr/sbin:/usr/bin:/sbin:/bin",
	PIP_CERT: CERTIFICATES,
	SSL_CERT_FILE: CERTIFICATES,
	REQUESTS_CA_BUNDLE: CERTIFICATES,
});
