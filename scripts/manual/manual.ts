import { root } from "#options/root.ts";
import type { TEXTS } from "#words/en.ts";
import { boardsTable } from "./boards.ts";
import { failuresTable, faultsTable, findingsTable, reasonsTable } from "./codes.ts";
import { entitiesTable } from "./entities.ts";
import { optionsChapter } from "./options.ts";
import { presetsTable } from "./presets.ts";

/** The manual with up-to-date tables. Throws if a mark is missing. */
export function manual(text: string, english: typeof TEXTS): string {
	const { configuration, ...texts } = english;
	const tables = {
		entities: entitiesTable(),
		reasons: reasonsTable(texts),
		faults: faultsTable(texts),
		findings: findingsTable(texts),
		failures: failuresTable(texts),
		boards: boardsTable(),
		presets: presetsTable(),
		options: optionsChapter(root, configuration),
	};
	return Object.entries(tables).reduce((page, [name, inner]) => between(page, name, inner), text);
}

function between(text: string, name: string, inner: string): string {
	const [from, to] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
	const [before, rest = ""] = text.split(from);
	const after = rest.split(to)[1];
	if (after === undefined) throw new Error(`DOCS.md needs the marks ${from} and ${to}.`);
	return `${before}${from}\n\n${inner}\n\n${to}${after}`;
}
