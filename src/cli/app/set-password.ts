import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { fine, type Machine, notFine, USAGE } from "#app/machine.ts";
import { languageBy, remarksIn } from "#app/words.ts";
import { remark, type Word } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { PAGE_PASSWORD_FILE } from "#store/files/files.ts";
import { forgetFirst, keepHash, type PasswordFlaw, passwordFlaw } from "#store/files/page-password.ts";
import { hashOf } from "#store/files/password-hash.ts";

const FLAWS = {
	short: remark("page_password_short"),
	long: remark("page_password_long"),
	characters: remark("page_password_characters"),
} as const satisfies Readonly<Record<PasswordFlaw, unknown>>;

/**
 * Sets the page's password: typed twice at a terminal, which does not show it, or the first line of the standard input. It is no
 * argument, as every user of the machine can read those. A running controller sees the file change.
 */
export async function setPassword(machine: Machine, flags: SourceFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const word = remarksIn(languageBy(machine, flags));
	const [password, repeated] = await typed(machine, word);
	if (password === undefined) {
		notFine(machine, word(remark("page_password_none")));
		return USAGE;
	}
	const flaw = passwordFlaw(password);
	if (flaw !== undefined) return notFine(machine, word(FLAWS[flaw]));
	if (repeated !== password) return notFine(machine, word(remark("page_password_differs")));
	try {
		keepHash(folder, await hashOf(password));
	} catch (failed) {
		const file = join(folder, PAGE_PASSWORD_FILE);
		return notFine(machine, word(remark("page_password_not_saved", { file, cause: codeOf(failed) })));
	}
	forgetFirst(folder);
	return fine(machine, word(remark("page_password_set")));
}

/** The password, and what was typed the second time. */
async function typed(machine: Machine, word: Word): Promise<readonly (string | undefined)[]> {
	if (machine.in?.isTTY !== true) {
		const [line] = await lines(machine, [""]);
		return [line, line];
	}
	return lines(machine, [`${word(remark("page_password_ask"))} `, `${word(remark("page_password_repeat"))} `]);
}

/** A line for each question; fewer where the input ends. Nothing that is typed is shown. */
function lines({ in: input, err }: Machine, questions: readonly string[]): Promise<readonly string[]> {
	if (input === undefined) return Promise.resolve([]);
	const isTerminal = input.isTTY === true;
	const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
	const reader = createInterface({ input, output: unseen, terminal: isTerminal, historySize: 0 });
	const said: string[] = [];
	err.write(questions[0] ?? "");
	return new Promise((done) => {
		reader.on("line", (line) => {
			said.push(line.replace(/^\uFEFF/, ""));
			if (isTerminal) err.write("\n");
			if (said.length === questions.length) return reader.close();
			err.write(questions[said.length] ?? "");
			return undefined;
		});
		reader.on("SIGINT", () => reader.close());
		reader.once("close", () => done(said.slice(0, questions.length)));
	});
}
