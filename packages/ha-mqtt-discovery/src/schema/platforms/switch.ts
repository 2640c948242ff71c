import * as z from "zod";
import { PAYLOAD_OFF, PAYLOAD_ON } from "../../message/payloads.ts";
import { SWITCH_CLASSES } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** A switch. */
export const switchSchema = z
	.strictObject({
		...entityKeys("switch"),
		...writeKeys,
		device_class: z.enum(SWITCH_CLASSES, "use outlet, switch or none").optional(),
		payload_on: text.optional(),
		payload_off: text.optional(),
		state_on: text.optional(),
		state_off: text.optional(),
	})
	.superRefine((one, context) => {
		const { payload_on = PAYLOAD_ON, payload_off = PAYLOAD_OFF } = one;
		const { state_on = payload_on, state_off = payload_off } = one;
		const complain = (key: string) =>
			context.addIssue({ code: "custom", path: [key], message: "use another text than for on" });
		if (payload_on === payload_off) complain("payload_off");
		else if (state_on === state_off) complain("state_off");
	});
export type SwitchComponent = Readonly<z.input<typeof switchSchema>>;
