/** Kinds of changes that a mutation makes. */
export type Kind = "comparison" | "boundary" | "logic" | "arithmetic" | "sign" | "rank" | "constant";

/** One change to a source file. */
export interface Mutant {
	/** From the root of the tree. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	readonly kind: Kind;
	/** What is there in the source, from `start` to `end`, and what takes its place. */
	readonly start: number;
	readonly end: number;
	readonly was: string;
	readonly by: string;
	/** The whole line as it was, without its indentation. */
	readonly text: string;
	/** Characters from the beginning of `text` to the change. */
	readonly column: number;
	/** How many such lines there are in the file before this one. */
	readonly nth: number;
}

/** A mutant as a person reads it. */
export const shown = ({ file, line, was, by, text }: Mutant): string =>
	`${file}:${line}  ${short(was)} -> ${short(by)}  in  ${text}`;
const short = (code: string): string => code.replaceAll(/\s+/g, " ").slice(0, 60);
