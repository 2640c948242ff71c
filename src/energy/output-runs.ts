import * as z from "zod";
import { running } from "#control/interlock.ts";
import { rule, silent } from "#control/rule.ts";
import type { Instant } from "#model/units.ts";
import { since } from "#model/units.ts";

const run = z.object({ seconds: z.number().min(0).default(0), starts: z.int().min(0).default(0) });
type Runs = Readonly<Record<string, z.output<typeof run>>>;

/** How long and how often each output has run, by what the boards confirmed; over restarts, as long as the store lives. */
export const outputRuns = rule({
	id: "output_runs",
	options: z.object({}),
	counts: true,
	memory: z.object({
		runs: z.record(z.string(), run).default({}),
		/** Which outputs ran at the last look, and when that was; empty while all rest. */
		running: z.array(z.string()).default([]),
		at: z.number().default(0),
	}),
	propose({ now, plant, outputs }, memory) {
		const active = plant.outputs.filter((o) => {
			const state = outputs[o.index];
			return state !== undefined && running(state);
		});
		if (active.length === 0 && memory.running.length === 0) return silent(memory);
		const lasted = Math.max(0, since(memory.at as Instant, now));
		const runs: Record<string, { seconds: number; starts: number }> = { ...memory.runs };
		for (const id of memory.running)
			runs[id] = { seconds: (runs[id]?.seconds ?? 0) + lasted, starts: runs[id]?.starts ?? 0 };
		for (const { id } of active)
			if (!memory.running.includes(id))
				runs[id] = { seconds: runs[id]?.seconds ?? 0, starts: (runs[id]?.starts ?? 0) + 1 };
		return silent({ runs: runs as Runs, running: active.map((o) => o.id), at: now });
	},
});
