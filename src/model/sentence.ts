import type { Facts } from "./decision.ts";

/** One sentence for people, in no language yet: its text stands in the translations, under its code. */
export interface Sentence {
	readonly code: string;
	/** What the text asks for, never a secret. */
	readonly facts: Facts;
}
export const says = (code: string, facts: Facts = {}): Sentence => ({ code, facts });
