import { allComponents, type ComponentPayload, type DeviceInput, type DeviceMessage } from "ha-mqtt-discovery";
import { type DeviceResult, deviceMessage, type Problem } from "ha-mqtt-discovery/home-assistant";
import { devicesOf } from "#home-assistant/devices.ts";

type Announced = Parameters<typeof devicesOf>;

/** The plant's device with all entities of the devices below it, as if they were its own. */
export function deviceOf(...announced: Announced): DeviceInput {
	const [plant, ...others] = devicesOf(...announced);
	if (plant === undefined) throw new Error("no device");
	const { child_devices = [], ...device } = plant;
	const below = [
		...child_devices,
		...others.map((one) => ({
			name: one.device.name.slice(device.device.name.length + 1),
			components: one.components,
		})),
	];
	// Each with the name of its own device before it.
	const named = below.flatMap(({ name, components }) =>
		Object.entries(components).map(([key, one]) => [key, { ...one, name: `${name} ${one.name}` }] as const),
	);
	return { ...device, components: { ...plant.components, ...Object.fromEntries(named) } };
}

/** What is wrong with any of the messages. */
export const problemsOf = (...announced: Announced): readonly Problem[] =>
	devicesOf(...announced)
		.map(deviceMessage)
		.flatMap((result: DeviceResult) => (result.kind === "ok" ? [] : result.problems));

/** Every entity of these messages, by its key. */
export const componentsIn = (messages: readonly DeviceMessage[]): Readonly<Record<string, ComponentPayload>> =>
	Object.fromEntries(messages.flatMap(({ payload }) => allComponents(payload)));
