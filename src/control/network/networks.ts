import { driven, positionOf } from "#model/plant/circuit.ts";
import type { Circuit, Output, Plant } from "#model/plant/plant.ts";

/** A pump with all its circuits, and all valves of these. */
export interface Branch {
	readonly output: Output;
	readonly circuits: readonly Circuit[];
	readonly valves: readonly Output[];
}

/** A group in which there is something to choose or to switch over: several circuits, or a valve. */
export interface Network {
	readonly circuits: readonly Circuit[];
	readonly valves: readonly Output[];
	readonly branches: readonly Branch[];
}

/** Groups of a single circuit without valves need no route. */
export const networksOf = ({ groups }: Pick<Plant, "groups">): readonly Network[] =>
	groups
		.filter(({ circuits, valves }) => circuits.length > 1 || valves.length > 0)
		.map(({ circuits, pumps, valves }) => ({
			circuits,
			valves,
			branches: pumps.map((output) => branchOf(output, circuits, valves)),
		}));

function branchOf(output: Output, all: readonly Circuit[], valves: readonly Output[]): Branch {
	const circuits = all.filter((circuit) => driven(circuit) === output);
	const own = valves.filter((one) => circuits.some((circuit) => positionOf(circuit, one) !== undefined));
	return { output, circuits, valves: own };
}
