import { levelOf } from "#model/decision/claim.ts";
import type { Explanation } from "#model/decision/condition.ts";
import type { Claim, Rank, Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { isTank } from "#model/plant/circuit.ts";
import { stands } from "#model/plant/flows.ts";
import type { Circuit, Output, Part, Plant, ValvePosition } from "#model/plant/plant.ts";
import { type Instant, since } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { type ToldExplanation, toldExplanation } from "#texts/explanation.ts";
import { circuitName, partName, reasonText } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";

/** What is to be, by whom, and why. */
export interface ReasonView {
	readonly want: number;
	/** The same in words. */
	readonly want_text: string;
	/** `none` without a claim. */
	readonly rank: Rank | "none";
	readonly because: string;
	readonly text: string;
	readonly facts: Facts;
}
export type OverruledView = ReasonView & { readonly rank: Rank };

/** Where heat comes from or goes to. Its sensors and heaters are named by their ids. */
export interface PartView {
	readonly kind: Part["kind"];
	readonly id: string;
	readonly name: string;
	/** The sensor that decides. */
	readonly sensor?: string;
	readonly sensors: readonly string[];
	readonly heaters: readonly string[];
	/** Of a sink. */
	readonly use?: NonNullable<Part["use"]>;
	/** Litres of a tank or sink, and its height in cm, where the options have them. */
	readonly volume_l?: number;
	readonly height_cm?: number;
	/** m² of a collector field. */
	readonly area_m2?: number;
}

export interface CircuitValveView {
	readonly valve: string;
	/** Where the circuit needs it: 0 is its relay at rest, 100 its relay energised. */
	readonly position: number;
	/** It stands there, as confirmed. */
	readonly stands: boolean;
}

/** What moves heat from a part to a part. */
export interface CircuitView extends ReasonView {
	readonly id: string;
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly pump: string;
	readonly valves: readonly CircuitValveView[];
	readonly priority: number;
	/** Heat flows in it, by what the boards confirmed. */
	readonly runs: boolean;
	/** Seconds since it began to run, or to rest. */
	readonly age?: number;
	/** Another circuit was served in its place. */
	readonly displaced: boolean;
	/** What was compared, and what would change it. Absent where no turn was. */
	readonly explanation?: ToldExplanation;
	/** The claim that keeps it from running as fast as is asked. */
	readonly limited?: OverruledView;
	readonly overruled: readonly OverruledView[];
}

export const partView = (part: Part, plant: Plant, language: Language): PartView => ({
	kind: part.kind,
	id: part.id,
	name: partName(plant, part, language),
	...(part.sensor && { sensor: part.sensor.id }),
	sensors: part.sensors.map(({ id }) => id),
	heaters: part.heaters.map(({ id }) => id),
	...(part.use !== undefined && { use: part.use }),
	...measures(part, plant),
});

/** The only tank has the volume of the plant's. */
function measures(part: Part, { parts, tank }: Plant): Pick<PartView, "volume_l" | "height_cm" | "area_m2"> {
	const lone = isTank(part) && parts.filter(isTank).length === 1 ? tank.volume : 0;
	const { volume = lone, height, area } = part;
	return {
		...(volume > 0 && { volume_l: volume }),
		...(height !== undefined && { height_cm: height }),
		...(area !== undefined && { area_m2: area }),
	};
}

/** Undefined before the first turn. */
export function circuitView(circuit: Circuit, snapshot: Snapshot, language: Language): CircuitView | undefined {
	const { now, plant, circuits } = snapshot;
	const seen = circuits[circuit.index];
	if (seen === undefined) return undefined;
	const { id, from, to, pump, valves, priority } = circuit;
	return {
		id,
		name: circuitName(plant, circuit, language),
		...{ from: from.id, to: to.id, pump: pump.id, priority },
		valves: valves.map((way) => valveView(way, snapshot)),
		runs: seen.runs,
		...(seen.since !== undefined && { age: ageOf(seen.since, now) }),
		displaced: seen.displaced,
		...verdictView(seen.verdict, pump, plant, language),
		...explanationView(snapshot.explain?.().circuits[circuit.index], pump, language),
	};
}

export const explanationView = (
	explanation: Explanation | undefined,
	output: Output,
	language: Language,
): { readonly explanation?: ToldExplanation } =>
	explanation === undefined ? {} : { explanation: toldExplanation(explanation, output, language) };

const valveView = (way: ValvePosition, { now, outputs }: Snapshot): CircuitValveView => ({
	valve: way.valve.id,
	position: way.position,
	stands: stands(now, way, outputs),
});

/** How an output runs, as confirmed. A valve is at no place until it has arrived there. */
export function shownState(output: Output, { now, plant, outputs }: Snapshot, language: Language): string {
	const actual = outputs[output.index]?.actual;
	const moves =
		output.role === "valve" && actual !== undefined && !stands(now, { valve: output, position: actual }, outputs);
	return moves ? say(language, "page", "valve_moving") : stateText(plant, output, actual, language);
}

export const ageOf = (from: Instant, now: Instant): number => Math.round(since(from, now));

/** With sentences in a language. `output` is what is driven. */
export const verdictView = (
	{ want, rank, because, limited, overruled }: Verdict,
	output: Output,
	plant: Plant,
	language: Language,
): ReasonView & Pick<CircuitView, "limited" | "overruled"> => {
	const view = <R extends Rank | "none">(level: number, by: R, { code, facts }: Claim["because"]) => ({
		want: level,
		want_text: stateText(plant, output, level, language),
		rank: by,
		because: code,
		text: reasonText(plant, { code, facts }, language),
		facts,
	});
	return {
		...view(want, rank ?? "none", because),
		...(limited && { limited: view(levelOf(limited), limited.rank, limited.because) }),
		overruled: overruled.map((claim) => view(levelOf(claim), claim.rank, claim.because)),
	};
};
