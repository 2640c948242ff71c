import * as z from "zod";
import { isRecord } from "#model/untyped/untyped.ts";
import * as rules from "#rules/index.ts";

type Value = number | boolean | string;
/** By `rule.field`. */
type Fields = Readonly<Record<string, Value>>;

export interface Preset {
	/** Where the values were read, for the manual. */
	readonly source: string;
	readonly fields: Fields;
}

/** As known controllers are delivered. What is not known of one, or what it does not have, stays as this app delivers it. */
const ALL = {
	resol_bs4: {
		source: "RESOL's own parameter data for the DeltaSol BS/4 v2; rise of 2 K for 10 % of speed, from 30 % on",
		fields: {
			"solar_charging.start_at": 6,
			"solar_charging.stop_at": 4,
			"flow_control.slow_at": 10,
			"flow_control.full_at": 24,
			"target_charging.target": 65,
			"target_charging.rise": 2,
			"tank_limit.target": 60,
			"tank_limit.hysteresis": 2,
			"tank_limit.maximum": 95,
			"boil_stop.stop_at": 130,
			"boil_stop.release_below": 120,
			"collector_cooling.enabled": false,
			"collector_cooling.start_at": 110,
			"collector_cooling.release_below": 105,
			"system_cooling.start_at": 20,
			"system_cooling.stop_at": 15,
			"holiday.tank_above": 40,
			"frost_guard.start_at": 4,
			"frost_guard.stop_above": 6,
			"frost_guard.tank_minimum": 5,
			"tube_kick.windows": "07:00-19:00",
			"tube_kick.every": 30,
			"tube_kick.run_for": 30,
			"drain_back.start_at": 10,
			"drain_back.hold_for": 60,
			"drain_back.fill_for": 5,
			"drain_back.settle_for": 2,
			"drain_back.stop_at": 95,
			"store_priority.run_for": 15,
			"store_priority.pause_for": 2,
			"store_priority.rise": 2,
		},
	},
	ta_uvr61: {
		source:
			"Technische Alternative's manual of the UVR61-3; the shutdown of the collector from a controller that follows it",
		fields: {
			"solar_charging.start_at": 8,
			"solar_charging.stop_at": 4,
			"solar_charging.collector_minimum": 5,
			"flow_control.slow_at": 10,
			"tank_limit.target": 75,
			"tank_limit.hysteresis": 5,
			"boil_stop.stop_at": 130,
			"boil_stop.release_below": 110,
			"drain_back.fill_for": 2,
			"drain_back.settle_for": 5,
			"drain_back.pause": 0,
			"store_priority.run_for": 20,
			"store_priority.pause_for": 5,
		},
	},
	sorel: {
		source: "SOREL's manuals of the TDC-1 and of the LTDC (SmartMaxx Pro L4)",
		fields: {
			"solar_charging.start_at": 8,
			"solar_charging.stop_at": 4,
			"solar_charging.collector_minimum": 20,
			"tank_limit.target": 60,
			"boil_stop.stop_at": 120,
			"boil_stop.release_below": 110,
			"collector_cooling.enabled": false,
			"collector_cooling.start_at": 110,
			"collector_cooling.release_below": 100,
			"collector_cooling.tank_up_to": 90,
		},
	},
	viessmann_sm1: {
		source: "Viessmann's coding group solar for the SM1 module; 4 % of speed for 1 K, from 30 % on",
		fields: {
			"solar_charging.start_at": 8,
			"solar_charging.stop_at": 4,
			"flow_control.slow_at": 10,
			"flow_control.full_at": 27.5,
			"tank_limit.target": 60,
			"store_priority.run_for": 15,
			"store_priority.pause_for": 3,
		},
	},
	predecessor: {
		source: "the controller that this app replaces: what this app delivers without a preset",
		fields: {
			"solar_charging.start_at": 8,
			"solar_charging.stop_at": 4,
			"tank_limit.target": 75,
			"tank_limit.hysteresis": 2,
			"boil_stop.stop_at": 150,
			"boil_stop.release_below": 140,
			"collector_cooling.enabled": true,
			"collector_cooling.start_at": 90,
			"collector_cooling.release_below": 86,
			"night_cooling.tank_above": 80,
			"night_cooling.hysteresis": 5,
			"night_cooling.colder_by": 5,
		},
	},
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof ALL;
export const PRESETS: Readonly<Record<PresetName, Preset>> = ALL;
export const PRESET_NAMES = Object.keys(ALL) as readonly PresetName[] as [PresetName, ...PresetName[]];

/**
 * The raw options with the values of their preset in every field that is left out or stands at its default. The Supervisor
 * writes down all defaults, so a field at its default is one that its owner did not write, unless it is one of those that are saved only when written.
 */
export function withPreset(raw: unknown): unknown {
	if (!isRecord(raw)) return raw;
	const preset = PRESET_NAMES.find((name) => name === raw["preset"]);
	if (preset === undefined) return raw;
	let filled = raw;
	for (const [path, value] of Object.entries(PRESETS[preset].fields)) {
		const [rule = "", field = ""] = path.split(".");
		const group = Object.hasOwn(filled, rule) ? filled[rule] : {};
		if (!isRecord(group)) continue;
		const written = Object.hasOwn(group, field) ? group[field] : undefined;
		if (written !== undefined && (isWrittenByOwner(rule, field) || written !== defaultOf(rule, field))) continue;
		filled = { ...filled, [rule]: { ...group, [field]: value } };
	}
	return filled;
}

/** What a preset makes the default, by `rule.field`. Empty for what is no preset. */
export function presetFields(name: unknown): Fields {
	const preset = PRESET_NAMES.find((one) => one === name);
	return preset === undefined ? {} : PRESETS[preset].fields;
}

/** Whether Home Assistant saves it only where its owner wrote it: so a default is one that was written. */
export function isWrittenByOwner(rule: string, field: string): boolean {
	const shape: Readonly<Record<string, z.core.$ZodType>> =
		Object.values(rules).find(({ id }) => id === rule)?.options.shape ?? {};
	const schema = shape[field];
	return schema instanceof z.ZodType && schema.meta()?.["later"] === true;
}

/** As this app delivers a field. */
export function defaultOf(rule: string, field: string): unknown {
	const shape: Readonly<Record<string, z.core.$ZodType>> =
		Object.values(rules).find(({ id }) => id === rule)?.options.shape ?? {};
	const schema = shape[field];
	return schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
}
