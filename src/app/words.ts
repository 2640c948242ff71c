import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { known, type Language, say, sayAny, whole } from "#texts/say.ts";
import { languageAt } from "./locale.ts";
import { type SourceFlags, source } from "./login/source.ts";
import type { Machine } from "./machine.ts";

/** Texts of a command. Those about the broker have a file of their own. */
export const remarksIn =
	(language: Language): Word =>
	({ code, facts }) =>
		sayAny(language, "command", code, facts);

/** The language of a command that needs nothing else from the options. */
export const languageBy = (machine: Machine, flags: SourceFlags): Language =>
	languageAt(machine, source(machine, flags));

/** A code within a sentence. English shows the code itself, because scripts look for it. */
export const codeWord = (
	language: Language,
	section: Parameters<typeof known>[0],
	key: string,
	code: string,
): string => (language !== "en" && known(section, key) ? say(language, section, key) : code);

const READINGS: Readonly<Record<string, Sentence>> = {
	stale: remark("stale"),
	broken: remark("broken"),
	unknown: remark("unknown"),
};

/** The state of a reading. `ok` is the same in every language. */
export function readingWord(language: Language, state: string): string {
	const sentence = READINGS[state];
	return sentence === undefined ? state : remarksIn(language)(sentence);
}

/** Why a controller did not answer. An unknown code of another version is quoted. */
export const answered = ({ code, facts }: Sentence): Sentence =>
	whole("command", code, facts) ? { code, facts } : remark("controller_says", { said: facts["said"] ?? code });

export const whyWord = (language: Language, why: Sentence): string => remarksIn(language)(answered(why));

/** There is no running controller to ask. */
export const notRunning = (language: Language, folder: string): string =>
	[remark("not_running", { folder }), remark("start_it")].map(remarksIn(language)).join(" ");
