import { describedCircuits, driven, isCircuit } from "../plant/circuit.ts";
import type { Circuit, Output, Part, Plant } from "../plant/plant.ts";
import type { Facts } from "../sentences/facts.ts";
import type { Claim, Reason, Verdict } from "./decision.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * An output's verdict as it is told. Where a pump drives several circuits, the facts say which of them its reason is about
 * (`of_circuit`), or which tank or field they share (`of_part`): "the tank" alone could be any. So do those of its limit.
 */
export function toldVerdict(
	{ plant, verdicts, circuits }: Pick<Snapshot, "plant" | "verdicts" | "circuits">,
	output: Output,
): Verdict | undefined {
	const verdict = verdicts[output.index];
	if (verdict === undefined) return undefined;
	const its = describedCircuits(plant).filter((circuit) => driven(circuit) === output);
	if (its.length < 2) return verdict;
	const { because, limited } = verdict;
	const meant = its.filter(({ index }) => circuits[index]?.verdict.because === because);
	const of = placeOf(meant);
	return {
		...verdict,
		because: placed(because, of),
		...(limited && { limited: { ...limited, because: placed(limited.because, whereOf(limited, plant)) } }),
	};
}

const placed = (because: Reason, of: Facts | undefined): Reason =>
	of === undefined ? because : { ...because, facts: { ...because.facts, ...of } };

/** A limit of the pump itself is about all its circuits. */
const whereOf = ({ on }: Claim, plant: Plant): Facts | undefined =>
	isCircuit(on) ? placeOf(describedCircuits(plant).filter((circuit) => circuit === on)) : undefined;

/** The only circuit, or the part at which all of them end or begin. */
function placeOf(circuits: readonly Circuit[]): Facts | undefined {
	const [first] = circuits;
	if (first === undefined) return undefined;
	if (circuits.length === 1) return { of_circuit: first.id };
	const shared = shares(circuits, first.to) ? first.to : shares(circuits, first.from) ? first.from : undefined;
	return shared && { of_part: shared.id };
}

const shares = (circuits: readonly Circuit[], part: Part) =>
	circuits.every(({ from, to }) => from === part || to === part);
