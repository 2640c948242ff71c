import type { Verdict } from "#model/decision/decision.ts";
import type { Fault } from "#model/plant/fault.ts";
import { AT_REST, isValve, type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import type { Instant, Percent } from "#model/quantities/units.ts";

/** A board's answer to a write: the load's state if it can tell, or a fault. */
export interface Effect {
	readonly actual?: Percent;
	readonly fault?: Fault;
}

type Wanted = Pick<Verdict, "want">;

/** The output states after the writes of this turn. `effects` are in the order of `plant.outputs`. */
export function settle(
	now: Instant,
	{ outputs }: Plant,
	before: OutputStates,
	verdicts: readonly Wanted[],
	effects: readonly (Effect | undefined)[],
): OutputStates {
	// The same list if nothing changed, so that the loop knows that there is nothing to save.
	let after: OutputState[] | undefined;
	for (const output of outputs) {
		const { index } = output;
		const was = before[index];
		const is = settled(now, output, was ?? AT_REST, verdicts[index], effects[index]);
		if (is === was) continue;
		after ??= outputs.map((o) => before[o.index] ?? AT_REST);
		after[index] = is;
	}
	return after ?? (before.length === outputs.length ? before : before.slice(0, outputs.length));
}

function settled(
	now: Instant,
	output: Output,
	before: OutputState,
	verdict: Wanted | undefined,
	effect: Effect | undefined,
): OutputState {
	const wanted = verdict?.want ?? before.wanted;
	const actual = effect?.actual ?? (effect?.fault === undefined ? wanted : undefined);
	const fault = effect?.fault;
	// A valve needs its time from the moment when its position was confirmed, and has no position while that is unknown.
	const arrived = actual !== before.actual || (actual !== undefined && before.since === undefined);
	const changed = isValve(output) ? arrived : (actual ?? wanted) > 0 !== running(before);
	if (!changed && wanted === before.wanted && actual === before.actual && fault?.code === before.fault?.code)
		return before;
	const at = changed ? now : before.since;
	return {
		wanted,
		...(actual === undefined ? undefined : { actual }),
		...(at === undefined ? undefined : { since: at }),
		...(fault === undefined ? undefined : { fault }),
	};
}
