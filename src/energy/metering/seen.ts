import { fromField } from "#model/plant/circuit.ts";
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
	const beside = others.filter((other) => flowOf(now, other, outputs).runs);
	return {
		readings,
		outputs,
		runs,
		since,
		share: beside.length === 0 ? 1 : shareOf(circuit, beside),
		alone: others.length === 0,
		offset: offsetOf(memory.pair),
		learnt: memory.learnt,
	};
}

/**
 * Share of the flow where fields are fed side by side by one pump and heat one tank: as their areas, or alike where those are not known,
 * as such fields are balanced. Undefined for other circuits that run at once.
 */
function shareOf(circuit: Circuit, beside: readonly Circuit[]): number | undefined {
	const all = [circuit, ...beside];
	const sideBySide = all.every((one) => fromField(one) && one.pump === circuit.pump && one.to === circuit.to);
	if (!sideBySide || new Set(all.map(({ from }) => from)).size < all.length) return undefined;
	const known = all.every(({ from }) => from.area !== undefined);
	const areaOf = ({ from }: Circuit) => (known ? (from.area ?? 1) : 1);
	return areaOf(circuit) / all.reduce((sum, one) => sum + areaOf(one), 0);
}
