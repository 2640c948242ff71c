import type { Snapshot } from "#model/decision/snapshot.ts";
import { isCounted } from "./remembered.ts";

/** How long and how often an output has run. */
export interface Run {
	readonly seconds: number;
	readonly starts: number;
}
type Runs = Readonly<Record<string, Run>>;
const NEVER: Run = { seconds: 0, starts: 0 };

/** As far as it has been saved. Undefined while it is not known what was counted before. */
export function runOf(snapshot: Snapshot, output: string): Run | undefined {
	const { runs, told = runs } = (snapshot.memories["output_runs"] ?? {}) as Readonly<
		Partial<Record<"runs" | "told", Runs>>
	>;
	return isCounted(snapshot) ? (told?.[output] ?? NEVER) : undefined;
}
