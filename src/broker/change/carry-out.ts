import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { type At, folder, mine, put, putThrough, type Rights, swept, targetOf, type Wanted } from "../files/file.ts";
import { digestsNow, digestsOf, rememberWrites } from "../files/own-writes.ts";
import { bugOf, step, type Trouble, textOf } from "../files/trouble.ts";
import { type Backup, backUp, backupIn, prune, restore } from "./backup.ts";
import { notReplaced, unlike, unreplaceable } from "./replaceable.ts";
import { backedUp, mendedByHand, note, underWay } from "./under-way.ts";

export type Outcome =
	/** Everything was so already. */
	| { readonly kind: "nothing" }
	| {
			readonly kind: "done";
			readonly backup: Backup;
			/** It is in force and proven; what could not be done beside it. */
			readonly beside?: Trouble;
	  }
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

/** What a change needs. An exception in one of these is a bug, and everything is put back. */
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
	readonly at?: At | undefined;
	/** Called before and after each step that is not the disk's: tests let them throw. */
	readonly step?: At;
}

const lastKept = z.object({
	why: z.string(),
	/** ISO 8601, UTC; when it was over. */
	at: z.string(),
	backup: z.string(),
	/** From the stop of the broker until it accepted again; 0 where it went on serving. */
	downtime_ms: z.number(),
});
/** The last change, for a later look at it. */
export type LastChange = Readonly<z.output<typeof lastKept>>;

const LAST = "last-change.json";
/** Backups that are kept. */
const KEEP = 50;
const MINE: Rights = mine(0o600);

/**
 * Tries, backs up, changes, activates and proves; and puts everything back where the proof fails, or a step throws. A power
 * cut in between leaves each file old or new and whole, and a note for `recover`.
 */
export async function carryOut(change: Change, ports: Ports): Promise<Outcome> {
	const ready = await prepared(change, ports).catch((failed: unknown) => unchanged(failed));
	if (ready.kind !== "ready") return ready;
	const { backup, differing } = ready;
	const unwritten = await written(differing, ports).catch((failed: unknown) => ({ failed }));
	const none = unwritten && (await unlike(differing)).length === differing.length;
	if (none && (await attempted(() => note(ports, undefined))) === undefined)
		return { kind: "refused", trouble: notBegun(differing, unwritten.failed) };
	const trouble =
		(unwritten && unwrittenFor(unwritten.failed)) ??
		(await step(ports, "activate", () => ports.activate())) ??
		(await step(ports, "prove", () => ports.prove())) ??
		// Else the next command would take what was written here for somebody else's.
		(await attempted(async () => {
			await rememberWrites(ports.backups, digestsOf(differing), ports.at);
			return note(ports, undefined);
		}));
	if (trouble !== undefined) return rolledBack(backup, ports, trouble);
	const beside = await attempted(async () => {
		await remember(ports, change.why, backup.name);
		await prune(ports.backups, KEEP, ports.step);
		return undefined;
	});
	return {
		kind: "done",
		backup,
		...(beside && { beside: { message: phrase("not_remembered"), remedy: beside.message } }),
	};
}

/** Takes a change back that was made and proven. */
export async function takeBack(backup: Backup, ports: Ports, trouble: Trouble): Promise<Outcome> {
	const unnoted = await attempted(async () =>
		note(ports, backup.name, await digestsNow(backup.files.map(({ path }) => path))),
	);
	await put({ path: join(ports.backups, LAST), bytes: undefined, rights: MINE }).catch(() => undefined);
	return unnoted === undefined
		? rolledBack(backup, ports, trouble)
		: { kind: "stuck", backup, trouble, again: unnoted };
}

async function rolledBack(backup: Backup, ports: Ports, trouble: Trouble): Promise<Outcome> {
	const again = await putBack(backup, ports);
	return again === undefined ? { kind: "rolled_back", backup, trouble } : { kind: "stuck", backup, trouble, again };
}

/** What a command that threw has to say where nothing was changed yet. */
export const unchanged = (failed: unknown): Extract<Outcome, { kind: "refused" }> => ({
	kind: "refused",
	trouble: { message: bugOf(failed).message, remedy: phrase("nothing_changed") },
});

