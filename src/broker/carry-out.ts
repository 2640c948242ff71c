import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { phrase, type Sentence } from "#model/sentence.ts";
import { type Backup, backUp, backupIn, prune, restore } from "./backup.ts";
import { type At, folder, found, mine, put, type Rights, swept, type Wanted } from "./file.ts";

/** Something that stopped a change: what happened, and what to do. No secrets. */
export interface Trouble {
	readonly message: Sentence;
	/** Absent where there is nothing to do. */
	readonly remedy?: Sentence;
}

export type Outcome =
	/** Everything was so already. */
	| { readonly kind: "nothing" }
	| { readonly kind: "done"; readonly backup: Backup }
	/** Nothing was changed. */
	| { readonly kind: "refused"; readonly trouble: Trouble }
	/** It was changed, proven bad, and is as it was. */
	| { readonly kind: "rolled_back"; readonly backup: Backup; readonly trouble: Trouble }
	/** It was changed, proven bad, and could not be put back. */
	| { readonly kind: "stuck"; readonly backup: Backup; readonly trouble: Trouble; readonly again: Trouble };

/** A change of files that somebody lives by. */
export interface Change {
	/** A word for the backup's name. */
	readonly why: string;
	/** In this order: what another file names goes before that one, so that the power may fail between any two of them. */
	readonly files: readonly Wanted[];
	/** Files that go into the backup as well, changed or not. */
	readonly beside?: readonly string[];
}

export interface Ports {
	/** Where backups are kept; made with mode 0700. */
	readonly backups: string;
	readonly now: () => Date;
	/** Tries the files before anything is changed: what is wrong with them. */
	try(files: readonly Wanted[]): Promise<Trouble | undefined>;
	/** Lets the broker take its files: after the change, and after it was put back. */
	activate(): Promise<Trouble | undefined>;
	/** Whether it is now what it should be. */
	prove(): Promise<Trouble | undefined>;
	/** For how many ms the last `activate` kept everybody out. */
	downtime?(): number;
	readonly at?: At;
}

/** The change that was made last, for whoever looks at it afterwards. */
export interface LastChange {
	readonly why: string;
	/** ISO 8601, UTC; when it was over. */
	readonly at: string;
	readonly backup: string;
	/** From the stop of the broker until it accepted again; 0 where it went on serving. */
	readonly downtime_ms: number;
}

const UNDER_WAY = "under-way";
const LAST = "last-change.json";
/** Backups that are kept. */
const KEEP = 50;
const MINE: Rights = mine(0o600);

/**
 * Tries, backs up, changes, activates and proves; and puts everything back where the proof fails. A power cut in between
 * leaves each file old or new and whole, and a note for `recover`.
 */
export async function carryOut({ why, files, beside = [] }: Change, ports: Ports): Promise<Outcome> {
	const differing = await changed(files);
	if (differing.length === 0) return { kind: "nothing" };
	const bad = await ports.try(files);
	if (bad !== undefined) return { kind: "refused", trouble: bad };
	let backup: Backup;
	try {
		await folder(ports.backups, 0o700);
		const made = await backUp(ports.backups, [...differing.map(({ path }) => path), ...beside], why, ports.now());
		if ("code" in made) return { kind: "refused", trouble: { message: made, remedy: NO_BACKUP } };
		backup = made;
		await note(ports, backup.name);
	} catch (failed) {
		const message = phrase("backup_fails", { cause: textOf(failed) });
		return { kind: "refused", trouble: { message, remedy: NO_BACKUP } };
	}
	const trouble = (await attempted(() => written(differing, ports))) ?? (await proven(ports));
	if (trouble === undefined) {
		await note(ports, undefined);
		await remember(ports, why, backup.name);
		await prune(ports.backups, KEEP);
		return { kind: "done", backup };
	}
	const again = await putBack(backup, ports);
	return again === undefined ? { kind: "rolled_back", backup, trouble } : { kind: "stuck", backup, trouble, again };
}

