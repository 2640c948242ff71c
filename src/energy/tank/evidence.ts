import type { Situation } from "#control/rule.ts";
import { isField } from "#model/plant/circuit.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import type { Part, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";

/**
 * What can have warmed a tank. `mixed`: several sources at once, and the share of each is not known. `unexplained`: nothing that this
 * app knows of. Others are parts, such as `of:stove`.
 */
export type Source = "sun" | "heater" | "mixed" | "unexplained" | `of:${string}`;

/** What could warm the tank since the last booking: seconds by source, and kWh of its heaters. */
export interface Evidence {
	readonly ran: Readonly<Record<string, number>>;
	readonly heated: number;
}
export const NO_EVIDENCE: Evidence = { ran: {}, heated: 0 };

export const half = ({ ran, heated }: Evidence): Evidence => ({
	ran: Object.fromEntries(Object.entries(ran).map(([source, seconds]) => [source, seconds / 2])),
	heated: heated / 2,
});

interface Turn {
	readonly plant: Plant;
	readonly readings: Readings;
	readonly outputs: OutputStates;
	readonly circuits: Situation<unknown>["circuits"];
}

/** The evidence with that of so many seconds more. */
export function witnessed(
	before: Evidence,
	tank: Part,
	{ plant, readings, outputs, circuits }: Turn,
	seconds: number,
): Evidence {
	let { ran } = before;
	for (const circuit of plant.circuits) {
		if (circuit.to !== tank || circuits[circuit.index]?.runs !== true) continue;
		const hot = temperature(readings, circuit.from_sensor);
		const cold = temperature(readings, circuit.to_sensor);
		// A colder source takes heat out of the tank.
		if (hot !== undefined && cold !== undefined && hot <= cold) continue;
		const source: Source = isField(circuit.from) ? "sun" : `of:${circuit.from.id}`;
		ran = { ...ran, [source]: (ran[source] ?? 0) + seconds };
	}
	const share = tank.heaters.reduce((sum, { index }) => {
		const state = outputs[index];
		return state === undefined || !running(state) ? sum : sum + (state.actual ?? state.wanted) / 100;
	}, 0);
	if (ran === before.ran && share === 0) return before;
	return { ran, heated: before.heated + (share * plant.heater.power * seconds) / 3.6e6 };
}

/** A source that ran for less has warmed nothing. In seconds. */
const LEAST = 60;
/** A heater may give more than its plate says, at a higher voltage. */
const MORE = 1.15;

/** kWh of a rise by source. Only what ran is booked; a heater for no more than it can have given. */
export function explained(rise: number, { ran, heated }: Evidence): readonly (readonly [Source, number])[] {
	const others = Object.entries(ran).flatMap(([source, seconds]) => (seconds >= LEAST ? [source as Source] : []));
	const [only, second] = others;
	if (only === undefined) {
		const heater = Math.min(rise, MORE * heated);
		return booked([
			["heater", heater],
			["unexplained", rise - heater],
		]);
	}
	const heater = Math.min(rise, heated);
	return booked([
		["heater", heater],
		[second === undefined ? only : "mixed", rise - heater],
	]);
}

const booked = (all: readonly (readonly [Source, number])[]) => all.filter(([, kwh]) => kwh > 0);
