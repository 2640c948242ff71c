import { asItWas, type Backup, backUp, backupIn, backupsIn, flaw } from "#broker/backup.ts";
import { confOf, settingsOf } from "#broker/conf.ts";
import { onDisk, type Place, placeOf } from "#broker/place.ts";
import { doorsOf } from "#broker/restart.ts";
import { holdsAll, restoredInTrial } from "#broker/restored.ts";
import { READ } from "#broker/trial.ts";
import { type BrokerFlags, change } from "./broker-change.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";

/** Copies the broker's files, reads the copies back, and says where they are. */
export async function brokerBackup(
	machine: Machine,
	flags: BrokerFlags & { readonly quick?: boolean; readonly prove?: boolean },
): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	if (typeof place === "string") {
		complain(machine, place);
		return USAGE;
	}
	if (flags.prove) return provenBackup(machine, place, flags);
	const paths = livedBy(place, flags.quick === true);
	if (flags.dryRun) {
		print(machine, `These would be copied:\n${paths.map((path) => `  ${path}`).join("\n")}`);
		return FINE;
	}
	try {
		const { name, folder, files } = await backUp(flags.backups, paths, flags.quick ? "quick" : "full", new Date());
		if (flags.json)
			print(machine, JSON.stringify({ ok: true, backup: name, folder, files: files.map(({ path }) => path) }));
		else print(machine, `${files.length} files are in ${folder}, read back and whole.`);
		return FINE;
	} catch (failed) {
		complain(machine, `No backup was made: ${failed instanceof Error ? failed.message : String(failed)}`);
		return NOT_FINE;
	}
}

/** The configuration alone, or with passwords, rights and certificates that it names. */
function livedBy({ config }: Place, quick: boolean): readonly string[] {
	const conf = confOf(config, onDisk);
	const own = [config, ...conf.lines.map(({ file }) => file)];
	return [...new Set(quick ? own : [...own, ...[...READ].flatMap((key) => settingsOf(conf, key))])];
}

/** Puts the newest backup of all files into a scratch place and starts a broker with it, and nothing else. */
async function provenBackup(machine: Machine, place: Place, { backups, json }: BrokerFlags): Promise<number> {
	const newest = (await backupsIn(backups)).findLast((backup) => holdsAll(backup, place.config));
	const trouble =
		newest === undefined
			? { message: `There is no backup of all files in ${backups}.`, remedy: "Make one: solar-heating broker backup" }
			: await restoredInTrial(place, newest);
	const name = newest?.name;
	if (json) print(machine, JSON.stringify({ ok: trouble === undefined, backup: name, ...trouble }));
	else if (trouble !== undefined) complain(machine, `${trouble.message}\n${trouble.remedy}`);
	else
		print(
			machine,
			`The backup ${name} works: a broker starts with it and nothing else. The one that runs was left alone.`,
		);
	return trouble === undefined ? FINE : NOT_FINE;
}

export interface RollbackFlags extends BrokerFlags {
	readonly list?: boolean;
	/** Its name; the newest without one. */
	readonly to?: string;
}

/** Puts the files of a backup back, byte for byte, and lets the broker take them. */
export async function brokerRollback(machine: Machine, flags: RollbackFlags): Promise<number> {
	if (flags.list) return list(machine, flags);
	return change(machine, flags, async (place) => {
		const backup = await chosen(flags);
		if (backup === undefined)
			return { remedy: `There is no such backup in ${flags.backups}. See: solar-heating broker rollback --list` };
		const broken = await flaw(backup);
		if (broken !== undefined) return { remedy: `${broken} Take another one: solar-heating broker rollback --list` };
		return {
			why: "rollback",
			files: await asItWas(backup),
			beside: backup.files.map(({ path }) => path),
			activate: "restart",
			prove: async () => {
				const doors = doorsOf(place);
				return doors.length > 0 ? undefined : { message: "The broker listens nowhere.", remedy: "" };
			},
			said: [`Everything is as it was in ${backup.name}. Run solar-heating check to see how safe that is.`],
			facts: { from: backup.name },
		};
	});
}

async function chosen({ backups, to }: RollbackFlags): Promise<Backup | undefined> {
	if (to !== undefined) return backupIn(backups, to);
	// What a rollback put away is not what to go back to next.
	return (await backupsIn(backups)).findLast(({ name }) => !name.endsWith("-rollback"));
}

async function list(machine: Machine, { backups, json }: RollbackFlags): Promise<number> {
	const all = await backupsIn(backups);
	if (json) {
		print(
			machine,
			JSON.stringify({ backups: all.map(({ name, files }) => ({ name, files: files.map(({ path }) => path) })) }),
		);
		return FINE;
	}
	if (all.length === 0) print(machine, `There is no backup in ${backups}.`);
	for (const { name, files } of all) print(machine, `${name}  ${files.map(({ path }) => path).join(" ")}`);
	return FINE;
}
