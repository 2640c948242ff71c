import type { CircuitYields, YieldsView } from "#web/engineer/yield/view.ts";

const KWH = [7.2, 9.1, 3.2, 0.4, 8.8, 11.2, 12.4, 6.1, 2.2, 10.5, 9.7, 5.2, 4.1, 4.4];
const SHARES = [1.02, 0.98, 0.94, undefined, 1.01, 0.97, 1.03, 0.99, undefined, 1.0, 0.96, 0.52, 0.5, 0.53];

const NAMES: Readonly<Record<string, string>> = { south: "South roof", west: "West", east: "East", north: "North" };

/** Two weeks of a field, the last three days of which brought half. */
const circuit = (id: string, by: CircuitYields["by"], count = KWH.length): CircuitYields => ({
	...{ id, name: NAMES[id] ?? id, by, usual: [0.75, 1.35] },
	days: KWH.slice(0, count).map((measured, n) => {
		const share = SHARES[n];
		return {
			title: `${5 + n} Sep`,
			label: String(5 + n),
			measured,
			...(share === undefined
				? { why: n === 3 ? ("ran_little" as const) : ("light_lost" as const) }
				: { share, expected: measured / share }),
		};
	}),
});

export const YIELDS: YieldsView = {
	circuits: [
		circuit("south", "light"),
		circuit("west", "own"),
		circuit("east", "light", 0),
		circuit("north", undefined),
	],
};
