import { randomBytes } from "node:crypto";
import { chmod, type FileHandle, open, readdir, readFile, readlink, rename, rm, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { codeOf } from "#model/untyped/error-code.ts";

/** Owner and mode of a file. */
export interface Rights {
	readonly uid: number;
	readonly gid: number;
	/** The lower nine bits, for example 0o640. */
	readonly mode: number;
}

export interface Found extends Rights {
	readonly bytes: Buffer;
}

/** What a file should be. Without bytes it should not exist. */
export interface Wanted {
	/** Absolute. */
	readonly path: string;
	readonly bytes: Buffer | undefined;
	readonly rights: Rights;
}

/** Called before and after each step that changes the disk, with a description. Tests simulate power cuts here. */
export type At = (point: string) => void;

/** Rights of the user who runs this. */
export function mine(mode: number): Rights {
	const { uid, gid } = userInfo();
	return { uid, gid, mode };
}

/** Undefined if it does not exist. Throws if it cannot be read. */
export async function found(path: string): Promise<Found | undefined> {
	try {
		const [bytes, { uid, gid, mode }] = await Promise.all([readFile(path), stat(path)]);
		return { bytes, uid, gid, mode: mode & 0o777 };
	} catch (failed) {
		if (codeOf(failed) === "ENOENT") return undefined;
		throw failed;
	}
}

/** The target of a symbolic link, even a missing one; the path itself if it is no link. */
export async function targetOf(path: string, links = LINKS): Promise<string> {
	const to = await readlink(path).catch(() => undefined);
	return to === undefined || links === 0 ? path : targetOf(resolve(dirname(path), to), links - 1);
}
/** As many links as the kernel follows (path_resolution(7)). */
const LINKS = 40;

/** Like `put`, but writes the target of a symbolic link. The link stays. */
export const putThrough = async (wanted: Wanted, at?: At): Promise<void> =>
	put({ ...wanted, path: await targetOf(wanted.path) }, at);

/**
 * Replaces a file in one step. A reader sees the old or the new file, complete and with its rights, also after a power cut
 * (rename(2), and fsync(2) of file and folder).
 */
export async function put({ path, bytes, rights }: Wanted, at: At = () => undefined): Promise<void> {
	at(`before ${path}`);
	if (bytes === undefined) {
		// Without a folder there is no file, and nothing to remove.
		if ((await stated(dirname(path))) === undefined) return;
		await rm(path, { force: true });
	} else {
		const beside = join(dirname(path), `.${randomBytes(BESIDE / 2).toString("hex")}.new`);
		try {
			await write(beside, bytes, rights);
			at(`written beside ${path}`);
			await rename(beside, path);
		} catch (failed) {
			await rm(beside, { force: true });
			throw failed;
		}
	}
	await flushFolder(dirname(path));
	at(`after ${path}`);
}

const stated = (path: string) => stat(path).catch(() => undefined);

/** Hex digits in the temporary name of an incomplete file. */
const BESIDE = 12;

/** Removes incomplete files that a power cut left in a folder. They may hold secrets. */
export async function swept(path: string): Promise<void> {
	const left = (await readdir(path).catch(() => [])).filter((name) => /^\.[0-9a-f]{12}\.new$/.test(name));
	for (const name of left) await rm(join(path, name), { force: true });
}

async function write(path: string, bytes: Buffer, { uid, gid, mode }: Rights): Promise<void> {
	// Other users must not read it before it has its final rights.
	await flushed(await open(path, "wx", 0o600), async (file) => {
		await file.writeFile(bytes);
		const { uid: u, gid: g } = await file.stat();
		if (u !== uid || g !== gid) await file.chown(uid, gid);
		await file.chmod(mode);
	});
}

/** Creates a folder if it is missing, with this mode regardless of the umask. */
export async function folder(path: string, mode: number): Promise<void> {
	if (makeFolder(path, mode)) await chmod(path, mode);
}

const flushFolder = async (path: string) => flushed(await open(path, "r"), async () => undefined);

async function flushed(file: FileHandle, use: (file: FileHandle) => Promise<void>): Promise<void> {
	try {
		await use(file);
		await file.sync();
	} finally {
		await file.close();
	}
}
