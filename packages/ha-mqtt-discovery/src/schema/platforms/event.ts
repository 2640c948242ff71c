import * as z from "zod";
import { EVENT_CLASSES, READ_ONLY_CATEGORIES } from "../entity-classes.ts";
import { entityKeys } from "../entity-keys.ts";
import { template, text, topic } from "../ids.ts";

/** What Home Assistant expects of a doorbell (HA core 2026.11.0: it complains, and from 2027.4 on refuses). */
export const RING = "ring";

/**
 * Something that happens and is over, such as a press. What comes on its topic is JSON with an `event_type` and whatever
 * else is to be known; it must not be retained, as Home Assistant takes no event that it was not there for.
 */
export const eventSchema = z
	.strictObject({
		...entityKeys("event"),
		state_topic: topic,
		value_template: template.optional(),
		entity_category: z
			.enum(READ_ONLY_CATEGORIES, "use diagnostic or nothing: what is only read is no configuration")
			.optional(),
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
