import type { ComponentPayload } from "ha-mqtt-discovery";
import { discoveryOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { shapeFor } from "#home-assistant/shape.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { installationOf } from "../../src/app/broker/join.ts";
import type { Entry, State } from "../fakes/home-assistant/resident.ts";

/** An entity as it is announced, with the name of its device. */
export type Declared = ComponentPayload & { readonly device: string };

/** What the app announces of these options: its entities, by unique id. */
export function declared(raw: unknown, installation: string): ReadonlyMap<string, Declared> {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	const house = installationOf(parsed.options, installation);
	const plant = plantOf(parsed.options);
	const shape = shapeFor(parsed.options.mqtt.home_assistant_version ?? "");
	const messages = discoveryOf(house, plant, entitiesOf(plant, house.language, house), shape);
	const parts = messages.flatMap(({ payload: { device, components, child_devices = [] } }) => [
		{ name: device["name"], components },
		...child_devices.map((child) => ({ name: child["name"], components: child.components })),
	]);
	return new Map(
		parts.flatMap(({ name, components }) =>
			Object.values(components).map((component) => [component.unique_id, { ...component, device: String(name) }]),
		),
	);
}

/** How Home Assistant keeps such an entity: in its registry, and, where it is not disabled, in what it shows of it. */
export const asKept = (c: Declared) => {
	const disabled = c["enabled_by_default"] === false;
	return {
		entity_id: c["default_entity_id"],
		name: c["name"],
		category: c["entity_category"] ?? null,
		shown: disabled ? "disabled" : { ...named(c), friendly_name: `${c.device} ${c["name"]}` },
	};
};

export const kept = (entry: Entry, state: State | undefined): ReturnType<typeof asKept> => ({
	entity_id: entry.entity_id,
	name: entry.original_name,
	category: entry.entity_category,
	shown:
		entry.disabled_by === null
			? { ...named(state?.attributes ?? {}), friendly_name: String(state?.attributes["friendly_name"]) }
			: "disabled",
});

/** What of a declaration is an attribute of the state, under the same name. */
const named = (attributes: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(SHOWN.flatMap((key) => (key in attributes ? [[key, attributes[key]]] : [])));
const SHOWN = ["device_class", "state_class", "unit_of_measurement", "options", "min", "max", "step", "mode", "icon"];
