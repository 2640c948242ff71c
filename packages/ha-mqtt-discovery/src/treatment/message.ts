import { compact, compactObject, isObject, type Json, type JsonObject } from "../message/compact.ts";
import { treatmentOfComponent } from "./component.ts";
import { asAvailability, asDevice, asExpiry, asOrigin } from "./keys.ts";
import { type Treatment, worst } from "./reading.ts";

const ID = /^[a-zA-Z0-9_-]+$/;

/**
 * What Home Assistant would make of a device's message with these problems: the worst for any part of it. `input` is a
 * device as written by hand, or anything else.
 */
export const treatmentOf = (input: object): Treatment => {
	const { node_id, device_id, device, origin, availability, components, child_devices, ...more }: JsonObject =
		compactObject(input);
	const ids = [...(node_id === undefined ? [] : [node_id]), device_id];
	if (!ids.every((id) => typeof id === "string" && ID.test(id))) return "refused";
	if (hasHalves(input)) return "refused";
	const children = Array.isArray(child_devices) ? child_devices : [];
	const all = [components, ...children.map((child) => (isObject(child) ? child["components"] : undefined))];
	const entities = all.flatMap((some) => (isObject(some) ? Object.values(some) : []));
	if (!areApart(all, [device, ...children])) return "refused";
	return worst([
		asDevice(device ?? null),
		asOrigin(origin ?? null),
		asExpiry(more["message_expiry_interval"] ?? 0),
		inherited(asAvailability("refused")(availability ?? null), entities),
		...entities.map(treatmentOfComponent),
		...doubled(entities),
		entities.length === 0 ? "refused" : "taken",
	]);
};

/** The device's list is checked, but it only matters for entities without a list of their own. */
const inherited = (treatment: Treatment, entities: readonly Json[]): Treatment =>
	treatment === "refused" || !entities.every((one) => isObject(one) && Object.hasOwn(one, "availability"))
		? treatment
		: "taken";

/** Half a surrogate is not valid UTF-8, so the whole message is not valid JSON. */
const hasHalves = (input: object) => !wholeTexts(compact(input));
const wholeTexts = (value: Json): boolean => {
	if (typeof value === "string") return !/\p{Cs}/u.test(value);
	if (typeof value !== "object" || value === null) return true;
	return Object.entries(value).every(([key, one]) => wholeTexts(key) && wholeTexts(one));
};

/** A second entity of a platform with the same id is ignored. Entities of two platforms may share an id. */
const doubled = (entities: readonly Json[]): readonly Treatment[] => {
	const ids = entities.filter(isObject).map((one) => `${one["platform"]} ${one["unique_id"]}`);
	return new Set(ids).size < ids.length ? ["refused"] : [];
};

/** No key is in two parts of the message, and no id of a device is that of another. */
const areApart = (components: readonly (Json | undefined)[], devices: readonly (Json | undefined)[]): boolean => {
	const keys = components.flatMap((some) => (isObject(some) ? Object.keys(some) : []));
	const ids = devices.flatMap((one) => {
		const found = isObject(one) ? one["identifiers"] : undefined;
		return Array.isArray(found) ? [...new Set(found)] : [];
	});
	return new Set(keys).size === keys.length && new Set(ids).size === ids.length;
};
