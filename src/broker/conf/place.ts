import { execFile } from "node:child_process";
import {
	accessSync,
	constants,
	existsSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	statSync,
} from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { textOf } from "../files/encoding.ts";
import { confOf, type Files, settingOf } from "./conf.ts";

/** A Mosquitto on this machine. */
export interface Place {
	/** Its program. */
	readonly program: string;
	/** For example [2, 0, 11]; absent if the program does not tell. */
	readonly release?: readonly [number, number, number];
	/** The file it is started with. */
	readonly config: string;
	/** The user that it switches to when root starts it. It must be able to read the files. */
	readonly user: { readonly name: string; readonly uid: number; readonly gid: number };
	/** The running broker with this configuration; absent if there is none to be seen. */
	readonly pid?: number;
}

export const CONFIG = "/etc/mosquitto/mosquitto.conf";
const SBIN = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"];

export const onDisk: Files = {
	read(path) {
		// The base of a relative path is unknown. It is never the current folder of the command.
		if (!isAbsolute(path)) return undefined;
		return caught(() => textOf(readFileSync(path)), undefined);
	},
	names(folder) {
		if (!isAbsolute(folder)) return [];
		return caught(() => readdirSync(folder), []);
	},
	folderOf(main) {
		const pid = runningWith(main);
		return pid === undefined ? undefined : cwdOf(String(pid));
	},
};

/**
 * The broker of this machine, or what is missing.
 * @param env PATH and MOSQUITTO are read from it
 */
export async function placeOf(
	config: string | undefined,
	env: Readonly<Record<string, string | undefined>>,
): Promise<Place | Sentence> {
	const path = resolve(config ?? CONFIG);
	if (!existsSync(path)) return phrase("no_config", { path });
	if (statSync(path).isDirectory()) return phrase("os_is_folder", { path });
	const program = programIn(env);
	if (program === undefined) return phrase("no_program");
	const conf = confOf(path, onDisk);
	const name = settingOf(conf, "user") ?? "mosquitto";
	const user = userOf(name);
	if (user === undefined) return phrase("no_such_account", { name });
	const release = await releaseOf(program);
	const pid = runningWith(path);
	return { program, config: path, user, ...(release && { release }), ...(pid !== undefined && { pid }) };
}

function programIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
	if (env["MOSQUITTO"]) return executable(env["MOSQUITTO"]) ? env["MOSQUITTO"] : undefined;
	const folders = [...(env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""), ...SBIN];
	return folders.map((folder) => join(folder, "mosquitto")).find(executable);
}

/** From passwd(5), which lists the users that Mosquitto's package creates. */
function userOf(name: string): Place["user"] | undefined {
	const line = (onDisk.read("/etc/passwd") ?? "").split("\n").find((one) => one.startsWith(`${name}:`));
	const [, , uid, gid] = line?.split(":") ?? [];
	return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

const releaseOf = (program: string): Promise<Place["release"]> =>
	new Promise((done) => {
		execFile(program, ["-h"], { timeout: 5000 }, (_, out) => {
			const [, major, minor, patch] = /^mosquitto version (\d+)\.(\d+)\.(\d+)/m.exec(out) ?? [];
			done(patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)]);
		});
	});

/**
 * The broker's process. Found by its command line, because a pid file may be old; by the pid file where /proc does not
 * tell.
 */
export function runningWith(config: string): number | undefined {
	const pids = onDisk.names("/proc").filter((name) => /^\d+$/.test(name));
	const seen = pids.find((pid) => startedWith(pid, config) && reachable(pid));
	if (seen !== undefined) return Number(seen);
	const { read, names } = onDisk;
	const file = settingOf(confOf(config, { read, names }), "pid_file");
	const pid = Number((file && onDisk.read(file)) ?? Number.NaN);
	return Number.isInteger(pid) && pid > 0 && nameOf(pid).startsWith("mosquitto") ? pid : undefined;
}

/** A broker in a container may have the same file names, but it has another network. It is another broker. */
function reachable(pid: string): boolean {
	try {
		return readlinkSync(`/proc/${pid}/ns/net`) === readlinkSync("/proc/self/ns/net");
	} catch (failed) {
		// Without permission to look, assume it is the same. A process that has just ended is none.
		return ["EACCES", "EPERM"].includes(codeOf(failed));
	}
}

function startedWith(pid: string, config: string): boolean {
	const args = (onDisk.read(`/proc/${pid}/cmdline`) ?? "").split("\0");
	const nth = args.findIndex((arg) => arg === "-c" || arg === "--config-file");
	const named = args[nth + 1];
	if (nth < 1 || named === undefined || !nameOf(Number(pid)).startsWith("mosquitto")) return false;
	return same(resolve(cwdOf(pid) ?? "/", named), config);
}

/** The kernel's name for it. A broker that we start through a loader has the loader's name. */
const nameOf = (pid: number): string => {
	const args = (onDisk.read(`/proc/${pid}/cmdline`) ?? "").split("\0");
	return args.some((arg) => /(?:^|\/)mosquitto$/.test(arg)) ? "mosquitto" : (onDisk.read(`/proc/${pid}/comm`) ?? "");
};

const cwdOf = (pid: string): string | undefined => caught(() => readlinkSync(`/proc/${pid}/cwd`), undefined);

const same = (a: string, b: string): boolean => caught(() => realpathSync(a) === realpathSync(b), a === b);

function executable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
