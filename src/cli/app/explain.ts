import { retold } from "#app/answers/retold.ts";
import type { Plain } from "#app/answers/snapshot-json.ts";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { codeWord, languageBy, nobodyRuns, percentWord, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import type { Language } from "#texts/say.ts";

const PATIENCE = seconds(5);

/** Why each output is on or off. */
export async function explain(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const asked = await askControl(folder, "snapshot", undefined, PATIENCE);
	if (asked.kind !== "answer")
		return notFine(machine, asked.kind === "nobody" ? nobodyRuns(language, folder) : whyWord(language, asked.why));
	const snapshot = asked.value as Plain;
	const { t, mode, activity, outputs } = snapshot;
	if (flags.json) print(machine, JSON.stringify({ t, mode, activity, outputs }));
	else for (const line of sentences(retold(snapshot, language), language)) print(machine, line);
	return FINE;
}

function sentences({ mode, activity, outputs, findings }: Plain, language: Language): readonly string[] {
	const word = remarksIn(language);
	const state = (percent: number | undefined) => percentWord(language, percent, word(remark("unknown")));
	const now = {
		mode: codeWord(language, "page", `mode_${mode}`, mode),
		activity: codeWord(language, "activity", activity, activity),
	};
	return [
		word(remark("now", now)),
		...outputs.flatMap(({ id, actual, text, overruled = [] }) => [
			`${id}: ${state(actual)}. ${text ?? ""}`,
			...overruled.map(({ want, rank, text }) => {
				const by = codeWord(language, "page", `rank_${rank}`, rank);
				return `  ${word(remark("although", { want: state(want), rank: by, text }))}`;
			}),
		]),
		...findings.filter((f) => f.severity !== "info").map((f) => `! ${f.text}`),
	];
}
