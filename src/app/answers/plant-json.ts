import { levelOf } from "#model/decision/claim.ts";
import type { Explanation } from "#model/decision/condition.ts";
import type { Claim, Verdict } from "#model/decision/decision.ts";
import type { CircuitView, Snapshot } from "#model/decision/snapshot.ts";
import { stands } from "#model/plant/flows.ts";
import type { Circuit, Output, Part, Plant } from "#model/plant/plant.ts";
import { type ToldExplanation, toldExplanation } from "#texts/explanation.ts";
import { reasonText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";

const idOf = ({ id }: { readonly id: string }): string => id;

/** The owner's name is there if he gave one. */
export const partJson = ({ kind, id, name, sensor, sensors, heaters }: Part) => ({
	kind,
	id,
	...(name !== undefined && { name }),
	...(sensor && { sensor: idOf(sensor) }),
	sensors: sensors.map(idOf),
	heaters: heaters.map(idOf),
});

export function circuitJson(circuit: Circuit, { plant, circuits, explain }: Snapshot, language: Language) {
	const { id, index, name, from, to, pump, valves, priority } = circuit;
	return {
		id,
		...(name !== undefined && { name }),
		from: from.id,
		to: to.id,
		pump: idOf(pump),
		valves: valves.map(({ valve, position }) => ({ valve: idOf(valve), position })),
		priority,
		...flowIn(circuits[index], plant, language),
		...explanationJson(explain?.().circuits[index], pump, language),
	};
}

/** Nothing where no turn was. */
export const explanationJson = (
	explanation: Explanation | undefined,
	output: Output,
	language: Language,
): { readonly explanation?: ToldExplanation } =>
	explanation === undefined ? {} : { explanation: toldExplanation(explanation, output, language) };

/** Nothing before the first turn. */
const flowIn = (
	seen: CircuitView | undefined,
	plant: Plant,
	language: Language,
): Partial<ReturnType<typeof flowJson>> => (seen === undefined ? {} : flowJson(seen, plant, language));

const flowJson = ({ runs, since, displaced, verdict }: CircuitView, plant: Plant, language: Language) => ({
	runs,
	...(since !== undefined && { since }),
	displaced,
	...saidJson(plant, verdict, language),
});

/** What only some outputs have: levels, and a valve that is on its way. */
export function drivenJson(output: Output, { now, outputs }: Snapshot) {
	const { level, role, index } = output;
	const position = outputs[index]?.actual;
	const moves = role === "valve" && position !== undefined && !stands(now, { valve: output, position }, outputs);
	return { ...(level && { level }), ...(moves && { moves }) };
}

/** Nothing where nothing was decided. */
export const verdictJson = (
	plant: Plant,
	verdict: Verdict | undefined,
	language: Language,
): Partial<ReturnType<typeof saidJson>> => (verdict === undefined ? {} : saidJson(plant, verdict, language));

function saidJson(plant: Plant, { want, rank, because, limited, overruled }: Verdict, language: Language) {
	return {
		want,
		rank: rank ?? "none",
		because: because.code,
		facts: because.facts,
		text: reasonText(plant, because, language),
		...(limited && { limited: claimJson(plant, limited, language) }),
		overruled: overruled.map((c) => claimJson(plant, c, language)),
	};
}

const claimJson = (plant: Plant, claim: Claim, language: Language) => ({
	want: levelOf(claim),
	rank: claim.rank,
	because: claim.because.code,
	facts: claim.because.facts,
	text: reasonText(plant, claim.because, language),
});
