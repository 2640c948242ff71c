import type { Sentence } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { type Driving, type ToldExplanation, toldExplanation } from "#texts/explanation.ts";
import { type Named, reasonText, withNames } from "#texts/names.ts";
import { known, type Language, say, whole } from "#texts/say.ts";
import { findingText, findingWords, toldWhole } from "#texts/told.ts";
import type { Plain } from "./snapshot-json.ts";

type Sensor = Plain["sensors"][number];
type Decided = Pick<Plain["outputs"][number], "because" | "facts" | "text" | "limited" | "overruled">;
type Finding = Plain["findings"][number];

/**
 * A controller's snapshot with its sentences in the language of who asks. A code that is not known here, or comes without
 * facts, is of another version: its sentence stays as the controller wrote it.
 */
export function retold(said: Plain, language: Language): Plain {
	const plant = namedIn(said);
	return {
		...said,
		sensors: said.sensors.map((sensor) => withFault(sensor, language)),
		outputs: said.outputs.map((output) => withExplanation(withReason(output, plant, language), output, language)),
		...(said.circuits && {
			circuits: said.circuits.map((circuit) => withExplanation(withReason(circuit, plant, language), PUMP, language)),
		}),
		findings: said.findings.map((found) => withWords(found, plant, language)),
	};
}

/** What makes the names. A controller of another version may tell no parts and circuits. */
export function namedIn({
	sensors,
	outputs,
	parts,
	circuits,
}: Partial<Plain> & Pick<Plain, "sensors" | "outputs">): Named {
	const ids = (list: readonly string[]) => list.map((id) => ({ id }));
	return {
		sensors,
		outputs,
		parts: (parts ?? []).map((part) => ({ ...part, sensors: ids(part.sensors), heaters: ids(part.heaters) })),
		circuits: (circuits ?? []).map(({ from, to, pump, valves, ...circuit }) => ({
			...circuit,
			valves: valves.map(({ valve, position }) => ({ valve: { id: valve }, position })),
			...{ from: { id: from }, to: { id: to }, pump: { id: pump } },
		})),
	};
}

function withFault(sensor: Sensor, language: Language): Sensor {
	const code = sensor.fault ?? sensor.state;
	if (sensor.text === undefined || !known("fault", code)) return sensor;
	return Object.assign({ ...sensor }, { text: say(language, "fault", code) });
}

function withReason<D extends Decided>(output: D, plant: Named, language: Language): D {
	const { because, facts, limited, overruled } = output;
	if (because === undefined || facts === undefined || !whole("reason", because, facts)) return output;
	return {
		...output,
		text: reasonText(plant, { code: because, facts }, language),
		...(limited && { limited: claimed(limited, plant, language) }),
		...(overruled && { overruled: overruled.map((lost) => claimed(lost, plant, language)) }),
	};
}

type Claimed = NonNullable<Decided["limited"]>;
const claimed = (claim: Claimed, plant: Named, language: Language): Claimed =>
	claim.facts !== undefined && whole("reason", claim.because, claim.facts)
		? { ...claim, text: reasonText(plant, { code: claim.because, facts: claim.facts }, language) }
		: claim;

const PUMP = { role: "pump" };
/** What a condition is called may be of another version: then its code stands there. */
const withExplanation = <D extends { readonly explanation?: ToldExplanation }>(
	decided: D,
	output: Driving,
	language: Language,
): D =>
	decided.explanation === undefined
		? decided
		: { ...decided, explanation: toldExplanation(decided.explanation, output, language) };

/** A proof's finding brings its sentences as codes. Older versions gave it a text alone, as a fact. */
function withWords(found: Finding, plant: Named, language: Language): Finding {
	const { code, facts, says, mend = [] } = found;
	const known =
		says === undefined
			? facts["text"] === undefined && toldWhole(language, "finding", code, facts) !== undefined
			: wholeAll(says) && wholeAll(mend);
	if (!known) return found;
	return {
		...found,
		facts: { ...facts, ...findingWords(language, found) },
		text: findingText(language, withNames(plant, found, language)),
	};
}

/** They come from another process, perhaps of another version. */
const wholeAll = (said: unknown): boolean =>
	Array.isArray(said) && said.every((one) => isSentence(one) && whole("proof", one.code, one.facts));
const isSentence = (one: unknown): one is Sentence =>
	isRecord(one) && typeof one["code"] === "string" && isRecord(one["facts"]);
