import type { Key } from "#words/keys.ts";
import type { Facts, With } from "./facts.ts";

/** A sentence for people, not translated yet. Its text is in `src/words`, by its code. */
export interface Sentence {
	readonly code: string;
	/** Facts for the text. Never a secret. */
	readonly facts: Facts;
}
/** A sentence within another one, whose text names its section: `{why:command}` for `inside("why", sentence)`. */
export function inside<N extends string>(name: N, sentence: Sentence): Facts & Readonly<Record<N, string>>;
export function inside(name: string, { code, facts }: Sentence): Facts {
	return { ...facts, [name]: code };
}

/** Thrown to end a command, or the answer to one, with a sentence of ours. */
export class Mistake extends Error {
	readonly sentence: Sentence;

	constructor(sentence: Sentence) {
		super(sentence.code);
		this.sentence = sentence;
	}
}

/** Translates a sentence. */
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
/** A detail of a failure. Those of other programs, such as ECONNREFUSED or a message of OpenSSL, stay as they are. */
export const detail = (code: Key<"detail">): string => code;
/** What to do about a bad option or command, or a description of the value found. */
export const mend = sentences<"problem">();
