import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "#options/own/merged-own.ts";
import type { Json } from "#options/page/addon-schema.ts";
import type { AddonText, AddonTexts } from "#options/page/addon-texts.ts";
import type { Language } from "#texts/say.ts";
import { NEW_ROW, type OptionField, type OptionList, type OptionRow } from "#web/options/option-form.ts";
import { fieldOf } from "./fields.ts";

/** What the fields of entries can name: by field. */
export type Nameable = Readonly<Record<string, readonly string[]>>;

export interface Listing {
	readonly text: AddonText | undefined;
	/** Of all options, for the settings that an entry has for itself. */
	readonly texts: AddonTexts;
	readonly language: Language;
	readonly nameable: Nameable;
}

/** A list as an editor asks for it: a form for each entry, and one for a new one. */
export function listOf(json: Json, value: unknown, listing: Listing): OptionList {
	const item = json.items ?? {};
	const most = json.maxItems ?? Number.POSITIVE_INFINITY;
	const entries = value === undefined || value === null ? [] : value;
	const blank = fieldsOf(item, {}, listing);
	if (!Array.isArray(entries) || !entries.every(isRecord))
		return { rows: [], blank, most, text: typeof value === "string" ? value : JSON.stringify(value, null, 2) };
	const keys = keysOf(entries);
	return {
		rows: entries.map((entry, at) => rowOf(keys[at] ?? "", fieldsOf(item, entry, listing), entry)),
		blank,
		most,
	};
}

function fieldsOf(item: Json, entry: Written, { text, texts, language, nameable }: Listing): readonly OptionField[] {
	return Object.entries(item.properties ?? {}).map(([key, one]) => {
		const [group] = one.of_group?.split(".") ?? [];
		const suggested = nameable[key];
		const needed = item.required?.includes(key) === true && one.made !== true;
		const asked = { text: text?.fields?.[key], value: entry[key], language, needed, ...(suggested && { suggested }) };
		const field = fieldOf(key, one, asked);
		return group === undefined ? field : { ...field, of: texts[group]?.name ?? group };
	});
}

/** By the id, or what an entry is connected to; by its place where neither tells it from the others. */
function keysOf(entries: readonly Written[]): readonly string[] {
	const named = entries.map(({ id, source, target, name }) => String(id ?? source ?? target ?? name ?? ""));
	return named.map((one, at) =>
		one === "" || one === NEW_ROW || named.filter((other) => other === one).length > 1 ? `#${at + 1}` : one,
	);
}

function rowOf(key: string, fields: readonly OptionField[], entry: Written): OptionRow {
	const said = (name: string) => fields.find((one) => one.key === name);
	const { name, id, from, to, source, target, at } = entry;
	const ends = from === undefined && to === undefined ? undefined : `${from ?? "?"} → ${to ?? "?"}`;
	const role = said("role");
	const what = role?.choices.find(([value]) => value === role.value)?.[1];
	const title = String(name ?? id ?? ends ?? what ?? source ?? target ?? at ?? key);
	const about = [what, ends, source ?? target ?? at].filter((one) => one !== undefined && one !== title);
	return { key, title, about: about.join(" · "), fields, entry };
}
