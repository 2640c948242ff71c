import { type Finding, finding, type Problem } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { notesOn, wantsAttention } from "#options/notes.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import type { App } from "../app.ts";

/** Says what is valid and cannot work as it is meant, also of limits that were changed while the app runs. */
export function joinNotes(
	app: Pick<App, "plant" | "options" | "onTurn" | "addFindings">,
	language: Language,
	tell: Tell,
): void {
	const { plant, options } = app;
	if (options === undefined) return;
	let seen: unknown;
	let notes: readonly Problem[] = [];
	app.onTurn(({ settings }) => {
		if (settings === seen) return;
		seen = settings;
		const before = notes.map(({ path }) => path);
		notes = notesOn(plant, settings, options.site.time_zone);
		for (const note of notes) {
			const { path, value, remedy, code } = toldProblem(language, note);
			const level = wantsAttention(note) ? "warning" : "info";
			if (!before.includes(path)) tell(notice(level, "options_note", { path, value, problem: code, remedy }));
		}
	});
	app.addFindings((): readonly Finding[] =>
		notes.filter(wantsAttention).map((note) => {
			const { path, remedy, code } = toldProblem(language, note);
			return finding("warning", "options_note", { path, problem: code, remedy });
		}),
	);
}
