import { finding, type Problem } from "#model/findings/finding.ts";
import { problemAlone, problemFacts } from "#model/findings/problem-facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import type { App, Observer } from "./running.ts";

/** Reports settings that are valid but do not work together, also after a change at run time. */
export function notes({ plant, options }: App, tell: Tell): Observer | undefined {
	if (options === undefined) return undefined;
	let seen: unknown;
	let noted: readonly Problem[] = [];
	return {
		turned({ settings }) {
			if (settings === seen) return;
			seen = settings;
			const before = noted.map(({ path }) => path);
			noted = notesOn(plant, settings, options.site.time_zone);
			for (const note of noted) {
				const level = wantsAttention(note) ? "warning" : "info";
				if (!before.includes(note.path)) tell(notice(level, "options_note", problemFacts(note)));
			}
		},
		findings: () => noted.filter(wantsAttention).map((note) => finding("warning", "options_note", problemAlone(note))),
	};
}
