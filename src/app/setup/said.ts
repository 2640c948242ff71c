import { type Problem, problem } from "#model/findings/finding.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Draft } from "./draft.ts";

type Fields = Readonly<Record<string, string>>;

/** The draft with what the fields of a screen say, or what is wrong with one. Fields of other screens stay. */
export function withFields(before: Draft, fields: Fields): Draft | Problem {
	const sensors: Record<string, Draft["sensors"][string]> = { ...before.sensors };
	for (const [key, source] of Object.entries(fields)) {
		const nth = /^source:(\d+)$/.exec(key)?.[1];
		if (nth === undefined) continue;
		const role = SENSOR_ROLES.find((one) => one === fields[`role:${nth}`]);
		const name = fields[`name:${nth}`]?.trim();
		const height = numberIn(fields[`height:${nth}`]);
		if (height === "wrong") return notANumber(`${source} cm`, fields[`height:${nth}`]);
		sensors[source] = {
			...(role !== undefined && { role }),
			...(name && { name: name.slice(0, 60) }),
			...(height !== undefined && role === "tank_layer" && { height }),
		};
	}
	const { volume: _, maximum: __, ...rest } = before;
	const volume = "volume" in fields ? numberIn(fields["volume"]) : before.volume;
	const maximum = "maximum" in fields ? numberIn(fields["maximum"]) : before.maximum;
	if (volume === "wrong") return notANumber("tank.volume", fields["volume"]);
	if (maximum === "wrong") return notANumber("tank_limit.target", fields["maximum"]);
	return { ...rest, sensors, ...(volume !== undefined && { volume }), ...(maximum !== undefined && { maximum }) };
}

/** A layer of a tank of which it was not said where it is. */
export function layerWithoutHeight({ sensors }: Draft): Problem | undefined {
	const [source] =
		Object.entries(sensors).find(([, { role, height }]) => role === "tank_layer" && height === undefined) ?? [];
	return source === undefined ? undefined : problem(`${source} cm`, undefined, mend("layer_height"));
}

const notANumber = (path: string, text: string | undefined): Problem => problem(path, text, mend("plain_number"));

/** As people write it: `1,5`, `300 l`. Undefined where nothing is written. */
function numberIn(text: string | undefined): number | "wrong" | undefined {
	const written = text?.trim() ?? "";
	if (written === "") return undefined;
	const [, number = ""] = /^(-?\d+(?:[.,]\d+)?)\s*(?:l|L|°C|cm)?$/.exec(written) ?? [];
	const value = Number(number.replace(",", "."));
	return number === "" || !Number.isFinite(value) ? "wrong" : value;
}
