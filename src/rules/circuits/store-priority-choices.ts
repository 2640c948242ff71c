import { fromField } from "#model/plant/circuit.ts";
import type { Circuit, Part, Plant } from "#model/plant/plant.ts";

/** All that the sun charges together with this field: its own circuits, and those of others on the same pumps. */
export function chargedWith(field: Part, { circuits }: Plant): readonly Circuit[] {
	const pumps = new Set(circuits.filter(({ from }) => from === field).map(({ pump }) => pump));
	return circuits.filter((circuit) => fromField(circuit) && (circuit.from === field || pumps.has(circuit.pump)));
}

/** The circuits to other parts that are served before this one, the first of all first. */
export const better = (way: Circuit, ways: readonly Circuit[]): readonly Circuit[] =>
	ways
		.filter(({ to, priority }) => to !== way.to && priority < way.priority)
		.toSorted((a, b) => a.priority - b.priority);

/** Whether the field can charge one part before another. */
export function hasChoice(field: Part, plant: Plant): boolean {
	const ways = chargedWith(field, plant);
	return ways.some((way) => way.from === field && better(way, ways).length > 0);
}
