import { outputRuns } from "#energy/output-runs.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";

export interface Run {
	readonly starts: number;
	readonly seconds: number;
}

/** How often and how long an output has run, from its counter. */
export function runOf({ memories }: Snapshot, output: string): Run {
	const counted = outputRuns.memory.safeParse(memories[outputRuns.id]);
	return (counted.success ? counted.data.runs[output] : undefined) ?? { starts: 0, seconds: 0 };
}
