import type { Component, Platform } from "../schema/component.ts";
import type { ChildDeviceFrame, DeviceFrame } from "../schema/device.ts";
import { compact, compactObject, type Json, type JsonObject, ordered } from "./compact.ts";
import { DISCOVERY_PREFIX } from "./payloads.ts";

/** A device with its entities, as written by hand. */
export interface DeviceInput extends Readonly<DeviceFrame> {
	/** By key: a stable id of the entity within its device and the children of that. */
	readonly components: Readonly<Record<string, Component>>;
	/** Parts of the device that are shown as devices of their own. A core before 2026.11 refuses the whole message over them. */
	readonly child_devices?: readonly ChildDeviceInput[];
}
export interface ChildDeviceInput extends Readonly<ChildDeviceFrame> {
	readonly components: Readonly<Record<string, Component>>;
}

/** The message to retain on `topic`. */
export interface DeviceMessage {
	/** `<prefix>/device/[<node id>/]<device id>/config` */
	readonly topic: string;
	readonly payload: DevicePayload;
}
export interface DevicePayload {
	readonly availability: Json;
	readonly availability_mode: "all";
	readonly components: Components;
	readonly child_devices?: readonly ChildDevicePayload[];
	readonly device: JsonObject;
	readonly message_expiry_interval?: number;
	readonly origin: JsonObject;
	/** Home Assistant subscribes and sends commands with this QoS: at least once, so a command may arrive twice. */
	readonly qos: 1;
}
export type Components = Readonly<Record<string, ComponentPayload>>;
export type ChildDevicePayload = JsonObject & { readonly components: Components };
export type ComponentPayload = JsonObject & { readonly platform: Platform; readonly unique_id: string };

/**
 * Makes the message without checking it. For programs whose tests check all their messages with `deviceMessage`, and whose
 * start should not pay for that.
 */
export const assembled = (input: DeviceInput): DeviceMessage => {
	const { discovery_prefix = DISCOVERY_PREFIX, node_id, device_id, device, origin, availability } = input;
	const { message_expiry_interval } = input;
	const node = node_id === undefined ? "" : `${node_id}/`;
	return {
		topic: `${discovery_prefix}/device/${node}${device_id}/config`,
		payload: {
			availability: compact(availability),
			availability_mode: "all",
			components: componentsOf(input),
			...(input.child_devices && { child_devices: input.child_devices.map(childOf) }),
			device: compactObject(device),
			...(message_expiry_interval !== undefined && { message_expiry_interval }),
			origin: compactObject(origin),
			qos: 1,
		},
	};
};

/** Every component of the message, of the children too. */
export const allOf = ({ components, child_devices = [] }: DevicePayload): readonly ComponentPayload[] =>
	[components, ...child_devices.map((child) => child.components)].flatMap((some) => Object.values(some));

const componentsOf = ({ components }: Pick<DeviceInput, "components">): Components =>
	ordered(
		Object.entries(components).map(([key, one]) => [key, payloadOf(one)]),
		(payload) => payload,
	);

const childOf = (child: ChildDeviceInput): ChildDevicePayload => {
	const { components: _, ...device } = child;
	return { ...compactObject(device), components: componentsOf(child) };
};

const payloadOf = (component: Component): ComponentPayload => {
	const { platform, unique_id } = component;
	return { ...compactObject(component), platform, unique_id };
};
