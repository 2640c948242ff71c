import type { Snapshot } from "#model/decision/snapshot.ts";
import { devicesOf, isCircuit, subjectOf } from "#model/plant/circuit.ts";
import type { Output } from "#model/plant/plant.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { headroom, MARGIN } from "./limits.ts";

/** Why no test may run now; each is a text in the section `silence`. */
export type Obstacle = "mode" | "off" | "not_own" | "held" | "protecting" | "fault" | "near_limit";

/**
 * Whether the plant is in normal operation and cool enough for a load to be off for a while. `asked`: a person started the
 * test, and may hold the tested output on for it. `begun`: the load may have gone off.
 */
export function obstacle(snapshot: Snapshot, output: Output, asked: boolean, begun: boolean): Obstacle | undefined {
	const { mode, verdicts, outputs } = snapshot;
	const verdict = verdicts[output.index];
	if (mode !== "auto") return "mode";
	if (verdict === undefined || verdict.want === 0) return "off";
	if (!begun && (outputs[output.index]?.actual ?? 0) === 0) return "off";
	if (!OWN.includes(verdict.rank) && !(asked && verdict.rank === "manual")) return "not_own";
	return hindrance(snapshot, output, asked);
}

/** The same, whether or not the load runs. */
export function hindrance(snapshot: Snapshot, output: Output, asked: boolean): Obstacle | undefined {
	if (snapshot.mode !== "auto") return "mode";
	if (holds(snapshot).some((id) => !(asked && isOf(snapshot, id, output)))) return "held";
	if (protects(snapshot, output)) return "protecting";
	if (faulty(snapshot, output)) return "fault";
	const room = headroom(snapshot);
	if (room === undefined) return "fault";
	return room < MARGIN ? "near_limit" : undefined;
}

/** Ranks of a load's own reasons. */
const OWN: readonly unknown[] = ["normal", "upkeep"];

/** Ids of outputs and circuits that a person holds. */
function holds({ memories }: Snapshot): readonly string[] {
	const holds = fieldOf(memories["manual"], "holds");
	return Array.isArray(holds) ? holds.map((hold) => String(fieldOf(hold, "output"))) : [];
}

function isOf({ plant }: Snapshot, id: string, output: Output): boolean {
	const subject = subjectOf(plant, id);
	return subject !== undefined && (isCircuit(subject) ? devicesOf(subject).includes(output) : subject === output);
}

/** Something else is protected or forbidden for safety. That an unproven heater stays off is no such thing. */
const protects = ({ verdicts, plant }: Snapshot, output: Output): boolean =>
	verdicts.some(
		({ rank, because }, index) =>
			plant.outputs[index] !== output &&
			(rank === "safety" || rank === "protection") &&
			!because.code.startsWith("dead_man_"),
	);

/** An output has a fault, or a part's temperature is not known. That of the tested output is the test's own business. */
const faulty = ({ outputs, plant, readings }: Snapshot, output: Output): boolean =>
	plant.outputs.some((other) => other !== output && outputs[other.index]?.fault !== undefined) ||
	plant.parts.some(({ sensors }) => sensors.some(({ index }) => readings[index]?.kind !== "ok"));
