import * as z from "zod";
import { BUTTON_CLASSES, ENTITY_CATEGORIES } from "../entity-classes.ts";
import { entityKeys } from "../entity-keys.ts";
import { template, text, topic } from "../ids.ts";

/** Something to press; it has no state. */
export const buttonSchema = z.strictObject({
	...entityKeys("button"),
	command_topic: topic,
	command_template: template.optional(),
	entity_category: z.enum(ENTITY_CATEGORIES, "use config, diagnostic or nothing").optional(),
	device_class: z.enum(BUTTON_CLASSES, "use identify, restart, update or none").optional(),
	payload_press: text.optional(),
});
export type ButtonComponent = Readonly<z.input<typeof buttonSchema>>;
