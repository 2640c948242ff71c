import { access, constants, realpath } from "node:fs/promises";
import { dirname } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { refusalOf } from "#model/untyped/error-code.ts";
import { onDisk } from "../conf/place.ts";
import { found, type Wanted } from "../files/file.ts";
import type { Trouble } from "../files/trouble.ts";

/** The files that differ from what they should be. */
export async function unlike(files: readonly Wanted[]): Promise<readonly Wanted[]> {
	const now = await Promise.all(files.map(async (wanted) => ({ wanted, is: await found(wanted.path) })));
	return now.flatMap(({ wanted, is }) => {
		const { bytes, rights } = wanted;
		if (bytes === undefined || is === undefined) return bytes === is?.bytes ? [] : [wanted];
		const same = bytes.equals(is.bytes) && rights.mode === is.mode && rights.uid === is.uid && rights.gid === is.gid;
		return same ? [] : [wanted];
	});
}

/** The first file that can be seen, without writing, not to be replaceable. */
export async function unreplaceable(files: readonly Wanted[]): Promise<Trouble | undefined> {
	const mounted = mountPoints();
	for (const { path } of files) {
		const real = await realpath(path).catch(() => path);
		if (mounted.has(real)) return notReplaced(path, "EBUSY");
		const code = await refusalOf(access(await folderThere(real), constants.W_OK));
		if (code !== undefined) return notReplaced(path, code);
	}
	return undefined;
}

/** @param code of the operating system */
export const notReplaced = (path: string, code: string): Trouble => ({
	message: phrase("file_not_replaced", { path, cause: code }),
	...(REMEDIES[code] && { remedy: REMEDIES[code] }),
});

const REMEDIES: Readonly<Record<string, Sentence>> = {
	EBUSY: phrase("mounted_file"),
	EROFS: phrase("read_only_folder"),
	ENOSPC: phrase("full_disk"),
	EDQUOT: phrase("full_disk"),
	EACCES: phrase("as_root"),
	EPERM: phrase("as_root"),
};

/** Its folder, or the nearest existing one above. */
async function folderThere(path: string): Promise<string> {
	const folder = dirname(path);
	const there = (await refusalOf(access(folder))) === undefined;
	return there || folder === dirname(folder) ? folder : folderThere(folder);
}

/** From proc(5), which writes blanks in octal. A file that is a mount point cannot be replaced by a rename. */
const mountPoints = (): ReadonlySet<string> =>
	new Set(
		(onDisk.read("/proc/self/mountinfo") ?? "")
			.split("\n")
			.map((line) =>
				(line.split(" ")[4] ?? "").replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
			),
	);
