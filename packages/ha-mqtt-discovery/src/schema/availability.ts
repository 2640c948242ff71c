import * as z from "zod";
import { template, text, topic } from "./ids.ts";

/**
 * A topic that tells whether something is available: `online` or `offline` by default. A topic without a message counts as
 * offline.
 */
const availability = z.strictObject({
	topic,
	payload_available: text.optional(),
	payload_not_available: text.optional(),
	value_template: template.optional(),
});

export const availabilities = z
	.array(availability, "give the topics that say whether the device is there")
	.min(1, "give at least one topic, or a dead device looks alive")
	.readonly();
