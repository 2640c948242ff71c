import { isThermometer } from "#model/plant/plant.ts";
import { temperature } from "#model/plant/reading.ts";
import { sensorName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/** A temperature for each sensor, unknown while the sensor is lost. */
export const sensorTemperatures: EntityFamily = (plant, language) =>
	plant.sensors.filter(isThermometer).map((sensor) => ({
		key: `${sensor.id}_temperature`,
		platform: "sensor",
		name: say(language, "entity", "temperature", { name: sensorName(plant, sensor, language) }),
		bus: sensor.bus,
		component: {
			device_class: "temperature",
			state_class: "measurement",
			unit_of_measurement: "°C",
			suggested_display_precision: 1,
		},
		// Avoids "-0".
		state: ({ readings }) =>
			temperature(readings, sensor)
				?.toFixed(1)
				.replace(/^-(?=0\.0$)/, ""),
		min_interval: 10,
	}));
