import { complain, FINE, fine, type Machine, NOT_FINE, notFine, print } from "#app/machine.ts";
import { asItWas, type Backup, backUp, backupIn, backupsIn } from "#broker/change/backup.ts";
import { newestWhole, restoredInTrial } from "#broker/change/restored.ts";
import { forget } from "#broker/change/under-way.ts";
import { confOf, settingsOf } from "#broker/conf/conf.ts";
import { listenersOf } from "#broker/conf/listeners.ts";
import { pathFlaw, READ } from "#broker/conf/path-settings.ts";
import { onDisk, type Place, placeOf } from "#broker/conf/place.ts";
import { alone } from "#broker/files/alone.ts";
import { changedSince } from "#broker/files/own-writes.ts";
import { textOf } from "#broker/files/trouble.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { doorsOf } from "#broker/running/restart.ts";
import { strangersRefused } from "#broker/running/strangers.ts";
import { phrase, type Word } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change } from "./change.ts";
import { plainTrouble, refuse, troubleText, wordAt } from "./words.ts";

/** Copies the broker's files, reads the copies back, and prints where they are. */
export async function brokerBackup(
	machine: Machine,
	flags: BrokerFlags & { readonly quick?: boolean; readonly prove?: boolean },
): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	const word = wordAt(machine, flags);
	if ("code" in place) return refuse(machine, word, place);
	if (flags.prove) return provenBackup(machine, word, place, flags);
	const flaw = pathFlaw(confOf(place.config, onDisk));
	if (flaw !== undefined) return refuse(machine, word, flaw);
	const paths = livedBy(place, flags.quick === true);
	if (flags.dryRun)
		return fine(machine, word(phrase("would_copy", { files: paths.map((path) => `\n  ${path}`).join("") })));
	try {
		const made = await backUp(flags.backups, paths, flags.quick ? "quick" : "full", new Date(), flags.at);
		if ("code" in made) return notFine(machine, `${word(phrase("backup_not_made"))} ${word(made)}`);
		const { name, folder, files } = made;
		const plain = { ok: true, backup: name, folder, files: files.map(({ path }) => path) };
		const count = files.length;
		return fine(machine, flags.json ? JSON.stringify(plain) : word(phrase("backup_made", { count, folder })));
	} catch (failed) {
		return notFine(machine, word(phrase("backup_fails", { cause: textOf(failed) })));
	}
}

/** Only the configuration, or also the passwords, rights and certificates that it names. */
function livedBy({ config }: Place, quick: boolean): readonly string[] {
	const conf = confOf(config, onDisk);
	const own = [config, ...conf.lines.map(({ file }) => file)];
	return [...new Set(quick ? own : [...own, ...[...READ].flatMap((key) => settingsOf(conf, key))])];
}

/** Restores the newest backup of all files into a temporary folder and starts a broker with nothing else. */
async function provenBackup(
	machine: Machine,
	word: Word,
	place: Place,
	{ backups, json }: BrokerFlags,
): Promise<number> {
	const newest = await newestWhole(backups, place);
	const trouble =
		newest === undefined
			? { message: phrase("no_full_backup", { folder: backups }), remedy: phrase("make_backup") }
			: await restoredInTrial(place, newest);
	const name = newest?.name;
	if (json) {
		const seen = trouble && plainTrouble(word, trouble);
		print(machine, JSON.stringify({ ok: trouble === undefined, backup: name, ...seen }));
	} else if (trouble !== undefined) complain(machine, troubleText(word, trouble));
	else print(machine, word(phrase("backup_works", { backup: name ?? "" })));
	return trouble === undefined ? FINE : NOT_FINE;
}

export interface RollbackFlags extends BrokerFlags {
	readonly list?: boolean;
	/** The name of a backup. Default: the newest. */
	readonly to?: string;
	/** Leaves all files as they are, and forgets the interrupted change. */
	readonly forget?: boolean;
	/** Also replaces files that somebody else has changed since. */
	readonly overwrite?: boolean;
}

/** Restores the files of a backup, byte for byte, and makes the broker use them. */
export async function brokerRollback(machine: Machine, flags: RollbackFlags): Promise<number> {
	if (flags.list) return list(machine, flags);
	if (flags.forget) return forgotten(machine, flags);
	return change(machine, flags, async (place) => {
		const backup = await chosen(flags);
		if (backup === undefined) return { remedy: [phrase("no_such_backup", { folder: flags.backups })] };
		const files = await asItWas(backup);
		if ("code" in files) return { remedy: [files, phrase("take_other_backup")] };
		const paths = backup.files.map(({ path }) => path);
		const foreign = flags.overwrite ? [] : await changedSince(flags.backups, paths);
		if (foreign.length > 0)
			return { remedy: [phrase("would_overwrite", { files: foreign.join(", ") }), phrase("overwrite_anyway")] };
		const said = [
			phrase("rolled_back_to", { backup: backup.name, files: paths.map((path) => `\n  ${path}`).join("") }),
		];
		return {
			takes_away: true,
			why: "rollback",
			files,
			beside: paths,
			activate: "restart",
			prove: async () => {
				if (listenersOf(confOf(place.config, onDisk)).length === 0 && doorsOf(place).length === 0)
					return { message: phrase("listens_nowhere") };
				const open = await strangersRefused(certifiedDoors(place), clientIdsIn(flags.backups));
				if (open !== undefined) said.push(open.message, phrase("open_again"));
				return undefined;
			},
			said,
			facts: { from: backup.name },
		};
	});
}

/** The way out if an interrupted change cannot or must not be undone. */
async function forgotten(machine: Machine, flags: RollbackFlags): Promise<number> {
	const word = wordAt(machine, flags);
	const ended = await alone(flags.backups, async () => ({ backup: await forget({ backups: flags.backups }) }));
	if (ended === undefined) return refuse(machine, word, phrase("busy"));
	if (ended.backup === undefined) return refuse(machine, word, phrase("nothing_to_forget"));
	const { backup } = ended;
	return fine(
		machine,
		flags.json ? JSON.stringify({ ok: true, forgotten: backup }) : word(phrase("forgotten", { backup })),
	);
}

async function chosen({ backups, to }: RollbackFlags): Promise<Backup | undefined> {
	if (to !== undefined) return backupIn(backups, to);
	// The files that a rollback replaced are not what the next rollback should restore.
	return (await backupsIn(backups)).findLast(({ name }) => !name.endsWith("-rollback"));
}

async function list(machine: Machine, flags: RollbackFlags): Promise<number> {
	const { backups, json } = flags;
	const all = await backupsIn(backups);
	const named = all.map(({ name, files }) => ({ name, files: files.map(({ path }) => path) }));
	if (json) return fine(machine, JSON.stringify({ backups: named }));
	if (all.length === 0) print(machine, wordAt(machine, flags)(phrase("no_backup", { folder: backups })));
	for (const { name, files } of named) print(machine, `${name}  ${files.join(" ")}`);
	return FINE;
}
