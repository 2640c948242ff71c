import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { phrase } from "#model/sentences/sentence.ts";
import { type At, mine, put } from "../files/file.ts";
import { type Digests, digestsIn, digestsNow, digestText } from "../files/own-writes.ts";
import type { Trouble } from "../files/trouble.ts";
import type { Backup } from "./backup.ts";

/** The first line has the backup of a change under way, the second one what the change writes. */
const UNDER_WAY = "under-way";

/** Where the note is. */
interface Place {
	readonly backups: string;
	readonly at?: At | undefined;
}

/** Records what `recover` would restore, and what we write. Undefined removes the note. */
export async function note(
	{ backups, at }: Place,
	backup: string | undefined,
	ours: Digests = new Map(),
): Promise<undefined> {
	const bytes = backup === undefined ? undefined : Buffer.from(`${backup}\n${digestText(ours)}\n`);
	await put({ path: join(backups, UNDER_WAY), bytes, rights: mine(0o600) }, at);
}

/** The backup of a change that was begun and not finished. */
export const underWay = async (backups: string): Promise<string | undefined> =>
	(await noteIn(backups)).split("\n")[0]?.trim() || undefined;

const noteIn = (backups: string): Promise<string> => readFile(join(backups, UNDER_WAY), "utf8").catch(() => "");

/** Leaves all files as they are and forgets the unfinished change. Gives the backup that has the former files. */
export async function forget(place: Place): Promise<string | undefined> {
	const from = await underWay(place.backups);
	if (from !== undefined) await note(place, undefined);
	return from;
}

export const backedUp = ({ files }: Backup): Digests => new Map(files.map(({ path, sha256 = "" }) => [path, sha256]));

/** A file that is neither as before nor as we wrote it was repaired by a person. The repair stays and is not rolled back. */
export async function mendedByHand(backup: Backup, { backups }: Place): Promise<Trouble | undefined> {
	const ours = digestsIn((await noteIn(backups)).split("\n")[1] ?? "") ?? new Map<string, string>();
	const before = backedUp(backup);
	const now = await digestsNow([...ours.keys()]);
	const files = [...now].flatMap(([path, is]) => (is === ours.get(path) || is === before.get(path) ? [] : [path]));
	if (files.length === 0) return undefined;
	return {
		message: phrase("mended_by_hand", { files: files.join(", ") }),
		remedy: phrase("way_out_to", { backup: backup.name }),
	};
}
