import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#files/make-folder.ts";
import { replaceFile } from "#files/replace.ts";
import { finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { CONTROL_SOCKET } from "#runtime/socket/ask-control.ts";
import { MARK_FILE, PAGE_PASSWORD_FILE, STORE_FILE } from "#store/files/files.ts";
import { INSTALLATION_ID_FILE } from "#store/files/installation-id.ts";
import type { Observer } from "./running.ts";

/** ms between two checks. */
const PACE = 5000;
const PUT_BACK = [INSTALLATION_ID_FILE, CONTROL_SOCKET];
const FILES = [STORE_FILE, MARK_FILE, PAGE_PASSWORD_FILE, ...PUT_BACK];

export interface KeptHerePorts {
	/** Listens on the control socket again. */
	readonly listen: () => Promise<unknown>;
	/** How often a save found the store's file removed or replaced, which may be before a check. */
	readonly replaced: () => number;
}

/**
 * Notices files that were removed from the running controller's folder, reports that, and restores what it can: the
 * installation id, without which every entity would be doubled at the next start, and the control socket. The store makes
 * its own files again. The page's password is not restored, because removing it is how an owner gets a new one. Starts once
 * the store is open, because a backup that is restored at the start removes the mark.
 */
export function keptHere(folder: string, tell: Tell, { listen, replaced }: KeptHerePorts, pace = PACE) {
	const gone = new Set<string>();
	const isMissing = watched(folder);
	const putBack = puttingBack(folder, listen);
	/** Replacements of the store's file that were reported, including one that the next save will find. */
	let known = replaced();
	const look = async () => {
		const lost = FILES.filter((file) => isMissing(file) || (file === STORE_FILE && replaced() > known));
		if (lost.includes(STORE_FILE)) known = existsSync(join(folder, STORE_FILE)) ? replaced() : replaced() + 1;
		for (const file of lost) gone.add(file);
		if (lost.length > 0) tell(notice("error", "kept_data_removed", { folder, files: lost.join(", ") }));
		await putBack(gone);
	};
	let cause = "";
	const safely = () =>
		void look().catch((failed: unknown) => {
			if (cause !== String(failed)) tell(notice("error", "kept_data_not_restored", { folder, cause: String(failed) }));
			cause = String(failed);
		});
	safely();
	const timer = setInterval(safely, pace);
	timer.unref();
	return {
		findings: () => (gone.size === 0 ? [] : [finding("alarm", "kept_data_removed", { files: [...gone].join(", ") })]),
		close: () => clearInterval(timer),
	} satisfies Observer;
}

/** Whether a file that existed before is missing. */
function watched(folder: string): (file: string) => boolean {
	const seen = new Set<string>();
	return (file) => {
		if (!existsSync(join(folder, file))) return seen.delete(file);
		seen.add(file);
		return false;
	};
}

/** Restores missing files. What could not be written is tried again at each check. */
function puttingBack(folder: string, listen: KeptHerePorts["listen"]): (gone: ReadonlySet<string>) => Promise<void> {
	const name = join(folder, INSTALLATION_ID_FILE);
	let known = "";
	return async (gone) => {
		if (existsSync(name)) known = readFileSync(name, "utf8");
		const absent = PUT_BACK.filter((file) => gone.has(file) && !existsSync(join(folder, file)));
		if (absent.length === 0) return;
		makeFolder(folder);
		if (absent.includes(INSTALLATION_ID_FILE)) replaceFile(name, known);
		if (absent.includes(CONTROL_SOCKET)) await listen();
	};
}
