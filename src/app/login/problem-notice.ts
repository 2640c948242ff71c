import type { Problem } from "#model/findings/finding.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { type Language, say, toldProblem } from "#texts/say.ts";

/** The log entry for a bad option: its code, and the facts of the remedy. */
export const problemNotice = (problem: Problem, language: Language): Notice => {
	const { path, value, remedy, code, facts } = toldProblem(language, problem);
	return notice("error", "options_problem", { ...facts, problem: code, path, value, remedy });
};

/** The same as a line for a command. */
export const problemLine = (problem: Problem, language: Language): string => {
	const { path, value, remedy } = toldProblem(language, problem);
	return say(language, "notice", "options_problem", { path, value, remedy });
};
