import type { Reason } from "#model/decision/decision.ts";
import type { Output, Sensor } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { type Language, readable, say, sayAny } from "./say.ts";

/** What of a plant makes the names in it. */
export interface Named {
	readonly sensors: readonly Pick<Sensor, "id" | "role" | "height">[];
	readonly outputs: readonly Pick<Output, "id" | "role">[];
}

/** What people call this sensor: by its role, and by its id where the role is shared or says nothing. */
export function sensorName(plant: Named, sensor: Named["sensors"][number], language: Language): string {
	if (sensor.role === "other") return readable(sensor.id);
	if (sensor.role === "tank_layer" && sensor.height === undefined) return readable(sensor.id);
	const name = say(language, "role", sensor.role, { height: sensor.height ?? 0 });
	const alike = plant.sensors.filter((s) => s.role === sensor.role && s.height === sensor.height);
	return alike.length > 1 ? `${name} (${readable(sensor.id)})` : name;
}

export const outputName = (output: Named["outputs"][number], language: Language): string =>
	output.role === "other" ? readable(output.id) : say(language, "role", output.role);

/** Facts that are ids of sensors and outputs. */
const IDS = ["sensor", "output", "by"] as const;

/** The same facts for a text: where one is the id of a sensor or output, what people call it. */
export function named(plant: Named, facts: Facts, language: Language): Facts {
	const names = IDS.flatMap((key) => {
		const id = facts[key];
		const sensor = plant.sensors.find((s) => s.id === id);
		const output = plant.outputs.find((o) => o.id === id);
		if (sensor !== undefined) return [[key, sensorName(plant, sensor, language)] as const];
		return output === undefined ? [] : [[key, outputName(output, language)] as const];
	});
	return names.length === 0 ? facts : { ...facts, ...Object.fromEntries(names) };
}

/** Why an output is as it is, as people read it. */
export const reasonText = (plant: Named, { code, facts }: Reason, language: Language): string =>
	sayAny(language, "reason", code, named(plant, facts, language));
