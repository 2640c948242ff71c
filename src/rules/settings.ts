import * as z from "zod";
import { type AnyRule, neededAt, placesOf, runsIn } from "#control/rule.ts";
import type { Group, Settings } from "#model/decision/settings.ts";
import { type Circuit, emptyPlant, type Part, type PartKind, type Plant } from "#model/plant/plant.ts";
import * as rules from "./index.ts";

/** One field of a rule, as a person can set it at run time. */
export type SettingField = {
	readonly rule: string;
	readonly field: string;
	readonly path: string;
	readonly unit?: string;
} & (
	| { readonly kind: "number"; readonly min: number; readonly max: number; readonly step: number }
	| { readonly kind: "switch" }
	| {
			readonly kind: "text";
			readonly longest: number;
			readonly example: string;
			readonly fits: (text: string) => boolean;
	  }
	| { readonly kind: "choice"; readonly choices: readonly string[] }
);

const ALL: readonly AnyRule[] = Object.values(rules);

/** Every setting of every rule, in the order of the registry. */
export const settingFields = (all = ALL): readonly SettingField[] =>
	all.flatMap(({ id, options }) => Object.entries(options.shape).map(([field, schema]) => fieldOf(id, field, schema)));

/** Their settings are shown in every plant: they were before others were shown only where their rule can run. */
const EVERYWHERE: ReadonlySet<string> = new Set([
	...["boil_stop", "collector_cooling", "flow_control", "manual"],
	...["night_cooling", "solar_charging", "tank_limit"],
]);

/** Those of the rules that can run in this plant, because what they need is wired. */
export const settingFieldsIn = (plant: Plant, all = ALL): readonly SettingField[] =>
	settingFields(all.filter((rule) => EVERYWHERE.has(rule.id) || runsIn(rule, plant)));

/** By these fields a function is switched on. */
const SWITCHES: readonly string[] = ["enabled", "mode"];
const isOff = (group: Group | undefined): boolean => group?.["enabled"] === false || group?.["mode"] === "off";

/** The settings of functions that are switched off, except what switches them on. They need not be seen. */
export const unseenIn = (settings: Readonly<Record<string, unknown>>, all = ALL): readonly string[] =>
	settingFields(all).flatMap(({ rule, field, path }) =>
		!EVERYWHERE.has(rule) && !SWITCHES.includes(field) && isOff(settings[rule] as Group | undefined) ? [path] : [],
	);

/** A function that is switched on and runs nowhere: at `path`, with what is not wired where it could run. */
export interface IdleFunction {
	readonly path: string;
	readonly value: unknown;
	readonly lacks: readonly string[];
}

/** Those that somebody has switched on. What is on as delivered is not told: a plant need not have it. */
export const idleIn = (plant: Plant, settings: Settings, all = ALL): readonly IdleFunction[] =>
	all.flatMap((rule) => {
		const field = SWITCHES.find((name) => name in rule.options.shape) ?? "";
		const [group, delivered] = [settings[rule.id], rule.options.parse({}) as Group];
		if (group === undefined || isOff(group) || !isOff(delivered) || runsIn(rule, plant)) return [];
		const needed = placesOf(rule, plant).flatMap((at) => neededAt(rule, at, plant));
		const lacks = needed.flatMap(([name, what]) => (what === undefined ? [name] : []));
		return [{ path: `${rule.id}.${field}`, value: group[field], lacks }];
	});

/** Read from the schema itself. Making a JSON schema first would slow a start more than the rest of the parse. */
function fieldOf(rule: string, field: string, schema: z.core.$ZodType): SettingField {
	const path = `${rule}.${field}`;
	const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
	if (inner instanceof z.ZodBoolean) return { rule, field, path, kind: "switch" };
	if (inner instanceof z.ZodEnum) return { rule, field, path, kind: "choice", choices: inner.options.map(String) };
	if (inner instanceof z.ZodString && inner.maxLength !== null)
		return { rule, field, path, kind: "text", longest: inner.maxLength, ...writtenAs(inner) };
	if (!(inner instanceof z.ZodNumber) || inner.minValue === null || inner.maxValue === null)
		throw new TypeError(`${path} needs a range, or it cannot be set.`);
	const { unit, step } = inner.meta() ?? {};
	const measured = typeof unit === "string" ? { unit } : {};
	return {
		rule,
		field,
		path,
		...measured,
		kind: "number",
		min: inner.minValue,
		max: inner.maxValue,
		step: typeof step === "number" ? step : 1,
	};
}

/** The rules that run for each circuit, or for each part of a kind, in the order of the registry. */
export const rulesAt = (place: PartKind | "circuit"): readonly Pick<AnyRule, "id" | "options">[] =>
	Object.values<AnyRule>(rules).filter((rule) => (place === "circuit" ? rule.per === "circuit" : runsFor(rule, place)));

function runsFor(rule: AnyRule, kind: PartKind): boolean {
	const part: Part = { kind, id: kind, sensor: undefined, sensors: [], heaters: [] };
	return rule.per === "part" && (rule.where?.(part, emptyPlant()) ?? true);
}

/** Whether this rule runs for this circuit; without one named, whether any does. */
export const runsAt = (circuit: Circuit, plant: Plant, id?: string): boolean =>
	Object.values<AnyRule>(rules).some(
		(rule) => rule.per === "circuit" && (id ?? rule.id) === rule.id && (rule.where?.(circuit, plant) ?? true),
	);

/** Control reads such a text again. Here it is refused with an example. */
function writtenAs(inner: z.ZodString) {
	const { example } = inner.meta() ?? {};
	return { example: String(example ?? ""), fits: (text: string) => inner.safeParse(text).success };
}
