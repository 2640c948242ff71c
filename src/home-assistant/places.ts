import type { Part, Plant } from "#model/plant/plant.ts";
import { partName } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import type { Entity, Place } from "./entities/entity.ts";

/** A device below that of the plant, with what is shown there. */
export interface ChildDevice {
	/** Never changes: part of its identifier. */
	readonly key: Place;
	/** In the language of the house. */
	readonly name: string;
	readonly entities: readonly Entity[];
}

/** The place of a collector or tank. All else belongs to the plant. */
export const atPart = (part: Pick<Part, "id" | "kind"> | undefined): { readonly on?: Place } =>
	part?.kind === "collector" || part?.kind === "tank" ? { on: `part_${part.id}` } : {};

/** The only collector or tank, where a thing of all of them is shown. */
export const onlyPart = ({ parts }: Plant, kind: "collector" | "tank"): Part | undefined => {
	const all = parts.filter((part) => part.kind === kind);
	return all.length === 1 ? all[0] : undefined;
};

/** What is shown on the plant's own device, and the devices below it: parts in their order, then ventilation and controller. */
export function placed(plant: Plant, entities: readonly Entity[], language: Language, device = "") {
	const there = Map.groupBy(entities, ({ on }) => on);
	const places: readonly (readonly [Place, string])[] = [
		...plant.parts.map((part) => [`part_${part.id}`, partName(plant, part, language)] as const),
		["ventilation", say(language, "entity", "device_ventilation")],
		["controller", say(language, "entity", "device_controller")],
	];
	const children = places.flatMap(([key, name]): readonly ChildDevice[] => {
		const its = there.get(key);
		return its === undefined ? [] : [{ key, name, entities: its.map((one) => ({ ...one, name: nameOn(name, one) })) }];
	});
	const own = (there.get(undefined) ?? []).map((one) => (device === "" ? one : { ...one, name: nameOn(device, one) }));
	return { own, children };
}

/**
 * Home Assistant puts the device's name before it, so it is left out: `0 cm temperature` of the tank. Nothing is left of one that
 * is called like its device.
 */
function nameOn(device: string, { name }: Entity): string {
	if (name === device) return "";
	const [, rest] = name.startsWith(device) ? (/^[:,]? +(.+)$/u.exec(name.slice(device.length)) ?? []) : [];
	const short = (rest ?? name).replace(` (${device})`, "");
	return short.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
