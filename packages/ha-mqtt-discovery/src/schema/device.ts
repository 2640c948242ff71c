import * as z from "zod";
import { availabilities } from "./availability.ts";
import { discoveryId, text, topicPrefix } from "./ids.ts";

const url = (protocols: string, pattern: RegExp) => text.regex(pattern, `use an address that begins with ${protocols}`);
const identifiers = z
	.array(text, "give the ids by which Home Assistant knows the device again")
	.min(1, "give at least one identifier")
	.readonly();

/**
 * The device as its page shows it. An identifier should contain something unique to the installation; otherwise two
 * installations become one device. Home Assistant drops the whole message for one unknown key here.
 */
const device = z.strictObject({
	identifiers,
	name: text,
	/** Pairs of kind and value, for example ["mac", "02:5b:26:a8:dc:12"]. */
	connections: z
		.array(z.tuple([text, text]).readonly())
		.readonly()
		.optional(),
	manufacturer: text.optional(),
	model: text.optional(),
	model_id: text.optional(),
	hw_version: text.optional(),
	sw_version: text.optional(),
	serial_number: text.optional(),
	suggested_area: text.optional(),
	/** Identifier of the device through which this one is reached. */
	via_device: text.optional(),
	configuration_url: url("https://, http:// or homeassistant://", /^(?:https?|homeassistant):\/\/\S+$/).optional(),
});

/** A part of a device as its page shows it. It has the availability, the manufacturer and the area of the device. */
export const childDeviceFrame = z.strictObject({ identifiers, name: text });
export type ChildDeviceFrame = z.input<typeof childDeviceFrame>;

/** The program that speaks for the device. Home Assistant names it in its log. */
const origin = z.strictObject({
	name: text,
	sw_version: text.optional(),
	support_url: url("https:// or http://", /^https?:\/\/\S+$/).optional(),
});

/** A device message without its components. `availability` counts only if all its topics say `online`. */
export const deviceFrame = z.strictObject({
	discovery_prefix: topicPrefix.optional(),
	node_id: discoveryId.optional(),
	device_id: discoveryId,
	device,
	origin,
	availability: availabilities,
	/**
	 * Seconds after which the broker drops a command that it could not deliver. Home Assistant refuses every command of the device
	 * while its own connection is not of MQTT 5, and a core that does not know the key refuses the whole message.
	 */
	message_expiry_interval: z.int().min(1).optional(),
});
export type DeviceFrame = z.input<typeof deviceFrame>;
