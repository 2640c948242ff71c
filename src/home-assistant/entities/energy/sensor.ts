import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Attributes, Entity, EntityState } from "../entity.ts";
import { numberText } from "../number-text.ts";

/** A person sees it from the start, or enables it first. */
export type Shown = "enabled" | "disabled";
type State = (snapshot: Snapshot) => EntityState;
type Value = (snapshot: Snapshot) => number | undefined;
type More = { readonly attributes?: (snapshot: Snapshot) => Attributes };

/** Undefined where it is not known. */
export const fixed = (value: number | undefined, digits: number): EntityState =>
	value === undefined ? undefined : numberText(value, digits);

/** How far a figure may be wrong, as an attribute. */
export const uncertain = (share: number | undefined): Attributes =>
	share === undefined ? {} : { uncertainty_percent: Math.round(100 * share) };

/** Component of discovery, digits that are published, and how seldom and how finely. */
interface Kind {
	readonly component: Extract<Entity, { readonly platform: "sensor" }>["component"];
	readonly digits: number;
	readonly min_interval: number;
	readonly noise: number;
}

/** kWh that only grow; those of a day begin again at midnight, which Home Assistant takes as a new cycle. */
const ENERGY: Kind = {
	component: {
		device_class: "energy",
		state_class: "total_increasing",
		unit_of_measurement: "kWh",
		suggested_display_precision: 1,
	},
	digits: 2,
	min_interval: 60,
	noise: 0.1,
};
const POWER: Kind = {
	component: {
		device_class: "power",
		state_class: "measurement",
		unit_of_measurement: "W",
		suggested_display_precision: 0,
	},
	digits: 0,
	min_interval: 30,
	noise: 100,
};
const STORED: Kind = {
	component: {
		device_class: "energy_storage",
		state_class: "measurement",
		unit_of_measurement: "kWh",
		suggested_display_precision: 1,
	},
	digits: 1,
	min_interval: 60,
	noise: 0.3,
};
const USABLE: Kind = {
	component: {
		device_class: "volume_storage",
		state_class: "measurement",
		unit_of_measurement: "L",
		suggested_display_precision: 0,
	},
	digits: 0,
	min_interval: 60,
	noise: 10,
};

const sensorOf = (kind: Kind, key: string, name: string, shown: Shown, of: Value, more: More): Entity => {
	const { component, digits, min_interval, noise } = kind;
	return {
		key,
		name,
		...more,
		platform: "sensor",
		component: { ...component, ...(shown === "disabled" ? { enabled_by_default: false } : {}) },
		state: (snapshot) => fixed(of(snapshot), digits),
		min_interval,
		noise,
	};
};

/** kWh that only grow. */
export const energyOf = (key: string, name: string, shown: Shown, of: Value, more: More = {}): Entity =>
	sensorOf(ENERGY, key, name, shown, of, more);

/** W. */
export const powerOf = (key: string, name: string, shown: Shown, of: Value, more: More = {}): Entity =>
	sensorOf(POWER, key, name, shown, of, more);

/** kWh that are in a tank. */
export const storedOf = (key: string, name: string, of: Value): Entity =>
	sensorOf(STORED, key, name, "enabled", of, {});

/** L of water that is warm enough. */
export const usableOf = (key: string, name: string, of: Value, more: More): Entity =>
	sensorOf(USABLE, key, name, "enabled", of, more);

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
