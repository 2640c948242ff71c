import type { Problem } from "#model/findings/finding.ts";
import { problemFacts } from "#model/findings/problem-facts.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import type { Language } from "#texts/say.ts";
import { told } from "#texts/told.ts";

/** The log entry for a bad option: its code, and the facts of the remedy. */
export const problemNotice = (problem: Problem): Notice => notice("error", "options_problem", problemFacts(problem));

/** The same as a line for a command. */
export const problemLine = (problem: Problem, language: Language): string =>
	told(language, "notice", "options_problem", problemFacts(problem));
