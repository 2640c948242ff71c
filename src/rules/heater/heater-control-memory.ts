import * as z from "zod";
import type { Instant } from "#model/quantities/units.ts";
import type { Heat } from "./heater-control-demand.ts";
import { guard, unwatched } from "./heater-control-guard.ts";
import type { Settings } from "./heater-control-options.ts";
import { pace } from "./heater-control-rate.ts";
import { solar } from "./heater-control-solar.ts";
import { surplus } from "./heater-control-surplus.ts";

export const memory = z.object({
	/** What the heater is wanted for. Absent while it is not. */
	why: z.enum(["comfort", "ready", "surplus"]).optional(),
	/** Since when it is wanted, or not. */
	since: z.number().optional(),
	/** Heat for a ready-by time ends then. */
	ready_until: z.number().optional(),
	guard,
	pace,
	solar,
	surplus,
});
export type Memory = z.output<typeof memory>;
const FRESH = memory.parse({});

/** Off: what was learned stays, and what the guard knows. Otherwise a heater without water would run again at once. */
export function rested(before: Memory, now: Instant, { dry_run_after }: Settings): Memory {
	const guard = unwatched(before.guard, now, dry_run_after);
	if (guard === before.guard && isAtRest(before)) return before;
	return { ...FRESH, pace: { learned: before.pace.learned }, guard };
}

function isAtRest({ why, since: from, ready_until, pace: known, solar: sun, surplus: more }: Memory): boolean {
	const wanted = why !== undefined || from !== undefined || ready_until !== undefined;
	const measures = sun.at !== undefined || sun.rate !== undefined || sun.until !== undefined;
	return !wanted && !measures && sun.weak_until === undefined && known.run === undefined && !more.on;
}

/** The same object if no part changed. */
export const joined = (before: Memory, parts: Partial<Memory>): Memory =>
	Object.entries(parts).every(([key, part]) => before[key as keyof Memory] === part) ? before : { ...before, ...parts };

export function turned(before: Memory, wanted: Heat | undefined, now: Instant): Memory {
	const { why, since: from, ready_until, ...parts } = before;
	if (wanted?.why === why && wanted?.until === ready_until) return before;
	const turns = (wanted === undefined) !== (why === undefined);
	return {
		...parts,
		...(wanted !== undefined && { why: wanted.why }),
		...((turns || from !== undefined) && { since: turns ? now : from }),
		...(wanted?.until !== undefined && { ready_until: wanted.until }),
	};
}
