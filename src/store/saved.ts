import type { Mode } from "#model/decision/intent.ts";
import type { Override } from "#model/decision/settings.ts";
import type { OutputState } from "#model/plant/output.ts";
import type { Instant } from "#model/quantities/units.ts";

/** Plain data by id, saved as JSON. What JSON cannot express (NaN, functions) is lost. */
export type Kept = Readonly<Record<string, unknown>>;

/** Everything that survives a restart, except the installation id. */
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
	/** Absent until saved once. */
	readonly mode?: Mode;
	/** The controller's running time at the last save. Absent until saved once. */
	readonly running?: Instant;
}

/**
 * Changes to save. `overrides` is the whole list: a missing one is deleted. The maps are merged: a missing id stays, an
 * `undefined` one is deleted.
 */
export type Changes = Partial<Saved>;

export const NOTHING_SAVED: Saved = { overrides: [], memories: {}, outputs: {}, counters: {}, published: {} };
