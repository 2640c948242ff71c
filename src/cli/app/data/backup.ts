import { existsSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { complain, FINE, fine, type Machine, notFine, USAGE } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { languageBy, remarksIn, whyWord } from "#app/words.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { type Asked, askControl } from "#runtime/socket/ask-control.ts";
import { sealBackup } from "#store/backup.ts";
import { causeOf, openDatabase } from "#store/database.ts";
import { BACKUP_FILE, DRAFT_FILE, STORE_FILE } from "#store/files/files.ts";

export interface BackupFlags extends SourceFlags {
	/** Makes a copy beside the database, for a backup of the whole data folder. */
	readonly prepare?: boolean;
	/** Removes that copy. */
	readonly finish?: boolean;
	readonly json?: boolean;
}

/** Seconds for the copy. Home Assistant waits for it with its whole backup. */
const PATIENCE = seconds(40);
/** A controller that is starting is asked again. */
const TRIES = 5;
const BETWEEN = seconds(1);
/** A controller of an older version gives no code. */
const MAY_BE_STARTING = ["still_starting", "controller_says"];

/** Writes settings, counters, history and installation id to one file. Also works while a controller runs. */
export async function backup(
	machine: Machine,
	file: string | undefined,
	flags: BackupFlags,
	patience: Seconds = PATIENCE,
): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const word = remarksIn(language);
	if ([file !== undefined, flags.prepare, flags.finish].filter(Boolean).length !== 1) {
		complain(machine, word(remark("backup_usage")));
		return USAGE;
	}
	if (flags.finish) return finished(machine, folder, word);
	const target = file === undefined ? join(folder, BACKUP_FILE) : resolve(machine.cwd, file);
	const failed = (why: string) => notFine(machine, word(remark("backup_not_made", { why })));
	const asked = await copied(folder, patience);
	if (asked.kind === "empty") return failed(word(remark("backup_nothing", { folder })));
	const why = asked.kind === "failed" ? asked.why : sealedAt(folder, target);
	if (asked.kind !== "not_running")
		await askControl(folder, "backup_ended", why && causeIn(why), seconds(Math.min(5, patience)));
	if (why === undefined) return made(machine, target, flags.json, word);
	const known = failureOf(why, target);
	return failed(known === undefined ? whyWord(language, why) : word(known));
}

function sealedAt(folder: string, target: string): Sentence | undefined {
	const cause = sealBackup(folder, target, about());
	return cause === undefined ? undefined : remark("cause", { cause });
}

/**
 * The result for the controller to show: a code without facts, or the system's message, because another version accepts
 * only a text.
 */
const causeIn = ({ code, facts }: Sentence): string =>
	facts["seconds"] === undefined
		? String(facts["cause"] ?? (code === "controller_says" ? facts["said"] : code))
		: remark("late").code;

const about = () => ({ made: new Date().toISOString(), version: VERSION });

/** `empty`: there is nothing to copy yet. */
type Copied = Asked | { readonly kind: "empty" };

/** The running controller makes the copy, because only it may use its database. Without one it is made here. */
async function copied(folder: string, patience: Seconds): Promise<Copied> {
	for (let tries = 1; ; tries++) {
		const asked = await askControl(folder, "backup_copy", undefined, patience);
		if (asked.kind === "not_running") return (await copiedHere(folder)) ?? asked;
		if (asked.kind === "answer" || tries >= TRIES || !MAY_BE_STARTING.includes(asked.why.code)) return asked;
		await pause(BETWEEN * 1000);
	}
}

async function copiedHere(folder: string): Promise<Copied | undefined> {
	const path = join(folder, STORE_FILE);
	if (!existsSync(path)) return { kind: "empty" };
	const opened = openDatabase(path, 2000);
	if (opened.kind !== "open") return { kind: "failed", why: remark("cause", { cause: opened.cause }) };
	try {
		await opened.database.copy(join(folder, DRAFT_FILE));
		return undefined;
	} catch (thrown) {
		return { kind: "failed", why: remark("cause", { cause: causeOf(thrown) }) };
	} finally {
		opened.database.close();
	}
}

function made(machine: Machine, file: string, json: boolean | undefined, word: Word): number {
	const bytes = statSync(file).size;
	const done = remark("backup_done", { file, size: Math.ceil(bytes / 1000) });
	return fine(machine, json ? JSON.stringify({ ok: true, file, bytes }) : word(done));
}

/** Succeeds also without a copy: a backup whose preparation failed ends with this too. */
function finished(machine: Machine, folder: string, word: Word): number {
	try {
		rmSync(join(folder, BACKUP_FILE), { force: true });
		return FINE;
	} catch (thrown) {
		complain(machine, word(remark("backup_stays", { file: BACKUP_FILE, cause: causeOf(thrown) })));
		return FINE;
	}
}

const FULL = ["ENOSPC", "EDQUOT", "database or disk is full"];
function failureOf({ facts }: Sentence, target: string): Sentence | undefined {
	const cause = String(facts["cause"]);
	if (FULL.includes(cause)) return remark("backup_disk_full", { cause });
	return cause === "ENOENT" ? remark("backup_no_folder", { file: basename(target) }) : undefined;
}
