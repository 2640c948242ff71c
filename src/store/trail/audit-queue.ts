import type { TrailEntry } from "#model/findings/trail.ts";

/** So many entries wait for a disk that does not take them. */
const MOST = 2000;
const LOST = "entries_lost";

/** As many as may wait. The oldest stay, as how it began is worth more than how it went on; the last says how many were lost. */
export function bounded(entries: readonly TrailEntry[]): readonly TrailEntry[] {
	if (entries.length <= MOST) return entries;
	const lost = entries
		.slice(MOST - 1)
		.reduce((sum, { what, facts }) => sum + (what === LOST ? Number(facts["count"]) : 1), 0);
	const at = entries.at(-1)?.at ?? 0;
	return [...entries.slice(0, MOST - 1), { at, source: "app", what: LOST, facts: { count: lost } }];
}
