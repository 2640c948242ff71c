import * as z from "zod";
import { EVENT_CLASSES } from "../entity-classes.ts";
import { entityKeys, readKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** The event types that Home Assistant expects of a doorbell (HA core 2026.11.0 complains, 2027.4 and later refuse). */
export const RING = "ring";

/**
 * A momentary event, such as a press. Its topic carries JSON with an `event_type` and other fields. It must not be
 * retained: Home Assistant ignores events that it was not present for.
 */
export const eventSchema = z
	.strictObject({
		...entityKeys("event"),
		state_topic: readKeys.state_topic,
		value_template: readKeys.value_template,
		entity_category: readKeys.entity_category,
		device_class: z.enum(EVENT_CLASSES, "use button, doorbell, motion or none").optional(),
		event_types: z
			.array(text, "name what can happen")
			.min(1, "name at least one thing that can happen")
			.refine((types) => new Set(types).size === types.length, "name every event once")
			.readonly(),
	})
	.refine(({ device_class, event_types }) => device_class !== "doorbell" || event_types.includes(RING), {
		path: ["event_types"],
		error: `name ${RING} among them, as every doorbell has it`,
	});
export type EventComponent = Readonly<z.input<typeof eventSchema>>;
