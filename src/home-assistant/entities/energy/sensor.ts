import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Attributes, Entity, EntityState } from "../entity.ts";

/** A person sees it from the start, or enables it first. */
export type Shown = "enabled" | "disabled";
type State = (snapshot: Snapshot) => EntityState;
type More = { readonly attributes?: (snapshot: Snapshot) => Attributes };

const hidden = (shown: Shown) => (shown === "disabled" ? { enabled_by_default: false } : {});
const fixed = (value: number | undefined, digits: number): EntityState => value?.toFixed(digits);
const made = (key: string, name: string, more: More) => ({ key, name, ...more });

/** kWh that only grow; those of a day begin again at midnight, which Home Assistant takes as a new cycle. */
export const energyOf = (
	key: string,
	name: string,
	shown: Shown,
	of: (s: Snapshot) => number | undefined,
	more: More = {},
): Entity => ({
	...made(key, name, more),
	platform: "sensor",
	component: {
		device_class: "energy",
		state_class: "total_increasing",
		unit_of_measurement: "kWh",
		suggested_display_precision: 1,
		...hidden(shown),
	},
	state: (snapshot) => fixed(of(snapshot), 2),
	min_interval: 60,
	noise: 0.1,
});

/** W. */
export const powerOf = (
	key: string,
	name: string,
	shown: Shown,
	of: (s: Snapshot) => number | undefined,
	more: More = {},
): Entity => ({
	...made(key, name, more),
	platform: "sensor",
	component: {
		device_class: "power",
		state_class: "measurement",
		unit_of_measurement: "W",
		suggested_display_precision: 0,
		...hidden(shown),
	},
	state: (snapshot) => fixed(of(snapshot), 0),
	min_interval: 30,
	noise: 100,
});

/** kWh that are in a tank. */
export const storedOf = (
	key: string,
	name: string,
	of: (s: Snapshot) => number | undefined,
	more: More = {},
): Entity => ({
	...made(key, name, more),
	platform: "sensor",
	component: {
		device_class: "energy_storage",
		state_class: "measurement",
		unit_of_measurement: "kWh",
		suggested_display_precision: 1,
	},
	state: (snapshot) => fixed(of(snapshot), 1),
	min_interval: 60,
	noise: 0.3,
});

/** L of water that is warm enough. */
export const usableOf = (
	key: string,
	name: string,
	of: (s: Snapshot) => number | undefined,
	more: More = {},
): Entity => ({
	...made(key, name, more),
	platform: "sensor",
	component: {
		device_class: "volume_storage",
		state_class: "measurement",
		unit_of_measurement: "L",
		suggested_display_precision: 0,
	},
	state: (snapshot) => fixed(of(snapshot), 0),
	min_interval: 60,
	noise: 10,
});

/** Anything else, for those who look closer. */
export const detailOf = (key: string, name: string, unit: "K" | "%", state: State): Entity => ({
	key,
	name,
	platform: "sensor",
	component:
		unit === "K"
			? {
					device_class: "temperature_delta",
					state_class: "measurement",
					unit_of_measurement: "K",
					suggested_display_precision: 1,
					enabled_by_default: false,
				}
			: {
					state_class: "measurement",
					unit_of_measurement: "%",
					suggested_display_precision: 0,
					icon: "mdi:hvac",
					enabled_by_default: false,
				},
	state,
	min_interval: 60,
	noise: 2,
});
