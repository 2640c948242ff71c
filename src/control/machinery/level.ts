import { unlimited, type Verdict } from "#model/decision/decision.ts";
import { roundedDown } from "#model/plant/level.ts";
import { type OutputState, running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { FULL, type Instant, OFF, type Percent, percent, seconds, since } from "#model/quantities/units.ts";
import type { Goal } from "../arbitrate.ts";

const NONE = percent(0);

/** The speed of an output with levels: full for its kick, and then without changes that are too small to be worth it. */
export function steady(
	now: Instant,
	output: Output,
	state: OutputState | undefined,
	verdict: Verdict,
	goal: Goal | undefined,
): Verdict | undefined {
	const { level, kick = seconds(0), dead_band = NONE } = output;
	if (level === undefined || verdict.want === OFF || state === undefined) return undefined;
	const safe = goal?.safe ?? FULL;
	// A pump that is only kept on may drive heat elsewhere than where it is wanted.
	const meant = goal !== undefined && goal.want > 0 && goal.because === verdict.because;
	if (kick > 0 && meant && kicked(now, state, kick)) return at(unlimited(verdict), roundedDown(output, safe));
	return dead_band > 0 && isSmall(verdict, state.wanted, level, dead_band, safe)
		? at(verdict, state.wanted)
		: undefined;
}

/** A pump that has just started comes loose at full speed. */
const kicked = (now: Instant, state: OutputState, kick: number): boolean =>
	!running(state) || (state.since !== undefined && since(state.since, now) < kick);

/** A change that waits. The ends of its range, a person and safety get what they ask for at once. */
function isSmall(
	{ want, rank }: Verdict,
	was: Percent,
	{ min, max }: NonNullable<Output["level"]>,
	dead_band: Percent,
	safe: Percent,
): boolean {
	if (was === OFF || was > safe || want === min || want === max) return false;
	return rank !== "manual" && rank !== "safety" && Math.abs(want - was) < dead_band;
}

const at = (verdict: Verdict, want: Percent): Verdict | undefined =>
	want === verdict.want ? undefined : { ...verdict, want };
