import type { Starts } from "#control/machinery/interlock.ts";
import type { Effect } from "#control/machinery/settle.ts";
import type { Memories } from "#control/memory/memories.ts";
import type { Input } from "#control/step.ts";
import type { Mode } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Instant, Percent } from "#model/quantities/units.ts";

/** What comes in at the start of a turn. */
export interface Sampled extends Omit<Input, "intents"> {
	readonly findings: readonly Finding[];
}

/** What has to outlive the process. */
export interface Kept {
	readonly now: Instant;
	readonly mode: Mode;
	readonly settings: Settings;
	readonly memories: Memories;
	readonly outputs: OutputStates;
	readonly starts: Starts;
}

/** The only seam through which the loop has effects. Tests hand in another one. */
export interface World {
	sample(): Sampled;
	/** One want for each of `plant.outputs`; comes back within a deadline, with what each board said. */
	actuate(wants: readonly Percent[]): Promise<readonly (Effect | undefined)[]>;
	/** Shows a finished turn to everybody who looks; never waits. */
	publish(snapshot: Snapshot): void;
	/** Saves what changed; decides itself what is urgent. */
	keep(kept: Kept): void;
}
