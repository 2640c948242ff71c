import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { type At, found, mine, put, type Wanted } from "./file.ts";

/** Files as this program left them: path to SHA-256 in hex, or to an empty text if there is none. */
export type Digests = ReadonlyMap<string, string>;

const LIST = "written.json";

export const digestsOf = (files: readonly Pick<Wanted, "path" | "bytes">[]): Digests =>
	new Map(files.map(({ path, bytes }) => [path, bytes === undefined ? "" : sha256(bytes)]));

/** The present content. */
export const digestsNow = async (paths: readonly string[]): Promise<Digests> =>
	digestsOf(await Promise.all(paths.map(async (path) => ({ path, bytes: (await found(path))?.bytes }))));

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Records what was written, in addition to earlier records. */
export async function rememberWrites(backups: string, written: Digests, at?: At): Promise<void> {
	const all = new Map([...(await lastWrites(backups)), ...written]);
	await put({ path: join(backups, LIST), bytes: Buffer.from(`${digestText(all)}\n`), rights: mine(0o600) }, at);
}

/** Files that changed since this program last wrote them. */
export async function changedSince(backups: string, paths: readonly string[]): Promise<readonly string[]> {
	const known = await lastWrites(backups);
	const now = await digestsNow(paths.filter((path) => known.has(path)));
	return [...now].flatMap(([path, digest]) => (known.get(path) === digest ? [] : [path]));
}

const lastWrites = async (backups: string): Promise<Digests> =>
	digestsIn(await readFile(join(backups, LIST), "utf8").catch(() => "")) ?? new Map();

export const digestText = (digests: Digests): string => JSON.stringify(Object.fromEntries(digests));

/** Undefined for an invalid text. */
export function digestsIn(text: string): Digests | undefined {
	const all = jsonIn(text);
	if (!isRecord(all)) return undefined;
	return new Map(
		Object.entries(all).flatMap(([path, digest]) => (typeof digest === "string" ? [[path, digest] as const] : [])),
	);
}
