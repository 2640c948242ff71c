import * as z from "zod";
import type { OwnSettings } from "#model/plant/plant.ts";
import { rulesAt } from "#rules/settings.ts";
import { type Item, itemsOf } from "./with-ids.ts";

/** Lists whose entries can have settings of their own, with the place that an entry is. */
const PLACES = { collectors: "collector", tanks: "tank", circuits: "circuit" } as const;
type OwnList = keyof typeof PLACES;
const OWN_LISTS = Object.keys(PLACES) as readonly OwnList[];

/** A setting that an entry of a list can have for itself. */
export interface OwnField {
	readonly rule: string;
	readonly field: string;
	readonly schema: z.core.$ZodType;
	/** Key in the entry: `<rule>_<field>`. */
	readonly key: string;
}

/** Those of a list, in the order of the registry: its rules run for each entry. */
export const ownFields = (list: OwnList): readonly OwnField[] =>
	rulesAt(PLACES[list]).flatMap(({ id, options }) =>
		Object.entries(options.shape).map(([field, schema]) => ({ rule: id, field, schema, key: `${id}_${field}` })),
	);

/** Their schemas, without defaults: what is left out is that of the group. */
export const ownShape = (list: OwnList): Readonly<Record<never, z.ZodType>> =>
	Object.fromEntries(
		ownFields(list).map(({ rule, field, schema, key }) => {
			const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
			return [key, z.optional(inner).meta({ of_group: `${rule}.${field}` })];
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
			return [...new Set(given.map(({ rule }) => rule))].map((rule) => {
				const here = given.filter((one) => one.rule === rule);
				const values = Object.fromEntries(here.map(({ field, key }) => [field, item[key]]));
				return { rule, place, fields: here.map(({ field }) => field), list, index, values };
			});
		});
	});
