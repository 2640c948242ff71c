import * as z from "zod";
import { availabilities } from "./availability.ts";
import { ENTITY_CATEGORIES, READ_ONLY_CATEGORIES } from "./entity-classes.ts";
import { discoveryId, entityIdOf, icon, template, text, topic } from "./ids.ts";

/**
 * The keys of every entity of a platform (HA core 2026.11.0: MQTT_ENTITY_COMMON_SCHEMA). `name` is required: a text, or
 * `null` for the device's main entity, which has only the device's name. `availability` replaces the device's list for this
 * entity; the device's mode `all` applies to it too.
 */
export const entityKeys = <P extends string>(platform: P) => ({
	platform: z.literal(platform),
	unique_id: discoveryId,
	default_entity_id: entityIdOf(platform).optional(),
	name: z.union([text, z.null()], "give a name, or null for the device's main feature"),
	icon: icon.optional(),
	enabled_by_default: z.boolean().optional(),
	visible_by_default: z.boolean().optional(),
	availability: availabilities.optional(),
	json_attributes_topic: topic.optional(),
	json_attributes_template: template.optional(),
});

/** Keys of entities that Home Assistant only reads. */
export const readKeys = {
	state_topic: topic,
	value_template: template.optional(),
	force_update: z.boolean().optional(),
	/**
	 * Seconds without a message after which the entity becomes unavailable. Not for a retained state, because a replay would
	 * renew it.
	 */
	expire_after: z.int().min(1).optional(),
	entity_category: z
		.enum(READ_ONLY_CATEGORIES, "use diagnostic or nothing: what is only read is no configuration")
		.optional(),
};

/**
 * Keys of entities that Home Assistant writes, and reads back if there is a state topic. There is no `retain`: commands are
 * never retained.
 */
export const writeKeys = {
	command_topic: topic,
	command_template: template.optional(),
	state_topic: topic.optional(),
	value_template: template.optional(),
	optimistic: z.boolean().optional(),
	entity_category: z.enum(ENTITY_CATEGORIES, "use config, diagnostic or nothing").optional(),
};
