import {
	AVAILABILITY_KEYS,
	COMPONENT_KEYS,
	DEVICE_KEYS,
	MESSAGE_KEYS,
	ORIGIN_KEYS,
	type ShortNames,
} from "./abbreviations.ts";
import type { DevicePayload } from "./assembled.ts";
import { isObject, type Json, type JsonObject } from "./compact.ts";

/** Home Assistant's key for the beginning of a component's topics. */
export const BASE = "~";

/**
 * The message as it is published: with Home Assistant's short names, the common beginning of a component's topics written
 * once, and without an availability that is the device's. Home Assistant reads the same from it as from the long form.
 */
export const written = ({ components, child_devices, ...message }: DevicePayload): string =>
	JSON.stringify({
		...inShort({ ...message, availability: shortAvailability(message.availability) }, SHORT_MESSAGE),
		dev: inShort(message.device, SHORT_DEVICE),
		o: inShort(message.origin, SHORT_ORIGIN),
		cmps: shortComponents(components, message.availability),
		...(child_devices !== undefined && {
			cdevs: child_devices.map(({ components: its, ...device }) => ({
				...inShort(device, SHORT_DEVICE),
				cmps: shortComponents(its, message.availability),
			})),
		}),
	});

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

const shortComponents = (components: JsonObject, shared: Json): JsonObject => {
	const same = JSON.stringify(shared);
	return mapped(components, (component) => (isObject(component) ? shortest(component, same) : component));
};

/** With the base that leaves least to write: none, or the beginning of one of the topics. */
function shortest({ availability, ...component }: JsonObject, shared: string): JsonObject {
	const own = availability !== undefined && JSON.stringify(availability) !== shared;
	const short = inShort(component, SHORT_COMPONENT);
	const whole = own ? { avty: shortAvailability(availability), ...short } : short;
	const topics = topicsIn(whole);
	const all = [...topics, ...(own ? topicsOfList(whole["avty"]) : [])];
	const bases = new Set(topics.flatMap((topic) => [topic, topic.replace(/\/[^/]*$/, "")]));
	const [best] = [...bases].map((base) => ({ base, saved: savedBy(base, all) })).sort((x, y) => y.saved - x.saved);
	return best === undefined || best.saved <= 0 ? whole : { [BASE]: best.base, ...onBase(whole, best.base) };
}

/** `"~":"",` */
const FRAME = 7;
/** Characters that a base saves. */
const savedBy = (base: string, topics: readonly string[]) =>
	topics.filter((topic) => isBelow(topic, base)).length * (base.length - BASE.length) - base.length - FRAME;
const isBelow = (topic: string, base: string) => topic === base || topic.startsWith(`${base}/`);

const topicsOfList = (list: Json | undefined): readonly string[] =>
	Array.isArray(list) ? list.flatMap((one) => (isObject(one) ? topicsIn(one) : [])) : [];

const isTopic = (key: string) => /^(?:t|.*_t)$/.test(key);

const topicsIn = (component: JsonObject): readonly string[] =>
	Object.entries(component).flatMap(([key, value]) => (isTopic(key) && typeof value === "string" ? [value] : []));

/** The topics of a component, from a base. Home Assistant also replaces a `~` at the end, so no topic may end in one. */
const onBase = (component: JsonObject, base: string): JsonObject =>
	Object.fromEntries(
		Object.entries(component).map(([key, value]) => {
			if (Array.isArray(value) && key === "avty")
				return [key, value.map((one) => (isObject(one) ? onBase(one, base) : one))];
			return [key, isTopic(key) && typeof value === "string" ? fromBase(value, base) : value];
		}),
	);
const fromBase = (topic: string, base: string) => (isBelow(topic, base) ? `${BASE}${topic.slice(base.length)}` : topic);
