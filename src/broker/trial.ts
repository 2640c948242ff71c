import { spawn } from "node:child_process";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { phrase } from "#model/sentence.ts";
import type { Trouble } from "./carry-out.ts";
import { type Conf, confOf, type Files } from "./conf.ts";
import type { Wanted } from "./file.ts";
import { onDisk, type Place } from "./place.ts";

/** Seconds for it to say that it runs, after all its files were read; one that says nothing and stays up is taken as well. */
const LONG_ENOUGH = 3;
const RUNS = /mosquitto version \S+ running/;
/** ms in which one that runs has not yet fallen over its listeners. */
const GRACE = 100;
/** Files that a broker would write, or that are another one's: not in a trial. */
const LEFT_OUT = new Set([
	"pid_file",
	"log_dest",
	"log_type",
	"persistence_location",
	"persistence",
	"persistence_file",
]);
/** Settings whose value is a path that the broker reads. */
export const READ: ReadonlySet<string> = new Set([
	"password_file",
	"acl_file",
	"psk_file",
	"cafile",
	"certfile",
	"keyfile",
	"crlfile",
	"dhparamfile",
	"auth_opt_config_file",
	"plugin_opt_config_file",
]);

/**
 * Whether Mosquitto starts with these files: it is really started, on copies and in a network of its own, where no port
 * is taken and nobody hears it. No other way is sound: 2.0 has no test mode, and that of 2.1 looks at the syntax alone.
 * @param rest what is not among them: as it stands on the disk
 */
export async function tried(
	place: Place,
	wanted: readonly Wanted[],
	rest: Files = onDisk,
): Promise<Trouble | undefined> {
	const dir = await mkdtemp(join(tmpdir(), "broker-trial-"));
	try {
		await chmod(dir, 0o755);
		const conf = confOf(place.config, over(wanted, rest));
		const file = await laidOut(dir, conf, wanted);
		const { code, output } = await started(place.program, file);
		return code === undefined ? undefined : refused(code, output, dir);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** The disk as it would be. */
export const over = (wanted: readonly Wanted[], rest: Files): Files => ({
	read(path) {
		const file = wanted.find((one) => one.path === path);
		return file === undefined ? rest.read(path) : file.bytes?.toString("utf8");
	},
	names(folder) {
		const here = wanted.filter(({ path }) => dirname(path) === folder.replace(/\/$/, ""));
		const gone = here.filter(({ bytes }) => bytes === undefined).map(({ path }) => basename(path));
		const kept = rest.names(folder).filter((name) => !gone.includes(name));
		return [...new Set([...kept, ...here.filter(({ bytes }) => bytes).map(({ path }) => basename(path))])];
	},
});

/** One file with every line of the configuration, naming copies; gives its path. */
async function laidOut(dir: string, conf: Conf, wanted: readonly Wanted[]): Promise<string> {
	const lines: string[] = ["log_dest stderr", "log_type all", "log_timestamp false"];
	for (const { key, value, text } of conf.lines) {
		if (key === undefined || key === "include_dir" || LEFT_OUT.has(key)) continue;
		const file = READ.has(key) ? wanted.find(({ path }) => path === value) : undefined;
		if (file === undefined) {
			lines.push(text);
			continue;
		}
		lines.push(`${key} ${await copied(dir, file)}`);
	}
	const path = join(dir, "trial.conf");
	await writeFile(path, `${lines.join("\n")}\n`);
	return path;
}

async function copied(dir: string, { path, bytes, rights }: Wanted): Promise<string> {
	const folder = await mkdtemp(join(dir, "f-"));
	await chmod(folder, 0o755);
	const copy = join(folder, basename(path));
	if (bytes === undefined) return copy;
	await writeFile(copy, bytes, { mode: rights.mode });
	await chmod(copy, rights.mode);
	await chown(copy, rights.uid, rights.gid);
	return copy;
}

interface Ended {
	/** Absent while it still ran in the end. */
	readonly code?: number;
	readonly output: string;
}

async function started(program: string, file: string): Promise<Ended> {
	const child = spawn("unshare", ["--net", "--", program, "-c", file], { stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	const end = Promise.withResolvers<number>();
	const runs = Promise.withResolvers<void>();
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			output += chunk;
			if (RUNS.test(output)) runs.resolve();
		});
	child.on("error", ({ message }) => {
		output += message;
		end.resolve(127);
	});
	child.on("exit", (code) => end.resolve(code ?? 1));
	const stays = Promise.race([runs.promise.then(() => pause(GRACE)), pause(LONG_ENOUGH * 1000)]);
	const code = await Promise.race([end.promise, stays]);
	if (code !== undefined) return { code, output };
	child.kill("SIGKILL");
	await end.promise;
	return { output };
}

function refused(code: number, output: string, dir: string): Trouble {
	const said = output
		.replaceAll(new RegExp(`${dir}(?:/f-[^/]+)?/`, "g"), "")
		.trim()
		.split("\n");
	const words = said
		.map((line) => line.replace(/^\d+: /, ""))
		.filter((line) => /error|unable|invalid|unknown|fail|duplicate|denied/i.test(line));
	return {
		message: phrase("does_not_start", { code, said: (words.length > 0 ? words : said.slice(-3)).join(" ") }),
		remedy: phrase("mend_files"),
	};
}
