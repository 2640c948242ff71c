import { flowOf } from "#model/plant/flows.ts";
import type { OutputStates } from "#model/plant/output.ts";
import type { Circuit } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";
import type { Instant } from "#model/quantities/units.ts";
import type { HeatMemory } from "./memory.ts";
import { offsetOf } from "./pair.ts";
import type { Seen } from "./reading.ts";

interface Turn {
	readonly now: Instant;
	readonly readings: Readings;
	readonly outputs: OutputStates;
}

/** What is known of a circuit in a turn. @param others circuits on the same meter or pump */
export function seenOf(circuit: Circuit, others: readonly Circuit[], turn: Turn, memory: HeatMemory): Seen {
	const { now, readings, outputs } = turn;
	const { runs, since } = flowOf(now, circuit, outputs);
	return {
		readings,
		outputs,
		runs,
		since,
		shared: others.some((other) => flowOf(now, other, outputs).runs),
		alone: others.length === 0,
		offset: offsetOf(memory.pair),
		learnt: memory.learnt,
	};
}