interface Ready {
	readonly kind: "ready";
	readonly backup: Backup;
	readonly differing: readonly Wanted[];
}

/** Everything before the first change of a file. If it fails, nothing has changed. */
async function prepared({ why, files, beside = [] }: Change, ports: Ports): Promise<Outcome | Ready> {
	const differing = await unlike(files);
	if (differing.length === 0) return { kind: "nothing" };
	const seen = await digestsNow(differing.map(({ path }) => path));
	ports.step?.("before try");
	const bad = (await unreplaceable(differing)) ?? (await ports.try(files));
	if (bad !== undefined) return { kind: "refused", trouble: bad };
	ports.step?.("after try");
	try {
		await folder(ports.backups, 0o700);
		const paths = [...differing.map(({ path }) => path), ...beside];
		const backup = await backUp(ports.backups, paths, why, ports.now(), ports.step);
		if ("code" in backup) return { kind: "refused", trouble: { message: backup, remedy: NO_BACKUP } };
		const copied = backedUp(backup);
		const meanwhile = [...seen].flatMap(([path, digest]) => (copied.get(path) === digest ? [] : [path]));
		if (meanwhile.length > 0)
			return { kind: "refused", trouble: { message: phrase("changed_meanwhile", { files: meanwhile.join(", ") }) } };
		await note(ports, backup.name, digestsOf(differing));
		return { kind: "ready", backup, differing };
	} catch (failed) {
		await note({ ...ports, at: undefined }, undefined).catch(() => undefined);
		const message = phrase("backup_fails", { cause: textOf(failed) });
		return { kind: "refused", trouble: { message, remedy: NO_BACKUP } };
	}
}

async function remember({ backups, now, downtime, at }: Ports, why: string, backup: string): Promise<void> {
	const last: LastChange = { why, at: now().toISOString(), backup, downtime_ms: downtime?.() ?? 0 };
	await put({ path: join(backups, LAST), bytes: Buffer.from(`${JSON.stringify(last)}\n`), rights: MINE }, at);
}

/** Undefined where nothing was changed yet, or the note of it cannot be read. */
export async function lastChange(backups: string): Promise<LastChange | undefined> {
	return lastKept.safeParse(jsonIn(await readFile(join(backups, LAST), "utf8").catch(() => ""))).data;
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
	const folders = new Set([
		ports.backups,
		...(await Promise.all(backup.files.map(async ({ path }) => dirname(await targetOf(path))))),
	]);
	const trouble =
		(await putBack(backup, ports)) ??
		(await attempted(async () => {
			for (const path of folders) await swept(path);
			return undefined;
		}));
	return trouble === undefined ? { from } : { from, trouble };
}

async function putBack(backup: Backup, ports: Ports): Promise<Trouble | undefined> {
	return (
		(await step(ports, "compare", () => mendedByHand(backup, ports))) ??
		(await attempted(() => restore(backup, ports.at))) ??
		(await attempted(async () => {
			await rememberWrites(ports.backups, backedUp(backup), ports.at);
			return undefined;
		})) ??
		(await step(ports, "activate", () => ports.activate())) ??
		(await attempted(() => note(ports, undefined)))
	);
}

async function written(files: readonly Wanted[], { at }: Ports): Promise<undefined> {
	for (const wanted of files) {
		if (wanted.bytes !== undefined) await folder(dirname(await targetOf(wanted.path)), 0o755);
		await putThrough(wanted, at);
	}
}

/** Nothing was changed yet: what is said is what the system said of the first file. */
function notBegun([first]: readonly Wanted[], failed: unknown): Trouble {
	const code = errorCode(failed);
	return code !== undefined && first !== undefined ? notReplaced(first.path, code) : unchanged(failed).trouble;
}

const unwrittenFor = (failed: unknown): Trouble => ({
	message: phrase("files_not_written", { cause: textOf(failed) }),
	remedy: BY_HAND,
});

/** @param act gives what is wrong, or throws what the disk says */
async function attempted(act: () => Promise<Sentence | undefined>): Promise<Trouble | undefined> {
	try {
		const message = await act();
		return message && { message, remedy: BY_HAND };
	} catch (failed) {
		return unwrittenFor(failed);
	}
}

const NO_BACKUP = phrase("make_room");
const BY_HAND = phrase("roll_back_by_hand");
