import * as z from "zod";
import { TEMPERATURE_UNITS, WATER_HEATER_MODES, WATER_HEATER_PRECISIONS } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text, topic } from "../ids.ts";

const { entity_category, optimistic } = writeKeys;

/**
 * A water heater. Its limits are required, because Home Assistant's defaults are those of a bathroom boiler (43.3 to 60 °C), and
 * so are its modes: a state that is not among them is an error in its log.
 */
export const waterHeaterSchema = z
	.strictObject({
		...entityKeys("water_heater"),
		modes: z
			.array(z.enum(WATER_HEATER_MODES, `use modes of Home Assistant: ${WATER_HEATER_MODES.join(", ")}`))
			.min(1, "name at least one mode")
			.refine((modes) => new Set(modes).size === modes.length, "name every mode once")
			.readonly(),
		mode_state_topic: topic.optional(),
		mode_command_topic: topic,
		temperature_state_topic: topic.optional(),
		temperature_command_topic: topic.optional(),
		current_temperature_topic: topic.optional(),
		power_command_topic: topic.optional(),
		payload_on: text.optional(),
		payload_off: text.optional(),
		min_temp: z.number(),
		max_temp: z.number(),
		precision: z.union(
			WATER_HEATER_PRECISIONS.map((one) => z.literal(one)),
			"use 0.1, 0.5 or 1",
		),
		temperature_unit: z.enum(TEMPERATURE_UNITS, "use C or F"),
		...{ entity_category, optimistic },
	})
	.refine(({ min_temp, max_temp }) => min_temp < max_temp, {
		path: ["max_temp"],
		message: "use a greatest value above the least",
	});
export type WaterHeaterComponent = Readonly<z.input<typeof waterHeaterSchema>>;
