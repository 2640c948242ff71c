import * as z from "zod";
import { BUTTON_CLASSES } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** A button. It has no state. */
export const buttonSchema = z.strictObject({
	...entityKeys("button"),
	command_topic: writeKeys.command_topic,
	command_template: writeKeys.command_template,
	entity_category: writeKeys.entity_category,
	device_class: z.enum(BUTTON_CLASSES, "use identify, restart, update or none").optional(),
	payload_press: text.optional(),
});
export type ButtonComponent = Readonly<z.input<typeof buttonSchema>>;
