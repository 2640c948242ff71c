import type * as z from "zod";
import { ON_PAGE } from "../own/on-page.ts";
import { type AddonSchema, addonDefaults, addonSchema } from "./addon-schema.ts";
import { type AddonTexts, addonTexts } from "./addon-texts.ts";
import type { PageLanguage } from "./allowed.ts";

/**
 * The `schema` of the app's manifest. The page asks for `ON_PAGE`; of these the user's own options need to hold groups and lists
 * only, which the Supervisor refuses to miss. Everything else may be absent, and then is not shown, but is accepted: a `match` is
 * the only type that takes a group or a list and may be left out (supervisor/apps/options.py, `_single_validate` and
 * `_check_missing_options`). `fromPage` reads what it makes of it.
 */
export const pageSchema = (schema: z.ZodObject): AddonSchema =>
	Object.fromEntries(
		Object.entries(addonSchema(schema)).map(([key, child]: [string, AddonSchema]) => [
			key,
			ON_PAGE.has(key) ? allOptional(child) : accepted(child),
		]),
	);

/** Fields of items of a list stay as they are: no default reaches them. */
function allOptional(schema: AddonSchema): AddonSchema {
	if (typeof schema === "string") return optional(schema);
	if (isList(schema)) return schema;
	return Object.fromEntries(Object.entries(schema).map(([key, child]) => [key, allOptional(child)]));
}

function accepted(schema: AddonSchema): AddonSchema {
	if (typeof schema === "string") return optional(schema);
	return isList(schema) ? "match(^\\[.*\\]$)?" : "match(^\\{.*\\}$)?";
}

const optional = (word: string): string => (word.endsWith("?") ? word : `${word}?`);
const isList = (schema: AddonSchema): schema is readonly [AddonSchema] => Array.isArray(schema);

/** The `options` of the app's manifest: what the page shows without being asked, with its defaults. */
export const pageDefaults = (schema: z.ZodObject): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(Object(addonDefaults(schema))).filter(([key]) => ON_PAGE.has(key)));

/** The texts of the options page. Those of the app's own options say where they are set. */
export const pageTexts = (schema: z.ZodObject, written: AddonTexts, language: PageLanguage): AddonTexts =>
	Object.fromEntries(
		Object.entries(addonTexts(schema, written, language)).map(([key, text]) => [
			key,
			ON_PAGE.has(key) ? text : { name: text.name, description: ELSEWHERE[language] },
		]),
	);

const ELSEWHERE: Readonly<Record<PageLanguage, string>> = {
	en: "Set this on the app's own page. What is written here as JSON wins over it, and the app takes it over at its next start.",
	sv: "Ställ in detta på appens egen sida. Det som skrivs här som JSON går före, och appen tar över det vid nästa start.",
	de: "Auf der eigenen Seite der App einstellen. Was hier als JSON steht, geht vor, und die App übernimmt es beim nächsten Start.",
};
