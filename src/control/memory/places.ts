import { circuitMark, partMark } from "#model/plant/marks.ts";
import type { Circuit, Part, Plant } from "#model/plant/plant.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { Per, Places } from "../rule.ts";

/** The place of the marks among the saved memories. They belong to no rule. */
export const MARKS = "places";

/**
 * What each memory and each circuit is about, as marks that stay when an id changes. They are saved together with the
 * memories, so that a memory follows its place.
 */
export interface Marks {
	/** By memory key. */
	readonly keys: Readonly<Record<string, string>>;
	/** By circuit id. */
	readonly circuits: Readonly<Record<string, string>>;
}

interface Keyed {
	readonly key: string;
	readonly mark: string;
}

export const marksOf = (bound: {
	readonly plant: Plant;
	readonly instances: readonly Keyed[];
	readonly resting: readonly Keyed[];
}): Marks => ({
	keys: Object.fromEntries([...bound.instances, ...bound.resting].map(({ key, mark }) => [key, mark])),
	circuits: Object.fromEntries(bound.plant.circuits.map((circuit) => [circuit.id, circuitMark(circuit)])),
});

export function markOf(per: Per, at: Places[Per]): string {
	switch (per) {
		case "circuit":
			return circuitMark(at as Circuit);
		case "part":
			return partMark(at as Part);
		case "output":
			return "id" in at ? at.id : per;
		case "plant":
			return per;
	}
}

/** The valid part of saved marks. */
export function marksIn(saved: unknown): Marks {
	const { keys, circuits } = isRecord(saved) ? saved : {};
	return { keys: textsIn(keys), circuits: textsIn(circuits) };
}
const textsIn = (all: unknown): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(isRecord(all) ? all : {}).flatMap(([key, mark]) => (typeof mark === "string" ? [[key, mark]] : [])),
	);

/** New ids of circuits by their old ones, where they differ. */
export function renamedCircuits(plant: Plant, { circuits: before }: Marks): ReadonlyMap<string, string> {
	const renamed = new Map<string, string>();
	for (const circuit of plant.circuits) {
		const mark = circuitMark(circuit);
		if (before[circuit.id] === mark) continue;
		for (const [id, old] of Object.entries(before)) if (old === mark) renamed.set(id, circuit.id);
	}
	return renamed;
}
