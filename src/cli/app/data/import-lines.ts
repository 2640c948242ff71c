import type { Outcome } from "#app/import/imported.ts";
import { remarksIn } from "#app/words.ts";
import { inside, remark, type Sentence } from "#model/sentences/sentence.ts";
import type { Language } from "#texts/say.ts";

const DROPPED = {
	without_effect: "import_without_effect",
	by_app: "import_by_app",
	elsewhere: "import_elsewhere",
} as const;

/** What became of a variable, as a line. */
export const outcomeLine = (outcome: Outcome, language: Language): string =>
	`${outcome.name}: ${remarksIn(language)(sentence(outcome))}`;

function sentence(outcome: Outcome): Sentence {
	switch (outcome.kind) {
		case "taken":
			return remark("import_taken", { path: outcome.path, value: outcome.value });
		case "password":
			return remark("import_password");
		case "dropped":
			return remark(DROPPED[outcome.why]);
		case "unknown":
			return remark("import_unknown");
		case "refused":
			return remark("import_refused", { path: outcome.problem.path, ...inside("why", outcome.problem.remedy) });
	}
}

/** For scripts. */
export const plainOutcome = (outcome: Outcome) =>
	outcome.kind === "refused"
		? { name: outcome.name, kind: outcome.kind, path: outcome.problem.path, why: outcome.problem.remedy }
		: outcome;
