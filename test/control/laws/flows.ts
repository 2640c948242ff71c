import type { Circuit, Output, Plant } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { once } from "./law.ts";

/** What this turn wants of an output. */
export const wanted = ({ decision }: Moment, { index }: Output): number => decision.verdicts[index]?.want ?? 0;
export const told = (moment: Moment, { index }: Output): Moment["told"][number] => {
	const known = moment.told[index];
	if (known === undefined) throw new Error("every output is told of");
	return known;
};

/** A valve is somewhere when its board told so, and the valve had the time to get there. */
export function settledAt(moment: Moment, valve: Output): number | undefined {
	const { at, since } = told(moment, valve);
	const { travel = 0 } = valve;
	return travel === 0 || (since !== undefined && moment.now - since >= travel) ? at : undefined;
}

/** Heat flows in a circuit if its pump runs. */
export const isOpen = once((moment, { valves }: Circuit): boolean =>
	valves.every(({ valve, position }) => settledAt(moment, valve) === position),
);
/** No valve is known to close it, and one is moving or unknown. */
export const mayBeOpen = (moment: Moment, { valves }: Circuit): boolean => {
	const known = valves.map(({ valve, position }) => [settledAt(moment, valve), position] as const);
	return known.some(([at]) => at === undefined) && known.every(([at, needed]) => at === undefined || at === needed);
};
export const openOf = (moment: Moment, pump: Output): readonly Circuit[] =>
	circuitsOf(moment.plant, pump).filter((circuit) => isOpen(moment, circuit));

export const circuitsOf = ({ circuits }: Plant, pump: Output): readonly Circuit[] =>
	circuits.filter((circuit) => circuit.pump === pump);
export const pumpsOf = ({ circuits }: Plant): readonly Output[] => [...new Set(circuits.map(({ pump }) => pump))];
export const valvesOf = (plant: Plant, pump: Output): readonly Output[] => [
	...new Set(circuitsOf(plant, pump).flatMap(({ valves }) => valves.map(({ valve }) => valve))),
];
/** Outputs that no circuit needs, and pumps of circuits without valves: they are decided alone. */
export const aloneIn = (plant: Plant): readonly Output[] =>
	plant.outputs.filter((output) => !isValve(plant, output) && valvesOf(plant, output).length === 0);
export const isValve = ({ circuits }: Plant, output: Output): boolean =>
	circuits.some(({ valves }) => valves.some(({ valve }) => valve === output));
