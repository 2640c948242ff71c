import type { Verdict } from "#model/decision/decision.ts";
import type { CircuitView } from "#model/decision/snapshot.ts";
import { driven } from "#model/plant/circuit.ts";
import { flowOf } from "#model/plant/flow.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Instant } from "#model/quantities/units.ts";

/** Each circuit after a turn: its verdict, and whether heat flows in it by what the boards confirmed. */
export const circuitViews = (
	now: Instant,
	{ circuits }: Plant,
	verdicts: readonly Verdict[],
	outputs: OutputStates,
): readonly CircuitView[] =>
	circuits.flatMap((circuit) => {
		const verdict = verdicts[driven(circuit).index];
		return verdict === undefined ? [] : [{ verdict, ...flowOf(now, circuit, outputs), displaced: false }];
	});
