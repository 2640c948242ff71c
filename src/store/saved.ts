import type { Mode } from "#model/decision/intent.ts";
import type { Override } from "#model/decision/settings.ts";
import type { OutputState } from "#model/plant/output.ts";
import type { Instant } from "#model/quantities/units.ts";

/** Plain data by id, saved as JSON: what JSON cannot say (NaN, functions) is not kept. */
export type Kept = Readonly<Record<string, unknown>>;

/** Everything that outlives a restart, but the installation id. */
export interface Saved {
	readonly overrides: readonly Override[];
	/** What the rules remember, by rule id. */
	readonly memories: Kept;
	/** What is known of the outputs, by output id. */
	readonly outputs: Readonly<Record<string, OutputState>>;
	/** Counters, by id. */
	readonly counters: Kept;
	/** What was announced to Home Assistant, by topic. */
	readonly published: Kept;
	/** Absent until it was saved once. */
	readonly mode?: Mode;
	/** The controller's running time when it was last saved; absent until it was saved once. */
	readonly running?: Instant;
}

/**
 * What to save. `overrides` is the whole list: one that is missing is forgotten. The maps are merged: an id that is
 * missing stays as it was, one that is `undefined` is forgotten.
 */
export type Changes = Partial<Saved>;

export const NOTHING_SAVED: Saved = { overrides: [], memories: {}, outputs: {}, counters: {}, published: {} };
