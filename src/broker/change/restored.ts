import { basename, dirname } from "node:path";
import { phrase } from "#model/sentences/sentence.ts";
import { confOf, type Files, settingsOf } from "../conf/conf.ts";
import { READ } from "../conf/path-settings.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { textOf } from "../files/encoding.ts";
import type { Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";
import { tried } from "../running/trial.ts";
import { asItWas, type Backup, backupsIn } from "./backup.ts";

/** The newest complete backup. The backup of a single change does not hold everything that a broker needs. */
export const newestWhole = async (where: string, { config }: Place): Promise<Backup | undefined> =>
	(await backupsIn(where)).findLast(
		({ name, files }) =>
			name.endsWith("-full") && files.some(({ path, sha256 }) => path === config && sha256 !== undefined),
	);

/**
 * Whether a broker works with nothing but this backup. It is restored into a folder of its own, and a broker is started on
 * it.
 */
export async function restoredInTrial(place: Place, backup: Backup): Promise<Trouble | undefined> {
	const remedy = phrase("make_new_backup");
	const files = await asItWas(backup);
	if ("code" in files) return { message: files, remedy };
	const has = (path: string) => files.some((file) => file.path === path && file.bytes !== undefined);
	const conf = confOf(place.config, alone(files));
	const lacking = conf.lines.filter(({ key = "", value }) => READ.has(key) && !has(value)).map(({ value }) => value);
	if (lacking.length > 0)
		return { message: phrase("backup_lacks", { backup: backup.name, files: lacking.join(", ") }), remedy };
	const trouble = await tried(place, files, NOTHING);
	return trouble && { message: trouble.message, remedy };
}

/** The password files that its configuration names; undefined if the backup cannot be read. */
export async function passwordFilesIn(place: Place, backup: Backup): Promise<readonly string[] | undefined> {
	const files = await asItWas(backup);
	return "code" in files ? undefined : settingsOf(confOf(place.config, alone(files)), "password_file");
}

/** An empty disk, as after a loss. */
const NOTHING: Files = { read: () => undefined, names: () => [] };

/** A disk with only these files. */
const alone = (files: readonly Wanted[]): Files => ({
	...(onDisk.folderOf && { folderOf: onDisk.folderOf }),
	read(path) {
		const bytes = files.find((file) => file.path === path)?.bytes;
		return bytes && textOf(bytes);
	},
	names: (folder) =>
		files.filter(({ path }) => dirname(path) === folder.replace(/\/$/, "")).map(({ path }) => basename(path)),
});
