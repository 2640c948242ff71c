import { isRecord } from "#model/untyped/untyped.ts";
import type { Written } from "#options/own/merged-own.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { valueIn } from "#options/own/python-text.ts";
import { type Json, jsonOf } from "#options/page/addon-schema.ts";
import { type AddonText, addonTexts } from "#options/page/addon-texts.ts";
import { root } from "#options/root.ts";
import { REDACTED } from "#runtime/log/redact.ts";
import type { Language } from "#texts/say.ts";
import type { OptionField, OptionGroup } from "#web/options/option-form.ts";
import type { OptionForms } from "#web/options/routes.ts";
import { TEXTS } from "#words/configuration.ts";
import type { OptionsOfPage } from "./open.ts";
import type { Shown } from "./own-settings.ts";

/** The page on which the app's own options are set. */
export const optionForms = ({ settings, restart }: OptionsOfPage): OptionForms => ({
	async groups(language) {
		const shown = await settings.shown();
		if (shown.kind === "refused") return shown;
		const { revision, restart, place } = shown.value;
		return {
			kind: "done",
			value: { groups: optionGroups(shown.value, language), revision, restart, elsewhere: place === "page" },
		};
	},
	save: (group, sent, who) => settings.save(changeIn(group, sent), who),
	restart,
});

/** The options that are set on the app's own page. Those of Home Assistant's options page are set there. */
const isOurs = (key: string, place: Shown["place"]): boolean => place !== "page" || !ON_PAGE.has(key);

/** As forms, in the order of the options, with their texts in this language. */
export function optionGroups(
	{ merged, place }: Pick<Shown, "merged" | "place">,
	language: Language,
): readonly OptionGroup[] {
	const texts = addonTexts(root, TEXTS[language], language);
	return Object.entries(jsonOf(root).properties ?? {})
		.filter(([key]) => isOurs(key, place))
		.map(([key, json]) => groupOf(key, json, texts[key], merged[key]));
}

function groupOf(key: string, json: Json, text: AddonText | undefined, value: unknown): OptionGroup {
	const { name = key, description = "" } = text ?? {};
	if (json.items) {
		const list = Array.isArray(value) ? value : [];
		return { key, name, description, list: list.length === 0 ? "" : JSON.stringify(list, null, 2), set: list.length };
	}
	const group = isRecord(value) ? value : {};
	const fields = json.properties
		? Object.entries(json.properties).map(([field, one]) => fieldOf(field, one, text?.fields?.[field], group[field]))
		: [fieldOf(key, json, text, value)];
	return {
		key,
		name,
		description: json.properties ? description : "",
		fields,
		set: fields.filter((one) => one.value !== "").length,
	};
}

function fieldOf(key: string, json: Json, text: AddonText | undefined, value: unknown): OptionField {
	const kind = kindOf(key, json);
	return {
		...{ key, kind, name: text?.name ?? key, description: text?.description ?? "" },
		choices: (json.enum ?? []).map(String),
		value: kind === "secret" && value === REDACTED ? REDACTED : written(value),
		initial: written(json.default),
	};
}

function kindOf(key: string, { type, enum: choices, addon }: Json): OptionField["kind"] {
	if (choices) return "choice";
	if (addon === "password" || /password|token|secret/.test(key)) return /_file$/.test(key) ? "text" : "secret";
	if (type === "boolean") return "switch";
	return type === "number" || type === "integer" ? "number" : "text";
}

const written = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/** What a form sends, as a change: an empty field goes back to its default. Text that does not fit stays, and is refused. */
export function changeIn(group: OptionGroup, sent: Readonly<Record<string, string>>): Written {
	if (group.fields === undefined) {
		const text = (sent["list"] ?? "").trim();
		return { [group.key]: text === "" ? null : (valueIn(text) ?? text) };
	}
	const fields = group.fields
		.filter(({ key }) => Object.hasOwn(sent, key))
		.map((field) => [field.key, typedIn(field, (sent[field.key] ?? "").trim())] as const);
	const [only] = fields;
	const alone = group.fields.length === 1 && only?.[0] === group.key;
	return alone ? { [group.key]: only[1] } : { [group.key]: Object.fromEntries(fields) };
}

function typedIn({ kind }: OptionField, text: string): unknown {
	if (text === "") return null;
	if (kind === "switch") return text === "true" ? true : text === "false" ? false : text;
	const number = kind === "number" ? Number(text.replace(",", ".").replace("\u2212", "-")) : Number.NaN;
	return Number.isFinite(number) ? number : text;
}
