import type { Situation } from "#control/rule.ts";
import { devicesOf } from "#model/plant/circuit.ts";
import { type OutputStates, running } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { celsius, type Instant, OFF, since } from "#model/quantities/units.ts";

/** A little less than a day: the run of yesterday does not count as use. */
const RESTED = 23 * 3600;
/** From here on a pump may push steam, or scald. */
const HOT = celsius(90);

/**
 * Whether it is a pump that has not run, or a valve that has not moved, for a day.
 * @param begun counts where its last change is unknown; without it such a one has rested
 */
export function hasRested(
	{ role, index }: Output,
	outputs: OutputStates,
	now: Instant,
	begun: Instant | undefined,
): boolean {
	const state = outputs[index];
	if (state === undefined || (role !== "pump" && role !== "valve")) return false;
	if (role === "pump" && running(state)) return false;
	const from = state.since ?? begun;
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
