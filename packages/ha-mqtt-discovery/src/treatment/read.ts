import {
	AVAILABILITY_KEYS,
	COMPONENT_KEYS,
	DEVICE_KEYS,
	inFull,
	MESSAGE_KEYS,
	ORIGIN_KEYS,
} from "../message/abbreviations.ts";
import { isObject, type Json, type JsonObject } from "../message/compact.ts";
import { filledIn, type Inherited, READS } from "../message/inherited.ts";
import { BASE, mapped } from "../message/written.ts";

/** What Home Assistant reads from a published text, in the long form; each component with the availability that counts. */
export function readIn(text: string): JsonObject {
	const message = inFull(JSON.parse(text), MESSAGE_KEYS);
	if (!isObject(message)) throw new TypeError("the message is no object");
	const { state_topic, command_topic, ...own } = message;
	const { availability, device, origin, components, child_devices } = own;
	const shared = longAvailability(availability);
	const inherit = { state_topic, command_topic } as Inherited;
	const long = (all: Json | undefined) =>
		isObject(all) ? mapped(all, (one) => longComponent(one, shared, inherit)) : {};
	return {
		...own,
		...(shared !== undefined && { availability: shared }),
		...(device !== undefined && { device: inFull(device, DEVICE_KEYS) }),
		...(origin !== undefined && { origin: inFull(origin, ORIGIN_KEYS) }),
		...(components !== undefined && { components: long(components) }),
		...(Array.isArray(child_devices) && {
			child_devices: child_devices.map((child) => {
				const { components: its, ...child_device } = inFull(inFull(child, MESSAGE_KEYS), DEVICE_KEYS) as JsonObject;
				return { ...child_device, components: long(its) };
			}),
		}),
	};
}

const longAvailability = (list: Json | undefined, base = ""): Json | undefined =>
	Array.isArray(list)
		? list.map((one) => {
				const full = inFull(one, AVAILABILITY_KEYS);
				return isObject(full) ? mapped(full, (value) => toTopic(value, base)) : full;
			})
		: list;

const toTopic = (value: Json, base: string): Json =>
	typeof value === "string" && value.startsWith(BASE) ? `${base}${value.slice(BASE.length)}` : value;

function longComponent(written: Json, shared: Json | undefined, inherit: Inherited): Json {
	const full = inFull(written, COMPONENT_KEYS);
	if (!isObject(full) || Object.keys(full).length <= 1) return full;
	const whole = { ...filledIn(full["platform"]), ...inheritedBy(full["platform"], inherit), ...full };
	const { [BASE]: base = "", availability, ...component } = whole as JsonObject;
	const own = longAvailability(availability, String(base)) ?? shared;
	const topics = Object.entries(component).map(([key, value]): [string, Json] => [
		key,
		key.endsWith("_topic") ? toTopic(value, String(base)) : value,
	]);
	return Object.fromEntries([...(own === undefined ? [] : [["availability", own] as const]), ...topics]);
}

const inheritedBy = (platform: Json | undefined, inherit: Inherited): JsonObject =>
	Object.fromEntries(
		Object.entries(inherit).filter(
			([key, value]) => value !== undefined && READS[key as keyof Inherited].some((one: string) => one === platform),
		),
	);
