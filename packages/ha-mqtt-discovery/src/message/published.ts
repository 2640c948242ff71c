import * as z from "zod";
import type { ComponentPayload, DeviceMessage, DevicePayload } from "./assembled.ts";

const publishedSchema = z.strictObject({
	topic: z.string(),
	components: z
		// An earlier version may have used a platform that no longer exists.
		.array(z.strictObject({ key: z.string(), platform: z.string(), unique_id: z.string() }).readonly())
		.readonly(),
	/** Whether there are child devices: a core that does not know them refuses the whole message. */
	children: z.literal(true).optional(),
});
/** A list from a store, with one item per device. */
export const publishedDevices = z.array(publishedSchema.readonly()).readonly();

/** What Home Assistant knows about a device: plain JSON to save, so that the next start finds what is gone. */
export type Published = z.output<typeof publishedSchema>;

export const published = ({ topic, payload }: DeviceMessage): Published => ({
	topic,
	...(payload.child_devices && { children: true as const }),
	components: allComponents(payload).map(([key, { platform, unique_id }]) => ({ key, platform, unique_id })),
});

/** Of the device and its children. Where an entity is does not matter to what it is. */
export const allComponents = ({
	components,
	child_devices = [],
}: Pick<DevicePayload, "components" | "child_devices">): readonly (readonly [key: string, ComponentPayload])[] =>
	[components, ...child_devices.map((child) => child.components)].flatMap((some) => Object.entries(some));

/**
 * What Home Assistant may know while the steps from `before` to `after` are published. Saved before the first step, it lets
 * a start after a crash remove everything that the crash left. After the last step, `published` of each message replaces
 * it.
 */
export const underway = (before: readonly Published[], after: readonly DeviceMessage[]): readonly Published[] => {
	const topics = new Map<string, Map<string, Published["components"][number]>>();
	const now = after.map(published);
	for (const { topic, components } of [...before, ...now]) {
		const known = topics.get(topic) ?? new Map();
		topics.set(topic, known);
		for (const component of components) known.set(identity(component), component);
	}
	const children = new Map(now.map((device) => [device.topic, device.children]));
	return [...topics].map(([topic, known]) => ({
		topic,
		...(children.get(topic) && { children: true as const }),
		components: [...known.values()],
	}));
};

/** Two components are the same entity for Home Assistant if all three are equal. */
export const identity = ({ key, platform, unique_id }: Published["components"][number]) =>
	JSON.stringify([key, platform, unique_id]);
