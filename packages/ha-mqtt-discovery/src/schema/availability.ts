import * as z from "zod";
import { template, text, topic } from "./ids.ts";

/**
 * One topic that says whether what it stands for is there: `online` or `offline` if not told otherwise. A topic on which
 * nothing was ever published counts as offline.
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
