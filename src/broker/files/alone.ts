import { randomBytes } from "node:crypto";
import { link, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { codeOf } from "#model/untyped/error-code.ts";

const LOCK = "changing";

/**
 * Runs `change` while no other process changes this broker; undefined if one does. A process that died does not block
 * others.
 */
export async function alone<T>(folder: string, change: () => Promise<T>): Promise<T | undefined> {
	makeFolder(folder);
	const lock = join(folder, LOCK);
	if (!(await taken(lock))) return undefined;
	try {
		return await change();
	} finally {
		await rm(lock, { force: true });
	}
}

async function taken(lock: string): Promise<boolean> {
	const pid = await readlink("/proc/self").catch(() => "0");
	const me = `${pid} ${await startOf(Number(pid))}`;
	for (const again of [true, false])
		try {
			await linked(lock, me);
			return true;
		} catch (failed) {
			if (codeOf(failed) !== "EEXIST") throw failed;
			const [owner = "", start] = (await readFile(lock, "utf8").catch(() => "")).split(" ");
			if (start !== undefined && (await startOf(Number(owner))) === start) return false;
			if (again) await rm(lock, { force: true });
		}
	return false;
}

/** Creates the lock file with its content in one step. Throws if it exists. */
async function linked(lock: string, text: string): Promise<void> {
	const beside = `${lock}.${randomBytes(6).toString("hex")}`;
	try {
		await writeFile(beside, text, { mode: 0o600 });
		await link(beside, lock);
	} catch (failed) {
		// Node does not name the path that it could not write.
		throw failed instanceof Error && !("path" in failed) ? Object.assign(failed, { path: beside }) : failed;
	} finally {
		await rm(beside, { force: true });
	}
}

/** Start time of a process in ticks since boot (proc(5)), because process ids are reused. */
async function startOf(process: number): Promise<string | undefined> {
	const stat = await readFile(`/proc/${process}/stat`, "utf8").catch(() => undefined);
	// The name before it, in brackets, may contain anything.
	return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
