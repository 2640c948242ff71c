import type { Situation } from "#control/rule.ts";
import { isField } from "#model/plant/circuit.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import type { Output, Part, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { heaterLook } from "../heating/reading.ts";
import { heaterMeterOf } from "../heating/wiring.ts";

/**
 * What can have warmed a tank. `mixed`: several sources at once, and the share of each is not known. `unexplained`: nothing that this
 * app knows of. Others are parts, such as `of:stove`.
 */
export type Source = "sun" | "heater" | "mixed" | "unexplained" | `of:${string}`;

/** What could warm the tank since the last booking: seconds by source, and kWh of its heaters whose power is known. */
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
	let { heated } = before;
	for (const heater of tank.heaters) {
		const kw = powerOf(heater, { plant, readings, outputs });
		if (kw === undefined) ran = { ...ran, heater: (ran["heater"] ?? 0) + seconds };
		else heated += (kw * seconds) / 3600;
	}
	return ran === before.ran && heated === before.heated ? before : { ran, heated };
}

/** kW that a heater takes: by its power meter, else by its rated power; 0 at rest, undefined while it runs and that is not known. */
function powerOf(heater: Output, { plant, readings, outputs }: Pick<Turn, "plant" | "readings" | "outputs">) {
	const meter = heaterMeterOf(heater, plant);
	const look = meter?.power === undefined ? undefined : heaterLook(heater, meter, readings, outputs);
	if (look !== undefined && look.kind !== "unknown") return look.kind === "on" ? look.kw : 0;
	const state = outputs[heater.index];
	if (state === undefined || !running(state)) return 0;
	const { power } = plant.heater;
	return power === 0 ? undefined : (power * (state.actual ?? state.wanted)) / 100_000;
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
