import * as z from "zod";
import { VALVE_CLASSES } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/**
 * A valve that is open or closed, or on its way: its state is `open`, `closed`, `opening`, `closing`, and its commands are
 * `OPEN` and `CLOSE`. One that reports a position in percent is not in this library. Without a topic for commands, Home
 * Assistant only shows it.
 */
export const valveSchema = z.strictObject({
	...entityKeys("valve"),
	...writeKeys,
	command_topic: writeKeys.command_topic.optional(),
	device_class: z.enum(VALVE_CLASSES, "use gas, water or none").optional(),
	payload_open: text.optional(),
	payload_close: text.optional(),
	payload_stop: text.optional(),
	state_open: text.optional(),
	state_closed: text.optional(),
	state_opening: text.optional(),
	state_closing: text.optional(),
});
export type ValveComponent = Readonly<z.input<typeof valveSchema>>;
