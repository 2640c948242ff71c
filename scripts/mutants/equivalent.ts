import type { Mutant } from "./mutant.ts";

/** Changes after which the program does the same. They count neither as killed nor as survived. */
export interface Equivalent extends Pick<Mutant, "file" | "text" | "was" | "by"> {
	readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];

export const isEquivalent = (mutant: Mutant, all = EQUIVALENT): boolean =>
	all.some(
		({ file, text, was, by }) => file === mutant.file && text === mutant.text && was === mutant.was && by === mutant.by,
	);

/** Entries whose code is not there any more. */
export const outdated = (mutants: readonly Mutant[], all = EQUIVALENT): readonly Equivalent[] =>
	all.filter((one) => !mutants.some((mutant) => isEquivalent(mutant, [one])));
