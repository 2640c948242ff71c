import { join } from "node:path";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { fine, type Machine, notFine, print } from "#app/machine.ts";
import { PAGE_USER } from "#app/page/own-login.ts";
import { languageBy, notRunning, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { FIRST_PASSWORD_FILE, PAGE_PASSWORD_FILE } from "#store/files/files.ts";
import { firstPassword, keptPassword } from "#store/files/page-password.ts";

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
	const kept = passwordIn(folder);
	const isAsked = showPassword === true;
	if (isAsked && "why" in kept) return notFine(machine, word(kept.why));
	const password = "password" in kept ? kept.password : undefined;
	const password_file = "file" in kept ? kept.file : join(folder, PAGE_PASSWORD_FILE);
	if (json) {
		const plain = { url, ingress: false, username: PAGE_USER, password_file, ...(isAsked && { password }) };
		return fine(machine, JSON.stringify(plain));
	}
	print(machine, url);
	print(machine, word(remark("page_user", { user: PAGE_USER })));
	if (password === undefined) return fine(machine, word("why" in kept ? kept.why : remark("page_password_hashed")));
	return fine(
		machine,
		word(isAsked ? remark("page_password", { password }) : remark("page_password_in", { file: password_file })),
	);
}

/** The password, where it can still be read. */
function passwordIn(folder: string): { readonly password: string; readonly file: string } | { readonly why: Sentence } {
	const file = join(folder, PAGE_PASSWORD_FILE);
	try {
		const first = firstPassword(folder);
		if (first !== undefined) return { password: first, file: join(folder, FIRST_PASSWORD_FILE) };
		const kept = keptPassword(folder);
		if (kept.kind === "plain") return { password: kept.password, file };
		return { why: kept.kind === "hash" ? remark("page_password_hashed") : remark("page_no_password", { file }) };
	} catch {
		return { why: remark("page_unreadable", { file }) };
	}
}
