import type { TrailEntry } from "#model/findings/trail.ts";

/** Most entries that wait for a disk that does not accept them. */
const MOST = 2000;
const LOST = "entries_lost";

/** Limits the waiting entries. Keeps the oldest, because the beginning matters most. The last one counts the lost ones. */
export function bounded(entries: readonly TrailEntry[]): readonly TrailEntry[] {
	if (entries.length <= MOST) return entries;
	const lost = entries
		.slice(MOST - 1)
		.reduce((sum, { what, facts }) => sum + (what === LOST ? Number(facts["count"]) : 1), 0);
	const at = entries.at(-1)?.at ?? 0;
	return [...entries.slice(0, MOST - 1), { at, source: "app", what: LOST, facts: { count: lost } }];
}
