import type { Component, Platform } from "../schema/component.ts";
import type { DeviceFrame } from "../schema/device.ts";
import { compact, compactObject, type Json, type JsonObject, ordered } from "./compact.ts";
import { DISCOVERY_PREFIX } from "./payloads.ts";

/** A device with its entities, as one writes it by hand. */
export interface DeviceInput extends Readonly<DeviceFrame> {
	/** By key: a stable id of the entity within its device. */
	readonly components: Readonly<Record<string, Component>>;
}

/** What is retained on `topic`. */
export interface DeviceMessage {
	/** `<prefix>/device/[<node id>/]<device id>/config` */
	readonly topic: string;
	readonly payload: DevicePayload;
}
export interface DevicePayload {
	readonly availability: Json;
	readonly availability_mode: "all";
	readonly components: Readonly<Record<string, ComponentPayload>>;
	readonly device: JsonObject;
	readonly origin: JsonObject;
	/** Home Assistant subscribes and sends its commands with it: at least once, so commands must bear a repetition. */
	readonly qos: 1;
}
export type ComponentPayload = JsonObject & { readonly platform: Platform; readonly unique_id: string };

/**
 * The message without a look at it: for a program whose tests have had `deviceMessage` judge all that it can say, and
 * whose start should not pay for the judge.
 */
export const assembled = (input: DeviceInput): DeviceMessage => {
	const { discovery_prefix = DISCOVERY_PREFIX, node_id, device_id, device, origin, availability, components } = input;
	const node = node_id === undefined ? "" : `${node_id}/`;
	return {
		topic: `${discovery_prefix}/device/${node}${device_id}/config`,
		payload: {
			availability: compact(availability),
			availability_mode: "all",
			components: ordered(
				Object.entries(components).map(([key, one]) => [key, payloadOf(one)]),
				(payload) => payload,
			),
			device: compactObject(device),
			origin: compactObject(origin),
			qos: 1,
		},
	};
};

const payloadOf = (component: Component): ComponentPayload => {
	const { platform, unique_id } = component;
	return { ...compactObject(component), platform, unique_id };
};
