import * as z from "zod";
import type { Situation } from "#control/rule.ts";
import { devicesOf } from "#model/plant/circuit.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { celsius, type Instant, instant, OFF, since } from "#model/quantities/units.ts";

/** A little less than a day: the run of yesterday does not count as use. */
const RESTED = 23 * 3600;
/** From here on a pump may push steam, or scald. */
const HOT = celsius(90);

/** How each pump and valve stood last, and when it came to that, by id: over a restart a board only says how it stands. */
export const used = z.record(z.string(), z.object({ at: z.number(), stood: z.number() })).optional();
export type Used = z.output<typeof used>;

/** What is known of the last moves after this turn; the same object if nothing moved. */
export function usedIn(before: Used, all: readonly Output[], outputs: OutputStates): Used {
	let after = before;
	for (const { id, role, index } of all) {
		const state = outputs[index];
		if (state?.since === undefined || (role !== "pump" && role !== "valve")) continue;
		// No negative zero: memories are saved as JSON, which has none.
		const stood = role === "pump" ? Number(running(state)) : (state.actual ?? state.wanted) + 0;
		if (after?.[id]?.stood !== stood) after = { ...after, [id]: { at: state.since, stood } };
	}
	return after;
}

/**
 * Whether it is a pump that has not run, or a valve that has not moved, for a day.
 * @param begun counts where its last change is unknown; without it such a one has rested
 */
export function hasRested(
	{ id, role, index }: Output,
	outputs: OutputStates,
	moved: Used,
	now: Instant,
	begun: Instant | undefined,
): boolean {
	const state = outputs[index];
	if (state === undefined || (role !== "pump" && role !== "valve")) return false;
	if (role === "pump" && running(state)) return false;
	const at = moved?.[id]?.at;
	// A moment that is still to come is of another running time.
	const from = at === undefined || at > now ? (state.since ?? begun) : instant(at);
	return from === undefined || since(from, now) >= RESTED;
}

/** Whether nothing hot would be moved. What is not known may be hot. */
export const isHarmless = (output: Output, plant: Plant, readings: Readings): boolean =>
	circuitsOf(output, plant).every(({ from, to, from_sensor, to_sensor }) => {
		const ends = [from.sensor, to.sensor, from_sensor, to_sensor].filter((sensor) => sensor !== undefined);
		return ends.every((sensor) => (temperature(readings, sensor) ?? HOT) < HOT);
	});

/** Whether no function forbids it, and no pump drives heat through it, which would hold a valve. */
export const isAllowed = (
	output: Output,
	plant: Plant,
	circuits: Situation<unknown>["circuits"],
	outputs: OutputStates,
): boolean =>
	circuitsOf(output, plant).every(({ index, pump }) => {
		const state = outputs[pump.index];
		return (circuits[index]?.most ?? OFF) > 0 && (state === undefined || !running(state));
	});

const circuitsOf = (output: Output, { circuits }: Plant) =>
	circuits.filter((circuit) => devicesOf(circuit).includes(output));