async function remember({ backups, now, downtime, at }: Ports, why: string, backup: string): Promise<void> {
	const last: LastChange = { why, at: now().toISOString(), backup, downtime_ms: downtime?.() ?? 0 };
	await put({ path: join(backups, LAST), bytes: Buffer.from(`${JSON.stringify(last)}\n`), rights: MINE }, at);
}

/** Undefined where nothing was changed yet, or the note of it cannot be read. */
export async function lastChange(backups: string): Promise<LastChange | undefined> {
	try {
		const { why, at, backup, downtime_ms } = JSON.parse(await readFile(join(backups, LAST), "utf8"));
		const whole = [why, at, backup].every((text) => typeof text === "string") && typeof downtime_ms === "number";
		return whole ? { why, at, backup, downtime_ms } : undefined;
	} catch {
		return undefined;
	}
}

/** Ends a change that a power cut left half done, by putting everything back; says which backup that was. */
export async function recover(
	ports: Ports,
): Promise<{ readonly from: string; readonly trouble?: Trouble } | undefined> {
	const from = await underWay(ports.backups);
	if (from === undefined) return undefined;
	const backup = await backupIn(ports.backups, from);
	if (backup === undefined)
		return { from, trouble: { message: phrase("backup_lacking", { backup: from }), remedy: BY_HAND } };
	const trouble = await putBack(backup, ports);
	for (const path of new Set([ports.backups, ...backup.files.map(({ path }) => dirname(path))])) await swept(path);
	return trouble === undefined ? { from } : { from, trouble };
}

/** The backup of a change that was begun and not ended. */
export const underWay = async (backups: string): Promise<string | undefined> =>
	(await readFile(join(backups, UNDER_WAY), "utf8").catch(() => "")).trim() || undefined;

async function putBack(backup: Backup, ports: Ports): Promise<Trouble | undefined> {
	const trouble = (await attempted(() => restore(backup, ports.at))) ?? (await ports.activate());
	if (trouble === undefined) await note(ports, undefined);
	return trouble;
}

async function written(files: readonly Wanted[], { at }: Ports): Promise<undefined> {
	for (const wanted of files) {
		if (wanted.bytes !== undefined) await folder(dirname(wanted.path), 0o755);
		await put(wanted, at);
	}
}

const proven = async (ports: Ports) => (await ports.activate()) ?? (await ports.prove());

/** @param act gives what is wrong, or throws what the disk says */
async function attempted(act: () => Promise<Sentence | undefined>): Promise<Trouble | undefined> {
	const message = await act().catch((failed: unknown) => phrase("files_not_written", { cause: textOf(failed) }));
	return message && { message, remedy: BY_HAND };
}

/** Those that are not yet what they have to be. */
async function changed(files: readonly Wanted[]): Promise<readonly Wanted[]> {
	const now = await Promise.all(files.map(async (wanted) => ({ wanted, is: await found(wanted.path) })));
	return now.flatMap(({ wanted, is }) => {
		const { bytes, rights } = wanted;
		if (bytes === undefined || is === undefined) return bytes === is?.bytes ? [] : [wanted];
		const same = bytes.equals(is.bytes) && rights.mode === is.mode && rights.uid === is.uid && rights.gid === is.gid;
		return same ? [] : [wanted];
	});
}

/** What `recover` would have to put back; undefined for nothing. */
const note = ({ backups, at }: Ports, backup: string | undefined) =>
	put(
		{
			path: join(backups, UNDER_WAY),
			bytes: backup === undefined ? undefined : Buffer.from(`${backup}\n`),
			rights: MINE,
		},
		at,
	);

const NO_BACKUP = phrase("make_room");
const BY_HAND = phrase("roll_back_by_hand");

const textOf = (failed: unknown): string => (failed instanceof Error ? failed.message : String(failed));
