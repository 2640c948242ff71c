import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { replaceFile, toDisk } from "#files/replace.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { type Carried, carriedIn, integrity, isOrigin } from "./backup.ts";
import { causeOf, failureOf } from "./database.ts";
import { BACKUP_FILE, STORE_FILE } from "./files/files.ts";
import { INSTALLATION_ID_FILE } from "./files/installation-id.ts";
import { Mark } from "./files/mark.ts";
import { removeDatabase, setAside } from "./files/set-aside.ts";
import { APPLICATION_ID, usable } from "./migrations.ts";

export type Restored =
	/** `aside`: the new names of the former state. */
	| { readonly kind: "restored"; readonly carried: Carried; readonly aside: readonly string[] }
	| { readonly kind: "refused"; readonly cause: string };

/**
 * Replaces the state in the folder with that of a backup. The former state is set aside, and so is the installation id. The
 * backup stays. An unsound backup changes nothing. Only while no controller runs.
 */
export function restoreBackup(folder: string, backup: string): Restored {
	try {
		const ready = madeReady(folder, backup);
		if (ready.kind === "refused") return ready;
		const live = join(folder, STORE_FILE);
		const aside = existsSync(live) ? [basename(setAside(live, "before-restore"))] : [];
		const id = ready.carried.get(INSTALLATION_ID_FILE);
		const renamed = id === undefined ? [] : takeId(folder, id);
		inPlace(folder);
		return { ...ready, aside: [...aside, ...renamed] };
	} catch (thrown) {
		return { kind: "refused", cause: causeOf(thrown) };
	}
}

/**
 * Called at the start. If Home Assistant restored a backup of the running app, the database may be incomplete, but the copy
 * beside it is whole. So the copy takes its place. A copy beside the database it was made of is left over from an
 * interrupted backup and is removed.
 */
export function takeRestored(folder: string, tell: Tell): readonly Finding[] {
	const backup = join(folder, BACKUP_FILE);
	if (!existsSync(backup)) return [];
	try {
		const live = join(folder, STORE_FILE);
		const ready = madeReady(folder, backup, (carried) => isOrigin(carried, live));
		if (ready.kind === "refused") return notRestored(folder, ready.cause, tell);
		if (ready.kind === "left_over") {
			rmSync(backup);
			return [];
		}
		removeDatabase(live);
		const id = ready.carried.get(INSTALLATION_ID_FILE);
		if (id !== undefined && !existsSync(join(folder, INSTALLATION_ID_FILE))) takeId(folder, id);
		inPlace(folder);
		rmSync(backup);
		tell(notice("info", "backup_restored", { made: ready.carried.get("made") ?? "?" }));
		return [];
	} catch (thrown) {
		return told({ file: BACKUP_FILE, cause: causeOf(thrown) }, tell);
	}
}

/** From now on a left-over copy is older than the database. */
export const clearLeftOver = (folder: string): void =>
	caught(() => rmSync(join(folder, BACKUP_FILE), { force: true }), undefined);

function notRestored(folder: string, cause: string, tell: Tell): readonly Finding[] {
	const file = basename(setAside(join(folder, BACKUP_FILE)));
	return told({ file, cause }, tell);
}

function told(facts: { readonly file: string; readonly cause: string }, tell: Tell): readonly Finding[] {
	tell(notice("error", "backup_not_restored", facts));
	return [finding("alarm", "backup_not_restored", facts)];
}

type Ready =
	| { readonly kind: "restored"; readonly carried: Carried }
	| { readonly kind: "left_over" }
	| { readonly kind: "refused"; readonly cause: string };

/** A database beside the live one, ready to be renamed. */
const freshIn = (folder: string) => join(folder, `${STORE_FILE}.new`);

function madeReady(folder: string, backup: string): Exclude<Ready, { kind: "left_over" }>;
function madeReady(folder: string, backup: string, leftOver: (carried: Carried) => boolean): Ready;
function madeReady(folder: string, backup: string, leftOver = (_: Carried) => false): Ready {
	const fresh = freshIn(folder);
	const found = statSync(backup, { throwIfNoEntry: false });
	if (found === undefined) return { kind: "refused", cause: "not_there" };
	if (!found.isFile()) return { kind: "refused", cause: "not_a_file" };
	removeDatabase(fresh);
	copyFileSync(backup, fresh);
	// A database that was set aside may have its log beside it.
	if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${fresh}-wal`);
	chmodSync(fresh, 0o600);
	const ready = unpacked(fresh, leftOver);
	if (ready.kind === "restored") toDisk(fresh);
	else removeDatabase(fresh);
	return ready;
}

function unpacked(fresh: string, leftOver: (carried: Carried) => boolean): Ready {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(fresh);
		const cause = flawOf(database);
		if (cause !== undefined) return { kind: "refused", cause };
		const carried = carriedIn(database);
		if (leftOver(carried)) return { kind: "left_over" };
		database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; DROP TABLE IF EXISTS carried");
		return { kind: "restored", carried };
	} catch (thrown) {
		return { kind: "refused", cause: failureOf(thrown).cause };
	} finally {
		database?.close();
	}
}

function flawOf(database: DatabaseSync): string | undefined {
	const numberOf = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
	if (numberOf("application_id") !== APPLICATION_ID) return "foreign";
	if (!usable(database, numberOf("user_version"))) return "newer";
	return integrity(database);
}

/** Takes over the backup's installation id. Another existing one is kept beside it. */
function takeId(folder: string, id: string): readonly string[] {
	const path = join(folder, INSTALLATION_ID_FILE);
	const before = existsSync(path) ? setAside(path, "before-restore") : undefined;
	replaceFile(path, `${id}\n`);
	return before === undefined ? [] : [basename(before)];
}

function inPlace(folder: string): void {
	// The backup may be older on purpose.
	Mark.forget(folder);
	renameSync(freshIn(folder), join(folder, STORE_FILE));
	toDisk(folder);
}
