import { remark, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { known, type Language, say } from "#texts/say.ts";
import { languageAt } from "./locale.ts";
import { type SourceFlags, source } from "./login/source.ts";
import type { Machine } from "./machine.ts";

/** What a command says of itself. Those for the broker have texts of their own. */
export const remarksIn =
	(language: Language): Word =>
	({ code, facts }) =>
		say(language, "command", code, facts);

/** The language of a command that wants nothing else of the options. */
export const languageBy = (machine: Machine, flags: SourceFlags): Language =>
	languageAt(machine, source(machine, flags));

/** A code among the words of a sentence: English has always shown the code itself, which scripts look for. */
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

/** What a reading is; `ok` is so in every language. */
export function readingWord(language: Language, state: string): string {
	const sentence = READINGS[state];
	return sentence === undefined ? state : remarksIn(language)(sentence);
}

/** What a controller says of a request, and what is said where it says nothing: in English, as its log has it. */
export const UNANSWERED = [
	remark("hung_up"),
	remark("answer_long"),
	remark("answer_garbled"),
	remark("still_starting"),
	remark("backup_runs"),
	remark("database_unreadable"),
	remark("watched_by_many"),
];
const WITHIN = /^no answer within (\S+) s$/;

/** Why a controller did not answer; what it says in a language of its own stays as it is. */
export function whyWord(language: Language, why: string): string {
	const word = remarksIn(language);
	const seconds = WITHIN.exec(why)?.[1];
	if (seconds !== undefined) return word(remark("no_answer", { seconds }));
	const known = UNANSWERED.find((sentence) => remarksIn("en")(sentence) === why);
	return known === undefined ? why : word(known);
}

/** There is no running controller to ask. */
export const nobodyRuns = (language: Language, folder: string): string =>
	[remark("not_running", { folder }), remark("start_it")].map(remarksIn(language)).join(" ");

/** How much of an output runs, or the word for "not known". */
export function percentWord(language: Language, percent: number | undefined, unknown: string): string {
	if (percent === undefined) return unknown;
	if (percent === 0) return say(language, "page", "output_off");
	return percent === 100 ? say(language, "page", "output_on") : say(language, "page", "output_part", { percent });
}

/** Thrown to end a command with a sentence of ours. */
export class Mistake extends Error {
	readonly sentence: Sentence;

	constructor(sentence: Sentence) {
		super(sentence.code);
		this.sentence = sentence;
	}
}
