import { chmod, chown, mkdir, mkdtemp, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Conf, Line } from "../conf/conf.ts";
import { READ } from "../conf/path-settings.ts";
import { found, type Rights, type Wanted } from "../files/file.ts";

/** Not used in a trial: files that the broker writes, logs, and interfaces that exist only in the machine's own network. */
const LEFT_OUT = new Set([
	...["pid_file", "log_dest", "log_type", "log_timestamp", "bind_interface"],
	...["persistence_location", "persistence", "retained_persistence", "persistence_file"],
]);
/** A file that a plugin reads or writes. */
const OF_PLUGIN = /^(?:plugin|auth)_opt_/;
const LOGGED = ["log_dest stderr", "log_type all", "log_timestamp false"];

/** A configuration in a folder of its own. */
export interface LaidOut {
	readonly main: string;
	/** The names of the files there, and the real names that they stand for. */
	readonly names: ReadonlyMap<string, string>;
}

/**
 * Copies all files of a configuration, line by line, so that Mosquitto reports the line numbers that a person sees.
 * Everything it writes goes into the folder too, so a running broker is not touched.
 */
export async function laidOut(dir: string, conf: Conf, wanted: readonly Wanted[]): Promise<LaidOut> {
	const main = join(dir, "trial.conf");
	const names = new Map([[main, conf.main]]);
	const copies = new Map([[conf.main, main]]);
	const texts = new Map<string, string[]>([[main, []]]);
	let folder = dir;
	for (const line of conf.lines) {
		const copy = copies.get(line.file) ?? join(folder, basename(line.file));
		copies.set(line.file, copy);
		names.set(copy, line.file);
		const includes = line.key === "include_dir" && (await stat(line.value).catch(() => undefined))?.isDirectory();
		if (includes) folder = await fresh(dir);
		const text = includes ? `include_dir ${folder}` : await textFor(dir, line, wanted);
		texts.set(copy, [...(texts.get(copy) ?? []), text]);
	}
	texts.get(main)?.push(...LOGGED);
	for (const [path, lines] of texts) await writeFile(path, lines.map((text) => `${text}\n`).join(""));
	return { main, names };
}

/** A folder that the broker may read. */
async function fresh(dir: string): Promise<string> {
	const folder = await mkdtemp(join(dir, "f-"));
	await chmod(folder, 0o755);
	return folder;
}

async function textFor(dir: string, { key, value, text }: Line, wanted: readonly Wanted[]): Promise<string> {
	if (key === undefined) return text;
	if (LEFT_OUT.has(key)) return "";
	if (key === "listener" && /^0 +\//.test(value)) return `listener 0 ${await socketIn(dir)}`;
	const file = READ.has(key) ? wanted.find(({ path }) => path === value) : undefined;
	if (file !== undefined) return `${key} ${await copied(await fresh(dir), file)}`;
	return OF_PLUGIN.test(key) && value.startsWith("/") ? `${key} ${await ofPlugin(dir, value)}` : text;
}

/** A broker takes over the socket of another one. Its path has at most 107 characters (unix(7)). */
async function socketIn(dir: string): Promise<string> {
	const folder = await fresh(dir);
	await chmod(folder, 0o777);
	return join(folder, "s");
}

/** A copy in a folder with the same rights as the original's. A path that is not a file stays. */
async function ofPlugin(dir: string, path: string): Promise<string> {
	const home = await stat(dirname(path)).catch(() => undefined);
	const is = await found(path).catch(() => "no file");
	if (home === undefined || typeof is === "string") return path;
	const folder = join(await fresh(dir), "of-plugin");
	await mkdir(folder);
	await chown(folder, home.uid, home.gid);
	await chmod(folder, home.mode & 0o777);
	return copied(folder, { path, bytes: is?.bytes, rights: is ?? { uid: 0, gid: 0, mode: 0o600 } });
}

async function copied(folder: string, { path, bytes, rights }: Wanted): Promise<string> {
	const copy = join(folder, basename(path));
	if (bytes !== undefined) {
		await writeFile(copy, bytes, { mode: 0o600 });
		await given(copy, rights);
	}
	return copy;
}

async function given(path: string, { uid, gid, mode }: Rights): Promise<void> {
	await chown(path, uid, gid);
	await chmod(path, mode);
}
