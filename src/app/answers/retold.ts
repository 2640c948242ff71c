import { type Named, reasonText } from "#texts/names.ts";
import { known, type Language, say, whole } from "#texts/say.ts";
import { toldWhole } from "#texts/told.ts";
import type { Plain } from "./snapshot-json.ts";

type Sensor = Plain["sensors"][number];
type Output = Plain["outputs"][number];
type Finding = Plain["findings"][number];

/**
 * A controller's snapshot with its sentences in the language of who asks. A code that is not known here, or comes without
 * facts, is of another version: its sentence stays as the controller wrote it.
 */
export function retold(said: Plain, language: Language): Plain {
	return {
		...said,
		sensors: said.sensors.map((sensor) => withFault(sensor, language)),
		outputs: said.outputs.map((output) => withReason(output, said, language)),
		findings: said.findings.map((found) => ({ ...found, text: textOf(found, language) })),
	};
}

function withFault(sensor: Sensor, language: Language): Sensor {
	const code = sensor.fault ?? sensor.state;
	if (sensor.text === undefined || !known("fault", code)) return sensor;
	return Object.assign({ ...sensor }, { text: say(language, "fault", code) });
}

function withReason(output: Output, plant: Named, language: Language): Output {
	const { because, facts, overruled } = output;
	if (because === undefined || facts === undefined || !whole("reason", because, facts)) return output;
	return {
		...output,
		text: reasonText(plant, { code: because, facts }, language),
		...(overruled && {
			overruled: overruled.map((lost) =>
				lost.facts !== undefined && whole("reason", lost.because, lost.facts)
					? { ...lost, text: reasonText(plant, { code: lost.because, facts: lost.facts }, language) }
					: lost,
			),
		}),
	};
}

/** A proof's sentence is in the language of the house: the broker's audit told it. */
const textOf = ({ code, facts, text }: Finding, language: Language): string =>
	(facts["text"] === undefined ? toldWhole(language, "finding", code, facts) : undefined) ?? text;
