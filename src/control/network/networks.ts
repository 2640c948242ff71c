import { driven, openAtRest, positionOf } from "#model/plant/circuit.ts";
import { restOf } from "#model/plant/output.ts";
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
	/** The valves among them that lead to one circuit at rest, which is then open, and to another one otherwise. */
	readonly diverters: readonly Output[];
	readonly branches: readonly Branch[];
}

/** Groups of a single circuit without valves need no route. */
export const networksOf = ({ groups }: Pick<Plant, "groups">): readonly Network[] =>
	groups
		.filter(({ circuits, valves }) => circuits.length > 1 || valves.length > 0)
		.map(({ circuits, pumps, valves }) => ({
			circuits,
			valves,
			diverters: valves.filter((output) => isDiverter(output, circuits)),
			branches: pumps.map((output) => branchOf(output, circuits, valves)),
		}));

function isDiverter(output: Output, circuits: readonly Circuit[]): boolean {
	const its = circuits.filter((circuit) => positionOf(circuit, output) !== undefined);
	return its.some(openAtRest) && its.some((circuit) => positionOf(circuit, output) !== restOf(output));
}

function branchOf(output: Output, all: readonly Circuit[], valves: readonly Output[]): Branch {
	const circuits = all.filter((circuit) => driven(circuit) === output);
	const own = valves.filter((one) => circuits.some((circuit) => positionOf(circuit, one) !== undefined));
	return { output, circuits, valves: own };
}
