import type * as z from "zod";
import { type Json, jsonOf } from "./addon-schema.ts";
import { type PageLanguage, withAllowed } from "./allowed.ts";

/** The texts of the options page as the Supervisor reads them. */
export interface AddonText {
	readonly name: string;
	readonly description?: string;
	readonly fields?: AddonTexts;
}
export type AddonTexts = Readonly<Record<string, AddonText>>;

/** English texts of every option, from the title, description, unit and range beside each field. */
export const addonTexts = (schema: z.ZodObject): AddonTexts => fieldsOf(jsonOf(schema)) ?? {};

/**
 * The same in another language: its names and descriptions as somebody wrote them, in the order of the options, with the
 * range of today. What is missing stays missing and what is too much stays too, for a test to ask about.
 */
export const translatedTexts = (schema: z.ZodObject, written: AddonTexts, language: PageLanguage): AddonTexts =>
	translated(jsonOf(schema), written, language);

function fieldsOf(json: Json): AddonTexts | undefined {
	const inner = innerOf(json);
	return inner && Object.fromEntries(Object.entries(inner).map(([key, child]) => [key, english(child, key)]));
}

function english(json: Json, key: string): AddonText {
	const fields = fieldsOf(json);
	return {
		name: (json.title ?? titled(key)) + (json.unit ? ` (${json.unit})` : ""),
		...described(withAllowed(json.description, json, "en")),
		...(fields && { fields }),
	};
}

function translated(json: Json, written: AddonTexts, language: PageLanguage): AddonTexts {
	const known = Object.entries(innerOf(json) ?? {}).flatMap(([key, child]) => {
		const text = written[key];
		if (text === undefined) return [];
		const { name, description, fields } = text;
		const one: AddonText = {
			name,
			...described(withAllowed(description, child, language)),
			...(fields && { fields: translated(child, fields, language) }),
		};
		return [[key, one] as const];
	});
	return { ...Object.fromEntries(known), ...without(written, new Set(known.map(([key]) => key))) };
}

const without = (texts: AddonTexts, known: ReadonlySet<string>) =>
	Object.fromEntries(Object.entries(texts).filter(([key]) => !known.has(key)));
const innerOf = (json: Json) => json.properties ?? json.items?.properties;
const described = (description: string) => (description === "" ? {} : { description });

/** `solar_charging` reads as "Solar charging". */
const titled = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
