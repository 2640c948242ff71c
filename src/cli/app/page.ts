import { join } from "node:path";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { fine, type Machine, notFine, print } from "#app/machine.ts";
import { PAGE_USER } from "#app/page/http.ts";
import { languageBy, notRunning, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { keptPassword, PAGE_PASSWORD_FILE } from "#store/files/page-password.ts";

const PATIENCE = seconds(5);

export interface PageFlags extends SourceFlags {
	readonly json?: boolean;
	readonly showPassword?: boolean;
}

/** The running controller's answer about its page. */
export interface PageSaid {
	/** Behind an ingress there is no login, and no other access. */
	readonly ingress: boolean;
	readonly url: string | null;
}

/** The address of the running controller's page, and how to log in. */
export async function page(machine: Machine, flags: PageFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const word = remarksIn(language);
	const asked = await askControl(folder, "page", undefined, PATIENCE);
	if (asked.kind !== "answer")
		return notFine(machine, asked.kind === "not_running" ? notRunning(language, folder) : whyWord(language, asked.why));
	const { ingress, url } = asked.value as PageSaid;
	if (ingress) return fine(machine, flags.json ? JSON.stringify({ url: null, ingress }) : word(remark("page_ingress")));
	if (url === null) return notFine(machine, word(remark("page_none")));
	return said(machine, flags, { url, folder }, word);
}

interface Place {
	readonly url: string;
	readonly folder: string;
}

function said(machine: Machine, { json, showPassword }: PageFlags, { url, folder }: Place, word: Word): number {
	const password_file = join(folder, PAGE_PASSWORD_FILE);
	const kept = showPassword ? passwordIn(folder) : undefined;
	if (typeof kept === "object") return notFine(machine, word(kept.why));
	const plain = { url, ingress: false, username: PAGE_USER, password_file, ...(kept && { password: kept }) };
	if (json) return fine(machine, JSON.stringify(plain));
	print(machine, url);
	print(machine, word(remark("page_user", { user: PAGE_USER })));
	const password =
		kept === undefined
			? remark("page_password_in", { file: password_file })
			: remark("page_password", { password: kept });
	return fine(machine, word(password));
}

function passwordIn(folder: string): string | { readonly why: Sentence } {
	const file = join(folder, PAGE_PASSWORD_FILE);
	try {
		const kept = keptPassword(folder);
		if (kept.kind === "kept") return kept.password;
		return { why: remark("page_no_password", { file }) };
	} catch {
		return { why: remark("page_unreadable", { file }) };
	}
}
