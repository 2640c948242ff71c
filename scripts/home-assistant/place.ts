import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A release of Home Assistant, and what it needs to be installed. */
export interface HomeAssistantRelease {
	readonly version: string;
	/** The oldest Python that it supports. */
	readonly python: readonly [major: number, minor: number, patch: number];
	/** The Debian release that has this Python. */
	readonly suite: string;
	/** Debian packages for compiling. */
	readonly compiler: readonly string[];
	/** Packages for which pip would choose a wrong version, as `name==version`. */
	readonly pins: readonly string[];
	/** Later integrations that the front end of the newest release needs. */
	readonly lacks: readonly string[];
	/** Where its HTTP server's address is set: configuration.yaml, or its own storage. */
	readonly http: "yaml" | "kept";
	/** Increase this if the folder needs other content, because an existing folder counts as complete. */
	readonly recipe: number;
}

/** The release that most tests use. */
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
/** The oldest supported release, from `homeassistant` in config.yaml. */
export const OLDEST: HomeAssistantRelease = {
	version: "2025.11.0",
	python: [3, 13, 2],
	suite: "trixie",
	compiler: ["gcc", "libc6-dev", "python3.13-dev"],
	// aiodns accepts any pycares from 4.9 on, but does not work with 5.
	pins: ["pycares==4.11.0"],
	lacks: ["infrared", "radio_frequency"],
	http: "yaml",
	recipe: 2,
};
/** Path of the configuration folder inside a chroot. */
const CONFIG = "/config";
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/** The folder in the cache: `root` holds a whole Debian, `venv` only a virtual environment. */
export const homeAssistantFolder = (env: NodeJS.ProcessEnv, { version, recipe } = NEWEST): string =>
	join(
		env["XDG_CACHE_HOME"] || join(homedir(), ".cache"),
		"solar-heating",
		`home-assistant-${version}-${recipe}-${process.arch}`,
	);

/** `python3.14` */
export const pythonOf = ({ python: [major, minor] }: HomeAssistantRelease): string => `python${major}.${minor}`;

/** How to start a program of an installation. */
export interface Inside {
	readonly command: readonly [program: string, ...args: string[]];
	readonly env: NodeJS.ProcessEnv;
	/** Its own path of the configuration folder. */
	readonly config: string;
}

/**
 * Runs `args` with the Python of the installation in `folder`. A chroot's mounts are in a namespace of that process. So
 * they disappear with it, however it ends, and several may run at once.
 */
export function inside(folder: string, config: string, args: readonly string[]): Inside {
	const root = join(folder, "root");
	if (!existsSync(root)) return { command: [join(folder, "venv/bin/python"), ...args], env: process.env, config };
	const command = chrooted(root, ["/opt/ha/bin/python", ...args], config);
	return { command, env: chrootEnv(process.env), config: CONFIG };
}

/** A command in a root of its own. `config` is mounted there if given. */
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

/** Network settings come from the machine, files from the chroot. */
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
