import type { Home } from "./home.ts";
import type { CardSettings } from "./settings.ts";

export const CARD = "solar-heating-card";
const MAKER = "Solar Heating";

/** By setting: how the id of its entity ends. */
const ENDS = {
	collector: /^sensor\..*collector_temperature$/,
	tank: /^sensor\..*tank_temperature$/,
	pump: /^switch\..*pump$/,
	pump_why: /^sensor\..*pump_why$/,
	heater: /^switch\..*heater$/,
	heater_why: /^sensor\..*heater_why$/,
	heater_power: /^sensor\..*heater_used_power$/,
	usable: /^sensor\..*usable_water$/,
} as const;
const LAYER = /^sensor\..*tank_\d+_temperature$/;

/** Settings by the entities of a plant of ours, for somebody who has just added the card. */
export function suggested(
	home: Home,
	plant = Object.keys(home.devices ?? {}).find((id) => rootOf(home, id) === id),
): CardSettings {
	const ids = Object.keys(home.states).filter((id) => plant !== undefined && plantOf(home, id) === plant);
	const found = Object.entries(ENDS).flatMap(([key, end]) => {
		const id = ids.find((one) => end.test(one));
		return id === undefined ? [] : [[key, id] as const];
	});
	const layers = ids.filter((id) => LAYER.test(id));
	return { type: `custom:${CARD}`, ...Object.fromEntries(found), ...(layers.length > 0 && { layers }) };
}

/** Offered for what the card draws of a plant of ours, and for nothing else. */
export function suggestionFor(home: Home, entity: string): { readonly config: CardSettings } | null {
	const plant = plantOf(home, entity);
	if (plant === undefined) return null;
	const config = suggested(home, plant);
	return Object.values(config).flat().includes(entity) || entity.endsWith("_activity") ? { config } : null;
}

const plantOf = (home: Home, entity: string): string | undefined =>
	rootOf(home, home.entities?.[entity]?.device_id ?? "");

/** The device of the plant: collector, tank and controller are devices below it, older releases say "via" it. */
function rootOf(home: Home, device: string): string | undefined {
	const { parent_device_id: parent, via_device_id: via } = home.devices?.[device] ?? {};
	return [parent ?? "", via ?? "", device].find((id) => home.devices?.[id]?.manufacturer === MAKER);
}
