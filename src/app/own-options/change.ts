import type { Written } from "#options/own/merged-own.ts";
import { valueIn } from "#options/own/python-text.ts";
import { NEW_ROW, type OptionField, type OptionGroup, type OptionList, WAS } from "#web/options/option-form.ts";
import { typedIn } from "./fields.ts";

type Sent = Readonly<Record<string, string>>;

/**
 * What a form sends, as a change. An empty field goes back to its default, and a field that was not touched changes nothing, whatever
 * it holds and whatever somebody else has made of it since.
 */
export function changeIn(group: OptionGroup, sent: Sent): Written {
	if (group.list !== undefined) return { [group.key]: listWith(group.list, sent) };
	const fields = touched(group.fields ?? [], sent);
	const alone = group.fields?.length === 1 && group.fields[0]?.key === group.key;
	const [only] = fields;
	if (fields.length === 0) return {};
	return alone ? { [group.key]: only?.[1] } : { [group.key]: Object.fromEntries(fields) };
}

const touched = (fields: readonly OptionField[], sent: Sent) =>
	fields
		.filter(({ key }) => Object.hasOwn(sent, key) && sent[key] !== sent[`${WAS}${key}`])
		.map((field) => [field.key, typedIn(field, sent[field.key] ?? "")] as const);

/** The whole list, because its entries belong together. Null for none. */
function listWith({ rows, blank, text }: OptionList, sent: Sent): unknown {
	if (text !== undefined) {
		const typed = (sent["list"] ?? text).trim();
		return typed === "" ? null : (valueIn(typed) ?? typed);
	}
	const { row = "", do: wanted } = sent;
	const entries = rows.flatMap(({ key, entry, fields }) => {
		if (key !== row) return [entry];
		return wanted === "remove" ? [] : [entryWith(entry, touched(fields, sent))];
	});
	const all = row === NEW_ROW ? [...entries, entryWith({}, touched(blank, sent))] : entries;
	return all.length === 0 ? null : all;
}

function entryWith(entry: Written, changes: readonly (readonly [string, unknown])[]): Written {
	const next = new Map(Object.entries(entry));
	for (const [key, value] of changes) {
		if (value === null) next.delete(key);
		else next.set(key, value);
	}
	return Object.fromEntries(next);
}
