import { PAYLOAD_OFF, PAYLOAD_ON } from "ha-mqtt-discovery";
import { measured } from "#model/plant/reading.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { sensorName } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { numberText } from "../number-text.ts";
import { placeOf } from "./place.ts";

/** What each sensor measures, unknown while the sensor is lost. */
export const sensorValues: EntityFamily = (plant, language) =>
	plant.sensors.map((sensor): Entity => {
		const { id, quantity, role, bus } = sensor;
		const name = sensorName(plant, sensor, language);
		return {
			key: `${id}_${quantity}`,
			// "Flow" of a flow meter, not "Flow flow".
			name: role === quantity ? name : say(language, "entity", quantity, { name }),
			bus,
			...placeOf(plant, sensor),
			...SHOWN[quantity],
			state({ readings }) {
				const value = measured(readings, sensor);
				if (value === undefined) return undefined;
				return quantity === "contact"
					? value >= 0.5
						? PAYLOAD_ON
						: PAYLOAD_OFF
					: numberText(value, KINDS[quantity].digits);
			},
			min_interval: 10,
		};
	});

/** Classes, units and precisions that every promised release of Home Assistant has. `noise` is the dead band, in the same unit. */
const SHOWN = {
	temperature: {
		platform: "sensor",
		component: {
			device_class: "temperature",
			state_class: "measurement",
			unit_of_measurement: "°C",
			suggested_display_precision: 1,
		},
		noise: 0.3,
	},
	flow: {
		platform: "sensor",
		component: {
			device_class: "volume_flow_rate",
			state_class: "measurement",
			unit_of_measurement: "L/min",
			suggested_display_precision: 1,
		},
		noise: 0.3,
	},
	volume: {
		platform: "sensor",
		component: {
			device_class: "volume",
			state_class: "total_increasing",
			unit_of_measurement: "L",
			suggested_display_precision: 0,
		},
		noise: 10,
	},
	pressure: {
		platform: "sensor",
		component: {
			device_class: "pressure",
			state_class: "measurement",
			unit_of_measurement: "bar",
			suggested_display_precision: 2,
		},
		noise: 0.1,
	},
	irradiance: {
		platform: "sensor",
		component: {
			device_class: "irradiance",
			state_class: "measurement",
			unit_of_measurement: "W/m²",
			suggested_display_precision: 0,
		},
		noise: 20,
	},
	power: {
		platform: "sensor",
		component: {
			device_class: "power",
			state_class: "measurement",
			unit_of_measurement: "W",
			suggested_display_precision: 0,
		},
		noise: 20,
	},
	energy: {
		platform: "sensor",
		component: {
			device_class: "energy",
			state_class: "total_increasing",
			unit_of_measurement: "kWh",
			suggested_display_precision: 1,
		},
		noise: 0.1,
	},
	humidity: {
		platform: "sensor",
		component: {
			device_class: "humidity",
			state_class: "measurement",
			unit_of_measurement: "%",
			suggested_display_precision: 0,
		},
		noise: 2,
	},
	speed: {
		platform: "sensor",
		component: { state_class: "measurement", unit_of_measurement: "%", suggested_display_precision: 0 },
		noise: 5,
	},
	/** On while it is closed. */
	contact: { platform: "binary_sensor" },
	pulses: {
		platform: "sensor",
		component: { state_class: "total_increasing", suggested_display_precision: 0 },
		noise: 100,
	},
	price: { platform: "sensor", component: { state_class: "measurement", suggested_display_precision: 2 }, noise: 0.01 },
} as const satisfies Readonly<Record<Quantity, unknown>>;
