import type { Verdict } from "#model/decision/decision.ts";
import type { Fault } from "#model/plant/fault.ts";
import { AT_REST, type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Instant, Percent } from "#model/quantities/units.ts";

/** A board's answer to a write: the load's state if it can tell, or a fault. */
export interface Effect {
	readonly actual?: Percent;
	readonly fault?: Fault;
}

type Wanted = Pick<Verdict, "want">;

/** The output states after the writes of this turn. `effects` are in the order of `plant.outputs`. */
export const settle = (
	now: Instant,
	plant: Plant,
	before: OutputStates,
	verdicts: readonly Wanted[],
	effects: readonly (Effect | undefined)[],
): OutputStates => {
	const after = plant.outputs.map(({ index }) =>
		settled(now, before[index] ?? AT_REST, verdicts[index], effects[index]),
	);
	// The same list if nothing changed, so that the loop knows that there is nothing to save.
	return after.length === before.length && after.every((state, i) => state === before[i]) ? before : after;
};

function settled(
	now: Instant,
	before: OutputState,
	verdict: Wanted | undefined,
	effect: Effect | undefined,
): OutputState {
	const wanted = verdict?.want ?? before.wanted;
	const actual = effect?.actual ?? (effect?.fault === undefined ? wanted : undefined);
	const fault = effect?.fault;
	const changed = (actual ?? wanted) > 0 !== running(before);
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
