import * as z from "zod";
import { PAYLOAD_OFF, PAYLOAD_ON } from "../../message/payloads.ts";
import { BINARY_SENSOR_CLASSES } from "../entity-classes.ts";
import { entityKeys, readKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** A state that is on or off: a relay, a flow switch, an alarm. */
export const binarySensorSchema = z
	.strictObject({
		...entityKeys("binary_sensor"),
		...readKeys,
		device_class: z.enum(BINARY_SENSOR_CLASSES, "use a device class of binary sensors, or none").optional(),
		payload_on: text.optional(),
		payload_off: text.optional(),
		/** Seconds after which it goes back to off. */
		off_delay: z.int().min(1).optional(),
	})
	.refine(({ payload_on = PAYLOAD_ON, payload_off = PAYLOAD_OFF }) => payload_on !== payload_off, {
		path: ["payload_off"],
		error: "use another payload than for on",
	});
export type BinarySensorComponent = Readonly<z.input<typeof binarySensorSchema>>;
