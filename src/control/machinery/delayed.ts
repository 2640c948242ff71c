import { exactly } from "#model/decision/claim.ts";
import { type Reason, unlimited, type Verdict } from "#model/decision/decision.ts";
import type { Output } from "#model/plant/plant.ts";
import type { Percent } from "#model/quantities/units.ts";

/** A verdict that the protection of the machinery changes. What was asked is among the overruled claims. */
export function delayed(output: Output, verdict: Verdict, want: Percent, because: Reason): Verdict {
	const { want: asked, rank = "normal", because: why } = verdict;
	const claim = exactly(output, asked, rank, why, verdict.activity);
	// A delayed start reports idle.
	const activity = want > 0 ? verdict.activity : "idle";
	return { ...unlimited(verdict), want, because, activity, overruled: [claim, ...verdict.overruled] };
}
