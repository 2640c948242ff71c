import { sensorName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { problem } from "../problem.ts";
import { placeOf } from "./place.ts";

/** Whether each sensor is lost, and why. Available without the bus, because it is needed most when the bus is gone. */
export const sensorFaults: EntityFamily = (plant, language) =>
	plant.sensors.map((sensor) => ({
		key: `${sensor.id}_fault`,
		name: say(language, "entity", "sensor_fault", { name: sensorName(plant, sensor, language) }),
		...placeOf(plant, sensor),
		...problem,
		state({ readings }) {
			const kind = readings[sensor.index]?.kind ?? "unknown";
			return kind === "unknown" ? undefined : kind === "ok" ? "OFF" : "ON";
		},
		attributes({ readings }) {
			const reading = readings[sensor.index];
			const code = reading?.kind === "broken" ? reading.fault.code : reading?.kind === "stale" ? "stale" : undefined;
			if (code === undefined) return { code: "none" };
			return { ...(reading?.kind === "broken" ? reading.fault.facts : {}), code, text: say(language, "fault", code) };
		},
	}));
