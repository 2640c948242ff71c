import { languageAt } from "#app/locale.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { complain, type Machine, USAGE } from "#app/machine.ts";
import { diskSays } from "#broker/files/disk-says.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import type { Problem } from "#model/findings/finding.ts";
import { mend, phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { brokerText } from "#texts/broker.ts";
import type { Language } from "#texts/say.ts";

export const wordIn =
	(language: Language): Word =>
	(sentence) =>
		brokerText(language, sentence);

/** For commands that need nothing else from the options. */
export const wordAt = (machine: Machine, flags: SourceFlags = {}): Word =>
	wordIn(languageAt(machine, source(machine, flags)));

/** In English in every house, because scripts search for it. */
export const english = wordIn("en");

/** What happened, and below it what to do. */
export const troubleText = (word: Word, { message, remedy }: Trouble): string =>
	[message, ...(remedy === undefined ? [] : [remedy])].map(word).join("\n");

/** For scripts: in English, as codes with facts, and as printed. */
export const plainTrouble = (word: Word, trouble: Trouble) => ({
	message: english(trouble.message),
	remedy: trouble.remedy === undefined ? "" : english(trouble.remedy),
	says: [trouble.message],
	mend: trouble.remedy === undefined ? [] : [trouble.remedy],
	told: troubleText(word, trouble),
});

/** Reports an error of the operating system, with what to do. Other exceptions are passed on. */
export function toldDisk(machine: Machine, thrown: unknown): boolean {
	const said = diskSays(thrown);
	if (said !== undefined) complain(machine, wordAt(machine)(said));
	return said !== undefined;
}

/** The command was called in a wrong way. */
export function refuse(machine: Machine, word: Word, ...sentences: readonly Sentence[]): typeof USAGE {
	for (const sentence of sentences) complain(machine, word(sentence));
	return USAGE;
}

/** A bad option: its value, and what to do. Both sentences have facts of their own. */
export function optionWords({ path, value, remedy }: Problem): Sentence {
	const found = typeof value === "string" ? mend("as_written", { written: value }) : value;
	return phrase("bad_option", { ...found.facts, ...remedy.facts, path, value: found.code, remedy: remedy.code });
}
