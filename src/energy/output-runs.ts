import * as z from "zod";
import { rule, silent } from "#control/rule.ts";
import { type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Instant, since } from "#model/quantities/units.ts";

const run = z.object({ seconds: z.number().min(0).default(0), starts: z.int().min(0).default(0) });

/**
 * How long and how often each output has run, as confirmed by the boards. Restarts do not reset it. A level above 0 runs:
 * hours and starts tell of wear, so they are not weighted by the level.
 */
export const outputRuns = rule({
	id: "output_runs",
	per: "plant",
	needs: {},
	options: z.object({}),
	counts: true,
	memory: z.object({
		runs: z.record(z.string(), run).default({}),
		/** The outputs that ran at the last look, and when that was. Empty while all rest. */
		running: z.array(z.string()).default([]),
		at: z.number().default(0),
	}),
	joined(saved, { runs: counted, running, at }, by) {
		const ids = [...new Set([...Object.keys(saved.runs), ...Object.keys(counted)])];
		const sum = (id: string, what: "seconds" | "starts") => (saved.runs[id]?.[what] ?? 0) + (counted[id]?.[what] ?? 0);
		return {
			runs: Object.fromEntries(ids.map((id) => [id, { seconds: sum(id, "seconds"), starts: sum(id, "starts") }])),
			running,
			at: at + by,
		};
	},
	propose({ at: plant }, { now, outputs }, memory) {
		const lately = now >= memory.at && since(memory.at as Instant, now) < EVERY;
		if (lately && !changed(plant, outputs, memory.running)) return silent(memory);
		const active = plant.outputs.filter((o) => runs(outputs[o.index]));
		if (active.length === 0 && memory.running.length === 0) return silent(memory);
		const counted: Record<string, { seconds: number; starts: number }> = { ...memory.runs };
		for (const { id, index } of plant.outputs) {
			const state = outputs[index];
			const ran = memory.running.includes(id);
			if (!ran && !runs(state)) continue;
			const { seconds, starts } = counted[id] ?? { seconds: 0, starts: 0 };
			// A look comes a turn after the change. The moment of the change counts.
			const from = ran ? memory.at : (state?.since ?? now);
			const to = runs(state) ? now : (state?.since ?? now);
			counted[id] = { seconds: seconds + Math.max(0, to - from), starts: ran ? starts : starts + 1 };
		}
		return silent({ runs: counted, running: active.map((o) => o.id), at: now });
	},
});

/** Seconds between updates while the same outputs run. Counters are saved and shown once a minute. */
const EVERY = 60;

function changed(plant: Plant, outputs: OutputStates, before: readonly string[]): boolean {
	let active = 0;
	for (const { id, index } of plant.outputs) {
		if (!runs(outputs[index])) continue;
		if (!before.includes(id)) return true;
		active += 1;
	}
	return active !== before.length;
}

const runs = (state: OutputState | undefined) => state !== undefined && running(state);
