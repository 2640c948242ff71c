import type { Output, Plant, Sensor } from "#model/plant.ts";
import { type Language, readable, say } from "#texts/say.ts";

/** What people call this sensor: by its role, and by its id where the role is shared or says nothing. */
export function sensorName(plant: Plant, sensor: Sensor, language: Language): string {
	if (sensor.role === "other") return readable(sensor.id);
	if (sensor.role === "tank_layer" && sensor.height === undefined) return readable(sensor.id);
	const name = say(language, "role", sensor.role, { height: sensor.height ?? 0 });
	const alike = plant.sensors.filter((s) => s.role === sensor.role && s.height === sensor.height);
	return alike.length > 1 ? `${name} (${readable(sensor.id)})` : name;
}

export const outputName = (output: Output, language: Language): string =>
	output.role === "other" ? readable(output.id) : say(language, "role", output.role);
