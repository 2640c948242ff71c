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
	/** Nothing had to be changed. */
	| { readonly kind: "nothing" }
	| {
			readonly kind: "done";
			readonly backup: Backup;
			/** The change is in force and proven. `beside` is what failed besides. */
			readonly beside?: Trouble;
	  }
	/** Nothing was changed. */
	| { readonly kind: "refused"; readonly trouble: Trouble }
	/** The change failed its proof and was undone. */
	| { readonly kind: "rolled_back"; readonly backup: Backup; readonly trouble: Trouble }
	/** The change failed its proof and could not be undone. */
	| { readonly kind: "stuck"; readonly backup: Backup; readonly trouble: Trouble; readonly again: Trouble };

/** A change of files that a running broker needs. */
export interface Change {
	/** A word for the backup's name. */
	readonly why: string;
	/** In this order. A file comes before the file that names it, so that a power cut between two of them does no harm. */
	readonly files: readonly Wanted[];
	/** Files that also go into the backup, changed or not. */
	readonly beside?: readonly string[];
}

/** Services that a change needs. An exception in one of them is a bug, and everything is undone. */
export interface Ports {
	/** The folder of backups; created with mode 0700. */
	readonly backups: string;
	readonly now: () => Date;
	/** Tries the files before anything is changed. Gives what is wrong with them. */
	try(files: readonly Wanted[]): Promise<Trouble | undefined>;
	/** Makes the broker read its files: after the change, and after it was undone. */
	activate(): Promise<Trouble | undefined>;
	/** Checks that the change has the promised effect. */
	prove(): Promise<Trouble | undefined>;
	/** ms for which the last `activate` refused clients. */
	downtime?(): number;
	readonly at?: At | undefined;
	/** Called before and after each step except those of the disk. Tests throw here. */
	readonly step?: At;
}

const lastKept = z.object({
	why: z.string(),
	/** End of the change, ISO 8601, UTC. */
	at: z.string(),
	backup: z.string(),
	/** ms from the stop of the broker until it accepted again; 0 if it kept serving. */
	downtime_ms: z.number(),
});
/** The last change, for later reports. */
export type LastChange = Readonly<z.output<typeof lastKept>>;

const LAST = "last-change.json";
/** Number of backups to keep. */
const KEEP = 50;
const MINE: Rights = mine(0o600);

/**
 * Tries, backs up, changes, activates and proves. If the proof fails or a step throws, everything is undone. After a power
 * cut each file is either old or new and complete, and a note for `recover` remains.
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
		// Otherwise the next command would think that somebody else had changed these files.
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

/** Undoes a change that was made and proven. */
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

/** The outcome when a command threw before anything was changed. */
export const unchanged = (failed: unknown): Extract<Outcome, { kind: "refused" }> => ({
	kind: "refused",
	trouble: { message: bugOf(failed).message, remedy: phrase("nothing_changed") },
});

interface Ready {
	readonly kind: "ready";
	readonly backup: Backup;
	readonly differing: readonly Wanted[];
}

/** Everything before the first file is changed. If it fails, nothing has changed. */
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

/** Undefined if nothing was ever changed, or if the note cannot be read. */
export async function lastChange(backups: string): Promise<LastChange | undefined> {
	return lastKept.safeParse(jsonIn(await readFile(join(backups, LAST), "utf8").catch(() => ""))).data;
}

/** Finishes a change that a power cut interrupted, by undoing it. Gives the backup that was restored. */
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

/** Nothing was changed: reports the system's error for the first file. */
function notBegun([first]: readonly Wanted[], failed: unknown): Trouble {
	const code = errorCode(failed);
	return code !== undefined && first !== undefined ? notReplaced(first.path, code) : unchanged(failed).trouble;
}

const unwrittenFor = (failed: unknown): Trouble => ({
	message: phrase("files_not_written", { cause: textOf(failed) }),
	remedy: BY_HAND,
});

/** @param act gives what is wrong, or throws what the file system throws */
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
