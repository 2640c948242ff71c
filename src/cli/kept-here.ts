import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "#files/replace.ts";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { CONTROL_SOCKET } from "#runtime/ask-control.ts";
import { STORE_FILE } from "#store/files.ts";
import { INSTALLATION_ID_FILE } from "#store/installation-id.ts";

/** ms between two looks. */
const PACE = 5000;
const FILES = [STORE_FILE, INSTALLATION_ID_FILE, CONTROL_SOCKET];

export interface KeptHere {
	readonly findings: () => readonly Finding[];
	close(): void;
}

/**
 * Notices that files of the running controller were removed from its folder, tells it, and puts back what it knows: the
 * installation's name, without which every entity would be doubled at the next start, and the control socket. The store
 * makes its own file again at its next save.
 * @param listen listens on the control socket anew
 */
export function keptHere(folder: string, tell: Tell, listen: () => Promise<unknown>, pace = PACE): KeptHere {
	const seen = new Set<string>();
	const gone = new Set<string>();
	let name = "";
	const missing = (file: string): boolean => {
		if (existsSync(join(folder, file))) seen.add(file);
		else return seen.delete(file);
		if (file === INSTALLATION_ID_FILE) name = readFileSync(join(folder, file), "utf8");
		return false;
	};
	const look = async () => {
		const lost = FILES.filter(missing);
		for (const file of lost) gone.add(file);
		if (lost.length > 0) tell(notice("error", "kept_data_removed", { folder, files: lost.join(", ") }));
		// What could not be written is tried again at each look.
		const absent = (file: string) => gone.has(file) && !existsSync(join(folder, file));
		if (!FILES.some(absent)) return;
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		if (absent(INSTALLATION_ID_FILE)) replaceFile(join(folder, INSTALLATION_ID_FILE), name);
		if (absent(CONTROL_SOCKET)) await listen();
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
	};
}
