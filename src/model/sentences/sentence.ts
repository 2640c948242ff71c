import type { Key } from "#words/keys.ts";
import type { Facts, With } from "./facts.ts";

/** One sentence for people, in no language yet: its text stands in `src/words`, under its code. */
export interface Sentence {
	readonly code: string;
	/** What the text asks for, never a secret. */
	readonly facts: Facts;
}
/** One sentence inside another, whose text asks for it by its section: `{why:command}` for `inside("why", sentence)`. */
export function inside<N extends string>(name: N, sentence: Sentence): Facts & Readonly<Record<N, string>>;
export function inside(name: string, { code, facts }: Sentence): Facts {
	return { ...facts, [name]: code };
}

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

const sentences =
	<S extends "proof" | "broker" | "command" | "problem">() =>
	<K extends Key<S>>(code: K, ...[facts = {}]: With<S, K>): Sentence => ({ code, facts });
/** What a proof says. */
export const says = sentences<"proof">();
/** What a command for the broker says. */
export const phrase = sentences<"broker">();
/** What any other command says. */
export const remark = sentences<"command">();
/** What a person should do about a bad option or command, or what was found there that is no value. */
export const mend = sentences<"problem">();
