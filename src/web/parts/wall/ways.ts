import type { CircuitView } from "../../plant-view.ts";

type End = "from" | "to";

/** A way at a part that valves open or close. */
export interface Way {
	readonly part: string;
	readonly end: End;
	/** Every valve of it was confirmed to stand so. */
	readonly open: boolean;
}

/** The ways of all valves, each at the end that its valve chooses: a field, or a tank. */
export function waysOf(circuits: readonly CircuitView[]): readonly Way[] {
	const valves = [...new Set(circuits.flatMap((circuit) => circuit.valves.map(({ valve }) => valve)))];
	const ends = new Map(valves.map((valve) => [valve, endOf(valve, circuits)]));
	return (["from", "to"] as const).flatMap((end) =>
		[...new Set(circuits.map((circuit) => circuit[end]))].flatMap((part): readonly Way[] => {
			const through = circuits.filter((circuit) => circuit[end] === part).flatMap((circuit) => circuit.valves);
			const its = valves.filter((valve) => ends.get(valve) === end && through.some((way) => way.valve === valve));
			if (its.length === 0) return [];
			const open = its.every((valve) => through.some((way) => way.valve === valve && way.stands));
			return [{ part, end, open }];
		}),
	);
}

/** The end whose parts it tells apart; the tanks if it tells neither. */
function endOf(valve: string, circuits: readonly CircuitView[]): End {
	const positions = circuits.map((circuit) => ({
		...circuit,
		position: circuit.valves.find((way) => way.valve === valve)?.position,
	}));
	const tells = (end: End) => {
		const byPart = Map.groupBy(positions, (circuit) => circuit[end]);
		const each = [...byPart.values()].map((some) => new Set(some.map(({ position }) => position)));
		return each.every(({ size }) => size === 1) && new Set(each.flatMap((set) => [...set])).size > 1;
	};
	return !tells("to") && tells("from") ? "from" : "to";
}
