import type * as z from "zod";
import { type Json, jsonOf } from "./addon-schema.ts";
import { allowed, type PageLanguage } from "./allowed.ts";

/** The texts of the options page as the Supervisor reads them. */
export interface AddonText {
	readonly name: string;
	readonly description?: string;
	readonly fields?: AddonTexts;
}
export type AddonTexts = Readonly<Record<string, AddonText>>;

/**
 * The texts of every option in the order of the page, each name with its unit, each description with its range and
 * default. What is missing stays missing and what is too much stays too, for a test to ask about.
 */
export function addonTexts(schema: z.ZodObject, written: AddonTexts, language: PageLanguage): AddonTexts {
	const json = jsonOf(schema);
	return within(json, withOwnTexts(json, written, language), language);
}

function within(json: Json, written: AddonTexts, language: PageLanguage): AddonTexts {
	const known = Object.entries(innerOf(json) ?? {}).flatMap(([key, child]) => {
		const text = written[key];
		return text === undefined ? [] : [[key, whole(child, text, language)] as const];
	});
	return { ...Object.fromEntries(known), ...without(written, new Set(known.map(([key]) => key))) };
}

function whole(json: Json, { name, description = "", fields }: AddonText, language: PageLanguage): AddonText {
	const told = [description, allowed(json, language)].filter((part) => part !== "").join(" ");
	return {
		name: json.unit ? `${name} (${json.unit})` : name,
		...(told !== "" && { description: told }),
		...(fields && { fields: within(json, fields, language) }),
	};
}

const without = (texts: AddonTexts, known: ReadonlySet<string>) =>
	Object.fromEntries(Object.entries(texts).filter(([key]) => !known.has(key)));
const innerOf = (json: Json) => json.properties ?? json.items?.properties;

const LEFT_EMPTY: Readonly<Record<PageLanguage, (group: string) => string>> = {
	en: (group) => `Only for this entry. Left empty, the value under ${group} applies.`,
	sv: (group) => `Bara för den här posten. Om fältet är tomt gäller värdet under ${group}.`,
	de: (group) => `Nur für diesen Eintrag. Leer gilt der Wert unter ${group}.`,
};

/** The texts with those of settings that an entry of a list can have for itself, made of the texts of their groups. */
export const withOwnTexts = (json: Json, written: AddonTexts, language: PageLanguage): AddonTexts =>
	Object.fromEntries(
		Object.entries(written).map(([list, text]) => {
			const own = Object.entries(json.properties?.[list]?.items?.properties ?? {}).flatMap(([key, { of_group }]) =>
				of_group === undefined ? [] : [[key, textOf(of_group, written, language)] as const],
			);
			return [list, own.length === 0 ? text : { ...text, fields: { ...text.fields, ...Object.fromEntries(own) } }];
		}),
	);

function textOf(of_group: string, written: AddonTexts, language: PageLanguage): AddonText {
	const [rule = "", field = ""] = of_group.split(".");
	const group = written[rule];
	const text = group?.fields?.[field];
	return {
		name: text?.name ?? of_group,
		description: `${text?.description ?? ""} ${LEFT_EMPTY[language](group?.name ?? rule)}`,
	};
}
