import { type Json, jsonOf } from "#options/page/addon-schema.ts";
import { type AddonText, type AddonTexts, withOwnTexts } from "#options/page/addon-texts.ts";
import type { root } from "#options/root.ts";
import { cell, table } from "./table.ts";

/** Every option: single ones first, then a heading and a table for each group and list, in the order of the options page. */
export function optionsChapter(schema: typeof root, written: AddonTexts): string {
	const json = jsonOf(schema);
	const texts = withOwnTexts(json, written, "en");
	const all = Object.entries(json.properties ?? {});
	const single = all.filter(([, json]) => innerOf(json) === undefined);
	const groups = all.filter(([, json]) => innerOf(json) !== undefined);
	return [
		["### Single options", fieldsTable(Object.fromEntries(single), texts)].join("\n\n"),
		...groups.map(([key, json]) =>
			[`### Option: \`${key}\``, lead(json, texts[key]), fieldsTable(innerOf(json) ?? {}, texts[key]?.fields)].join(
				"\n\n",
			),
		),
	].join("\n\n");
}

const innerOf = (json: Json) => json.properties ?? json.items?.properties;

function lead(json: Json, text: AddonText | undefined): string {
	const kind =
		json.items === undefined ? "" : ` A list${json.maxItems === undefined ? "" : ` of at most ${json.maxItems}`}.`;
	return `**${text?.name ?? ""}.** ${text?.description ?? ""}${kind}`;
}

function fieldsTable(fields: Readonly<Record<string, Json>>, texts: AddonTexts = {}): string {
	const rows = Object.entries(fields).map(([key, json]) => [
		`\`${key}\``,
		cell(texts[key]?.name ?? key),
		cell(texts[key]?.description ?? ""),
		cell(allowedIn(json)),
		cell(initialIn(json)),
	]);
	return table(["option", "on the page", "what it does", "allowed", "default"], rows);
}

const measured = (n: unknown, { unit }: Json) => `${n}${unit ? ` ${unit}` : ""}`;
const initialIn = (json: Json) =>
	json.default === undefined || json.default === "" ? "" : measured(json.default, json);

function allowedIn(json: Json): string {
	if (json.enum) return json.enum.map((value) => `\`${value}\``).join(", ");
	if (json.minimum !== undefined && json.maximum !== undefined)
		return `${json.minimum} to ${measured(json.maximum, json)}`;
	return json.type === "boolean" ? "`true`, `false`" : "text";
}
