import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { phrase } from "#model/sentences/sentence.ts";
import { confOf, type Files } from "../conf/conf.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { textOf } from "../files/encoding.ts";
import type { Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";
import { type LaidOut, laidOut } from "./trial-files.ts";

/**
 * Seconds for it to report that it runs, after reading all files. If it reports nothing and keeps running, it passes too.
 */
const LONG_ENOUGH = 3;
const RUNS = /mosquitto version \S+ running/;
/** ms in which a broker that runs may still fail at its listeners. */
const GRACE = 100;
/**
 * Whether Mosquitto starts with these files. It is started on copies, in a network of its own, where no port is taken and
 * no client can connect. There is no other reliable way: 2.0 has no test mode, and that of 2.1 checks only the syntax.
 * @param rest all other files, as they are on the disk
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
		const files = await laidOut(dir, conf, wanted);
		const { code, output } = await started(place.program, files.main, rest.folderOf?.(place.config));
		if (code === undefined) return undefined;
		// Mistakes that were there before are not ours. They are reported with their own lines.
		const already = wanted.length > 0 ? await tried(place, [], rest) : undefined;
		return already ?? refused(code, named(output, files), dir, wanted.length > 0);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

/** The disk as it would be after the change. */
export const over = (wanted: readonly Wanted[], rest: Files): Files => ({
	...(rest.folderOf && { folderOf: rest.folderOf }),
	read(path) {
		const file = wanted.find((one) => one.path === path);
		return file === undefined ? rest.read(path) : file.bytes && textOf(file.bytes);
	},
	names(folder) {
		const here = wanted.filter(({ path }) => dirname(path) === folder.replace(/\/$/, ""));
		const gone = here.filter(({ bytes }) => bytes === undefined).map(({ path }) => basename(path));
		const kept = rest.names(folder).filter((name) => !gone.includes(name));
		return [...new Set([...kept, ...here.filter(({ bytes }) => bytes).map(({ path }) => basename(path))])];
	},
});

/** In a network of its own, which accepts every address as local, because the machine's addresses do not exist there. */
const START = `for v in 4 6; do echo 1 >/proc/sys/net/ipv$v/ip_nonlocal_bind; done 2>/dev/null
ip link set lo up 2>/dev/null
exec "$0" -c "$1"`;

interface Ended {
	/** Absent if it still ran at the end. */
	readonly code?: number;
	readonly output: string;
}

async function started(program: string, file: string, cwd: string | undefined): Promise<Ended> {
	const args = ["--net", "--", "sh", "-c", START, program, file];
	const child = spawn("unshare", args, { ...(cwd && { cwd }), stdio: ["ignore", "pipe", "pipe"] });
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

/** Mosquitto's output with the real names of the files. */
const named = (output: string, { names }: LaidOut): string =>
	[...names].reduce((text, [copy, path]) => text.replaceAll(copy, path), output);

function refused(code: number, output: string, dir: string, changed: boolean): Trouble {
	const said = output
		.replaceAll(new RegExp(`${dir}(?:/f-[^/]+)?/`, "g"), "")
		.trim()
		.split("\n");
	const words = said
		.map((line) => line.replace(/^\d+: /, ""))
		.filter((line) => /error|unable|invalid|unknown|fail|duplicate|denied/i.test(line));
	const heard = (words.length > 0 ? words : said.slice(-3)).join(" ");
	return {
		message: phrase(changed ? "does_not_start" : "does_not_start_now", { code, said: heard }),
		remedy: phrase("mend_files"),
	};
}
