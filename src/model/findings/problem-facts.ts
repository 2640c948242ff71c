import type { Facts } from "../sentences/facts.ts";
import type { Problem } from "./finding.ts";

type Has<N extends string> = Facts & Readonly<Record<N, string>>;

/** A problem as the facts of a notice or finding: `problem` is its code, `value` what was found, as written or as a code. */
export const problemFacts = ({ path, value, remedy }: Problem): Has<"path" | "value" | "problem"> => ({
	...(typeof value === "string" ? {} : value.facts),
	...remedy.facts,
	path,
	value: typeof value === "string" ? value : value.code,
	problem: remedy.code,
});

/** The same without what was found there, which may hold a secret. */
export const problemAlone = ({ path, remedy }: Problem): Has<"path" | "problem"> => ({
	...remedy.facts,
	path,
	problem: remedy.code,
});
