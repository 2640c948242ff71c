import type { Facts } from "./facts.ts";

/** One sentence for people, in no language yet: its text stands in the translations, under its code. */
export interface Sentence {
	readonly code: string;
	/** What the text asks for, never a secret. */
	readonly facts: Facts;
}
/** One sentence inside another, whose text asks for it by its section: `{why:command}` for `inside("why", sentence)`. */
export const inside = (name: string, { code, facts }: Sentence): Facts => ({ ...facts, [name]: code });

/** Thrown to end a command, or an answer to one, with a sentence of ours. */
export class Mistake extends Error {
	readonly sentence: Sentence;

	constructor(sentence: Sentence) {
		super(sentence.code);
		this.sentence = sentence;
	}
}

/** How a sentence becomes text, in some language. */
export type Word = (sentence: Sentence) => string;

/** What a proof says. */
export const says = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
/** What a command for the broker says. */
export const phrase = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
/** What any other command says; in the section `command`. */
export const remark = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
/** What a person should do about a bad option or command, or what was found there that is no value; in the section `problem`. */
export const mend = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
