import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { type At, folder, found, mine, put, putThrough, type Rights, type Wanted } from "../files/file.ts";
import { unlike } from "./replaceable.ts";

/** The former content of a file. */
const kept = z.object({
	path: z.string().startsWith("/"),
	uid: z.int(),
	gid: z.int(),
	mode: z.int(),
	/** SHA-256 of the content, in hex. Absent if the file did not exist. */
	sha256: z.string().exactOptional(),
});
const list = z.object({ files: z.array(kept) });
type Kept = Readonly<z.output<typeof kept>>;

/** The content of files at one moment, in a folder of its own. */
export interface Backup {
	/** Starts with the time, so that names sort by age: `2026-11-25T04-31-07.123Z-harden`. */
	readonly name: string;
	readonly folder: string;
	readonly files: readonly Kept[];
}

const LIST = "files.json";
/** A backup holds password files and keys. */
const MINE: Rights = mine(0o600);

/**
 * Copies the files and reads the copies back. The list of files is written last: a folder without it is an incomplete
 * backup. If that fails, the folder is removed. Gives a sentence if a copy differs. Throws what the file system throws.
 * @param why a word for its name
 */
export async function backUp(
	where: string,
	paths: readonly string[],
	why: string,
	now: Date,
	at?: At,
): Promise<Backup | Sentence> {
	const name = `${now.toISOString().replaceAll(":", "-")}-${why}`;
	const home = join(where, name);
	try {
		await folder(home, 0o700);
		return await copied(name, home, paths, at);
	} catch (failed) {
		await rm(home, { recursive: true, force: true });
		throw failed;
	}
}

async function copied(name: string, home: string, paths: readonly string[], at?: At): Promise<Backup | Sentence> {
	const files: Kept[] = [];
	for (const [nth, path] of [...new Set(paths)].sort().entries()) {
		const file = await found(path);
		if (file === undefined) {
			files.push({ path, ...MINE });
			continue;
		}
		const { bytes, ...rights } = file;
		await put({ path: join(home, String(nth)), bytes, rights: MINE }, at);
		files.push({ path, ...rights, sha256: hashOf(bytes) });
	}
	const backup = { name, folder: home, files };
	await put(
		{ path: join(home, LIST), bytes: Buffer.from(JSON.stringify({ files }, undefined, "\t")), rights: MINE },
		at,
	);
	return (await flaw(backup)) ?? backup;
}

/** What is wrong with a backup; undefined if every byte is unchanged. */
async function flaw({ folder: home, files }: Backup): Promise<Sentence | undefined> {
	for (const [nth, { path, sha256 }] of files.entries()) {
		if (sha256 === undefined) continue;
		const copy = await readFile(join(home, String(nth))).catch((failed: unknown) => codeOf(failed));
		if (typeof copy === "string") return phrase("copy_unreadable", { path, cause: copy });
		if (hashOf(copy) !== sha256) return phrase("copy_differs", { path });
	}
	return undefined;
}

/** The former files, ready to be written; or what is wrong with the backup. */
export async function asItWas(backup: Backup): Promise<readonly Wanted[] | Sentence> {
	const broken = await flaw(backup);
	if (broken !== undefined) return broken;
	return Promise.all(
		backup.files.map(async ({ path, sha256, uid, gid, mode }, nth) => ({
			path,
			bytes: sha256 === undefined ? undefined : await readFile(join(backup.folder, String(nth))),
			rights: { uid, gid, mode },
		})),
	);
}

/**
 * Restores all files, byte for byte, with owner and mode. Restores nothing if the backup is incomplete, and gives the
 * reason.
 */
export async function restore(backup: Backup, at?: At): Promise<Sentence | undefined> {
	const files = await asItWas(backup);
	if ("code" in files) return files;
	// The file that names the others is restored last, so that they exist.
	for (const wanted of await unlike([...files].reverse())) await putThrough(wanted, at);
	return undefined;
}

/** The complete backups, oldest first. */
export async function backupsIn(where: string): Promise<readonly Backup[]> {
	const names = await readdir(where).catch(() => []);
	const found = await Promise.all(names.sort().map((name) => backupIn(where, name)));
	return found.flatMap((backup) => backup ?? []);
}

export async function backupIn(where: string, name: string): Promise<Backup | undefined> {
	if (name.includes("/") || name.startsWith(".")) return undefined;
	const folder = join(where, name);
	const listed = list.safeParse(jsonIn(await readFile(join(folder, LIST), "utf8").catch(() => ""))).data;
	return listed && { name, folder, files: listed.files };
}

/** Removes all but the newest `keep`. */
export async function prune(where: string, keep: number, at?: At): Promise<void> {
	at?.("before prune");
	for (const { folder: home } of (await backupsIn(where)).slice(0, -keep))
		await rm(home, { recursive: true, force: true });
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
