import type { OwnSettings } from "../plant/plant.ts";
import { memoryKey, ruleOf } from "./memory-key.ts";

type HasOwn = { readonly own_settings?: readonly OwnSettings[] };

/** Where the settings of such a place are in `Settings`: the whole group, as it applies there. */
export const ownKey = ({ rule, place }: OwnSettings): string => memoryKey(rule, place);

/** Where a rule finds its settings at a place. */
export const settingsKey = ({ own_settings = [] }: HasOwn, rule: string, place: string): string => {
	const own = own_settings.find((one) => one.rule === rule && one.place === place);
	return own === undefined ? rule : ownKey(own);
};

/** Whether the value under this key is set there, and not taken over from the rule's group. */
export const isSetAt = ({ own_settings = [] }: HasOwn, key: string, field: string): boolean =>
	key === ruleOf(key) || own_settings.some((own) => ownKey(own) === key && own.fields.includes(field));

/** A setting for people and logs: `solar_charging.start_at`, or `east.solar_charging_start_at` at a place. */
export function settingPath(key: string, field: string): string {
	const rule = ruleOf(key);
	return key === rule ? `${rule}.${field}` : `${key.slice(rule.length + 1)}.${rule}_${field}`;
}
