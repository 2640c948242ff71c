import * as z from "zod";
import type { AnyRule } from "#control/rule.ts";
import { emptyPlant, type OwnSettings, type Part, type PartKind } from "#model/plant/plant.ts";
import * as rules from "#rules/index.ts";
import { type Item, itemsOf } from "./with-ids.ts";

/** Lists whose entries can have settings of their own, with the kind of part. */
const KINDS = { collectors: "collector", tanks: "tank" } as const satisfies Readonly<Record<string, PartKind>>;
export const OWN_LISTS = ["collectors", "tanks", "circuits"] as const;
type OwnList = (typeof OWN_LISTS)[number];

/** A setting that an entry of a list can have for itself. */
export interface OwnField {
	readonly rule: AnyRule;
	readonly field: string;
	/** Key in the entry: `<rule>_<field>`. */
	readonly key: string;
}

/** Those of a list, in the order of the registry: its rules run for each entry. */
export const ownFields = (list: OwnList): readonly OwnField[] =>
	Object.values<AnyRule>(rules)
		.filter((rule) => (list === "circuits" ? rule.per === "circuit" : runsFor(rule, KINDS[list])))
		.flatMap((rule) => Object.keys(rule.options.shape).map((field) => ({ rule, field, key: `${rule.id}_${field}` })));

const runsFor = (rule: AnyRule, kind: PartKind): boolean => {
	const part: Part = { kind, id: kind, sensor: undefined, sensors: [], heaters: [] };
	return rule.per === "part" && (rule.where?.(part, emptyPlant()) ?? true);
};
/** Their schemas, without defaults: what is left out is that of the group. */
export const ownShape = (list: OwnList): Readonly<Record<never, z.ZodType>> =>
	Object.fromEntries(
		ownFields(list).map(({ rule, field, key }) => {
			const schema: z.core.$ZodType | undefined = rule.options.shape[field];
			const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
			return [key, z.optional(inner ?? z.never()).meta({ of_group: `${rule.id}.${field}` })];
		}),
	);

/** What an entry has for itself of a rule. */
export interface Own extends OwnSettings {
	readonly list: OwnList;
	readonly index: number;
	readonly values: Item;
}

/** Everything that entries have for themselves. On raw or on parsed options, with their ids. */
export const ownIn = (raw: unknown): readonly Own[] =>
	OWN_LISTS.flatMap((list) => {
		const all = ownFields(list);
		return itemsOf(raw, list).flatMap((item, index) => {
			const given = all.filter(({ key }) => Object.hasOwn(item, key) && item[key] !== undefined);
			const place = item["id"];
			if (typeof place !== "string") return [];
			return [...new Set(given.map(({ rule }) => rule.id))].map((rule) => {
				const here = given.filter((one) => one.rule.id === rule);
				const values = Object.fromEntries(here.map(({ field, key }) => [field, item[key]]));
				return { rule, place, fields: here.map(({ field }) => field), list, index, values };
			});
		});
	});
