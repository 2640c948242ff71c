import type * as z from "zod";
import { type Json, jsonOf } from "./addon-schema.ts";

/** The texts of the options page as the Supervisor reads them. */
export interface AddonText {
	readonly name: string;
	readonly description?: string;
	readonly fields?: Readonly<Record<string, AddonText>>;
}

/** English texts of every option, from the title, description and unit beside each field. */
export const addonTexts = (schema: z.ZodObject): Readonly<Record<string, AddonText>> =>
	texts(jsonOf(schema)).fields ?? {};

function texts(json: Json, key = ""): AddonText {
	const inner = json.properties ?? json.items?.properties;
	return {
		name: (json.title ?? titled(key)) + (json.unit ? ` (${json.unit})` : ""),
		...(json.description && { description: json.description }),
		...(inner && { fields: Object.fromEntries(Object.entries(inner).map(([k, child]) => [k, texts(child, k)])) }),
	};
}

/** `solar_charging` reads as "Solar charging". */
const titled = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
