import * as z from "zod";
import type { DeviceMessage } from "./assembled.ts";

const publishedSchema = z.strictObject({
	topic: z.string(),
	components: z
		// A platform of a past version need not be one of today.
		.array(z.strictObject({ key: z.string(), platform: z.string(), unique_id: z.string() }).readonly())
		.readonly(),
});
/** For what comes back from a store: a list, one for each device. */
export const publishedDevices = z.array(publishedSchema.readonly()).readonly();

/** What Home Assistant knows of a device: plain JSON to keep, from which the next start finds what has gone. */
export type Published = z.output<typeof publishedSchema>;

export const published = ({ topic, payload }: DeviceMessage): Published => ({
	topic,
	components: Object.entries(payload.components).map(([key, { platform, unique_id }]) => ({
		key,
		platform,
		unique_id,
	})),
});

/**
 * What Home Assistant may know while the steps from `before` to `after` are being published. Kept before the first step,
 * it lets a start after a crash remove whatever the crash left; after the last step `published` of each message replaces it.
 */
export const underway = (before: readonly Published[], after: readonly DeviceMessage[]): readonly Published[] => {
	const topics = new Map<string, Map<string, Published["components"][number]>>();
	for (const { topic, components } of [...before, ...after.map(published)]) {
		const known = topics.get(topic) ?? new Map();
		topics.set(topic, known);
		for (const component of components) known.set(identity(component), component);
	}
	return [...topics].map(([topic, known]) => ({ topic, components: [...known.values()] }));
};

/** Two components are one entity for Home Assistant when all three are the same. */
export const identity = ({ key, platform, unique_id }: Published["components"][number]) =>
	JSON.stringify([key, platform, unique_id]);
