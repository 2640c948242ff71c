import { describedCircuits, driven } from "../plant/circuit.ts";
import type { Circuit, Output, Part } from "../plant/plant.ts";
import type { Facts } from "../sentences/facts.ts";
import type { Verdict } from "./decision.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * An output's verdict as it is told. Where a pump drives several circuits, the facts say which of them its reason is about
 * (`of_circuit`), or which tank or field they share (`of_part`): "the tank" alone could be any.
 */
export function toldVerdict(
	{ plant, verdicts, circuits }: Pick<Snapshot, "plant" | "verdicts" | "circuits">,
	output: Output,
): Verdict | undefined {
	const verdict = verdicts[output.index];
	if (verdict === undefined) return undefined;
	const its = describedCircuits(plant).filter((circuit) => driven(circuit) === output);
	if (its.length < 2) return verdict;
	const { because } = verdict;
	const meant = its.filter(({ index }) => circuits[index]?.verdict.because === because);
	const of = placeOf(meant);
	return of === undefined ? verdict : { ...verdict, because: { ...because, facts: { ...because.facts, ...of } } };
}

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
