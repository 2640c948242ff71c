import { compact, compactObject, isObject, type Json, type JsonObject } from "../message/compact.ts";
import { treatmentOfComponent } from "./component.ts";
import { asAvailability, asDevice, asOrigin } from "./keys.ts";
import { type Treatment, worst } from "./reading.ts";

const ID = /^[a-zA-Z0-9_-]+$/;

/**
 * What Home Assistant would make of a device's message if it were published in spite of its problems: the worst that
 * happens to any part of it. `input` is a device as one writes it by hand, or anything else.
 */
export const treatmentOf = (input: object): Treatment => {
	const { node_id, device_id, device, origin, availability, components }: JsonObject = compactObject(input);
	const ids = [...(node_id === undefined ? [] : [node_id]), device_id];
	if (!ids.every((id) => typeof id === "string" && ID.test(id))) return "refused";
	if (hasHalves(input)) return "refused";
	const entities = isObject(components) ? Object.values(components) : [];
	return worst([
		asDevice(device ?? null),
		asOrigin(origin ?? null),
		inherited(asAvailability("refused")(availability ?? null), entities),
		...entities.map(treatmentOfComponent),
		...doubled(entities),
		entities.length === 0 ? "refused" : "taken",
	]);
};

/** The device's list is checked, but what becomes of it matters only to entities without a list of their own. */
const inherited = (treatment: Treatment, entities: readonly Json[]): Treatment =>
	treatment === "refused" || !entities.every((one) => isObject(one) && Object.hasOwn(one, "availability"))
		? treatment
		: "taken";

/** Half a surrogate is no UTF-8, and then the whole message is no JSON. */
const hasHalves = (input: object) => !wholeTexts(compact(input));
const wholeTexts = (value: Json): boolean => {
	if (typeof value === "string") return !/\p{Cs}/u.test(value);
	if (typeof value !== "object" || value === null) return true;
	return Object.entries(value).every(([key, one]) => wholeTexts(key) && wholeTexts(one));
};

/** The second entity of a platform with an id that is taken is ignored; entities of two platforms may have one id. */
const doubled = (entities: readonly Json[]): readonly Treatment[] => {
	const ids = entities.filter(isObject).map((one) => `${one["platform"]} ${one["unique_id"]}`);
	return new Set(ids).size < ids.length ? ["refused"] : [];
};
