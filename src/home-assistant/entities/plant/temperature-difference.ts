import { temperature } from "#model/plant/reading.ts";
import { warmerBy } from "#model/quantities/units.ts";
import { say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";
import { numberText } from "../number-text.ts";

/** How much warmer the collector is than the tank: what charging goes by. Unknown while either is lost. */
export const temperatureDifference: EntityFamily = ({ roles: { collector, tank } }, language) =>
	collector === undefined || tank === undefined
		? []
		: [
				{
					key: "collector_tank_difference",
					platform: "sensor",
					name: say(language, "entity", "collector_tank_difference"),
					component: {
						device_class: "temperature_delta",
						state_class: "measurement",
						unit_of_measurement: "K",
						suggested_display_precision: 1,
					},
					state({ readings }) {
						const hot = temperature(readings, collector);
						const cold = temperature(readings, tank);
						return hot === undefined || cold === undefined ? undefined : numberText(warmerBy(hot, cold), 1);
					},
					min_interval: 10,
					noise: 0.5,
				},
			];
