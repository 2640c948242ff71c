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
		/** What is shown: the runs some minutes ago, which have been saved since. Absent before the first look. */
		told: z.record(z.string(), run).optional(),
		/** The runs that are shown next, and when they were taken. */
		next: z.object({ at: z.number(), runs: z.record(z.string(), run) }).optional(),
	}),
	joined(saved, { runs: counted, running, at }, by) {
		const ids = [...new Set([...Object.keys(saved.runs), ...Object.keys(counted)])];
		const sum = (id: string, what: "seconds" | "starts") => (saved.runs[id]?.[what] ?? 0) + (counted[id]?.[what] ?? 0);
		return {
			runs: Object.fromEntries(ids.map((id) => [id, { seconds: sum(id, "seconds"), starts: sum(id, "starts") }])),
			running,
			at: at + by,
			told: saved.runs,
		};
	},
	propose({ at: plant }, situation, before) {
		const { now, outputs } = situation;
		const memory = shown(before, situation);
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
		return silent({ ...memory, runs: counted, running: active.map((o) => o.id), at: now });
	},
});

type Run = z.output<typeof run>;
interface Told {
	readonly runs: Readonly<Record<string, Run>>;
	readonly told?: Readonly<Record<string, Run>> | undefined;
	readonly next?: { readonly at: number; readonly runs: Readonly<Record<string, Run>> } | undefined;
}

/** As `counted` of energies does it, what is shown has been saved, so that it does not fall after a kill. The same object if nothing changed. */
function shown<M extends Told>(memory: M, { now, begun }: { readonly now: Instant; readonly begun: Instant }): M {
	const { next, runs, told } = memory;
	if (next === undefined && Object.keys(runs).length === 0) return memory;
	// What was read from the store is saved.
	if (next === undefined || next.at < begun || next.at > now) return { ...memory, told: runs, next: { at: now, runs } };
	if (since(next.at as Instant, now) < SAVED_BY || (told === next.runs && runs === next.runs)) return memory;
	return { ...memory, told: next.runs, next: { at: now, runs } };
}

/** Seconds. Counters are saved once a minute. */
const SAVED_BY = 120;

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
