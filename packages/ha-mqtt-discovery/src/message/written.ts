import {
	AVAILABILITY_KEYS,
	COMPONENT_KEYS,
	DEVICE_KEYS,
	MESSAGE_KEYS,
	ORIGIN_KEYS,
	type ShortNames,
} from "./abbreviations.ts";
import { allOf, type DevicePayload } from "./assembled.ts";
import { isObject, type Json, type JsonObject } from "./compact.ts";
import { filledIn, type Inherited, inherited, NOTHING_INHERITED } from "./inherited.ts";

/** Home Assistant's key for the beginning of a component's topics. */
export const BASE = "~";

/**
 * The message as it is published: with Home Assistant's short names, the common beginning of a component's topics written
 * once, and without what is the device's or Home Assistant's default. Home Assistant reads the same from it as from the long
 * form.
 */
export const written = (payload: DevicePayload): string => {
	const { components, child_devices, ...message } = payload;
	const inherit = inherited(allOf(payload), BASE);
	const its = (some: JsonObject) => shortComponents(some, message.availability, inherit);
	return JSON.stringify({
		...inShort({ ...message, ...inherit, availability: shortAvailability(message.availability) }, SHORT_MESSAGE),
		dev: inShort(message.device, SHORT_DEVICE),
		o: inShort(message.origin, SHORT_ORIGIN),
		cmps: its(components),
		...(child_devices !== undefined && {
			cdevs: child_devices.map(({ components: some, ...device }) => ({
				...inShort(device, SHORT_DEVICE),
				cmps: its(some),
			})),
		}),
	});
};

const turned = (names: ShortNames): ShortNames => new Map([...names].map(([short, long]) => [long, short]));
const SHORT_MESSAGE = turned(MESSAGE_KEYS);
const SHORT_COMPONENT = turned(COMPONENT_KEYS);
const SHORT_DEVICE = turned(DEVICE_KEYS);
const SHORT_ORIGIN = turned(ORIGIN_KEYS);
const SHORT_AVAILABILITY = turned(AVAILABILITY_KEYS);

export const mapped = (object: JsonObject, as: (value: Json) => Json): JsonObject =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [key, as(value)]));

const inShort = (object: JsonObject, names: ShortNames): JsonObject =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value]));

const shortAvailability = (list: Json): Json =>
	Array.isArray(list) ? list.map((one) => (isObject(one) ? inShort(one, SHORT_AVAILABILITY) : one)) : list;

const shortComponents = (components: JsonObject, shared: Json, inherit: Inherited): JsonObject => {
	const same = JSON.stringify(shared);
	return mapped(components, (component) => (isObject(component) ? shortest(component, same, inherit) : component));
};

/** With the base that leaves least to write: none, a topic of the component, or what is above it. */
function shortest(component: JsonObject, shared: string, inherit: Inherited): JsonObject {
	const { availability, ...rest } = component;
	const own = availability !== undefined && JSON.stringify(availability) !== shared;
	const whole: JsonObject = { ...(own && { availability: shortAvailability(availability) }), ...withoutDefaults(rest) };
	const topics = topicsIn(whole);
	const bases = new Set(topics.flatMap((topic) => [topic, topic.replace(/\/[^/]*$/, "")]));
	const forms = [
		withoutInherited(whole, NOTHING_INHERITED),
		...[...bases].map((base) => ({ [BASE]: base, ...withoutInherited(onBase(whole, base), inherit) })),
	];
	const [best = whole] = forms
		.map((form) => inShort(form, SHORT_COMPONENT))
		.map((form) => ({ form, length: JSON.stringify(form).length }))
		.toSorted((x, y) => x.length - y.length)
		.map(({ form }) => form);
	return best;
}

const withoutDefaults = (component: JsonObject): JsonObject => without(component, filledIn(component["platform"]));
const withoutInherited = (component: JsonObject, inherit: Inherited): JsonObject =>
	without(component, inherit as JsonObject);
const without = (component: JsonObject, same: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(component).filter(([key, value]) => same[key] !== value));

const isBelow = (topic: string, base: string) => topic === base || topic.startsWith(`${base}/`);
const isTopic = (key: string) => /^(?:t|.*_topic)$/.test(key);

const topicsIn = (component: JsonObject): readonly string[] =>
	Object.entries(component).flatMap(([key, value]) => (isTopic(key) && typeof value === "string" ? [value] : []));

/** The topics of a component, from a base. Home Assistant also replaces a `~` at the end, so no topic may end in one. */
const onBase = (component: JsonObject, base: string): JsonObject =>
	Object.fromEntries(
		Object.entries(component).map(([key, value]) => {
			if (Array.isArray(value) && key === "availability")
				return [key, value.map((one) => (isObject(one) ? onBase(one, base) : one))];
			return [key, isTopic(key) && typeof value === "string" ? fromBase(value, base) : value];
		}),
	);
const fromBase = (topic: string, base: string) => (isBelow(topic, base) ? `${BASE}${topic.slice(base.length)}` : topic);
