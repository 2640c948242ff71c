import type { Engineer } from "#web/engineer/engineer.ts";

/** An engineer's side that has nothing to show. */
export const stubOf = (more: Partial<Engineer> = {}): Engineer => ({
	trusted: () => true,
	live: () => ({ sensors: new Map(), outputs: new Map(), buses: [], hours: 1 }),
	decisions: async () => undefined,
	now: () => Date.UTC(2026, 5, 2, 12),
	dateOf: (ms) => new Date(ms).toISOString().slice(0, 10),
	midnight: (date) => {
		const ms = Date.parse(`${date}T00:00:00Z`);
		return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(date) ? ms : undefined;
	},
	csv: async function* () {
		yield "";
	},
	replay: async () => undefined,
	tried: () => [],
	whatIf: async () => ({ kind: "busy" }),
	yields: () => ({ circuits: [] }),
	records: () => ({ log: [], moment: String }),
	...more,
});
