import { problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { REFERENCES } from "#options/entries/with-ids.ts";
import type { Written } from "#options/own/merged-own.ts";
import { type Json, jsonOf } from "#options/page/addon-schema.ts";
import { type AddonTexts, addonTexts } from "#options/page/addon-texts.ts";
import { defaultOf, isWrittenByOwner, presetFields } from "#options/presets.ts";
import { root } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import { HEADINGS, type OptionField, type OptionGroup } from "#web/options/option-form.ts";
import type { OptionForms } from "#web/options/routes.ts";
import { TEXTS } from "#words/configuration.ts";
import { changeIn } from "./change.ts";
import { fieldOf, written } from "./fields.ts";
import { headingOf, KEYS } from "./headings.ts";
import { listOf, type Nameable } from "./lists.ts";
import type { OptionsOfPage } from "./open.ts";
import type { Shown } from "./own-settings.ts";

/** What is connected, as it is written in the options. */
export interface Channels {
	readonly sources: readonly string[];
	readonly targets: readonly string[];
}
const NONE: Channels = { sources: [], targets: [] };

/** The page on which the app's own options are set. @param channels what is known to be connected */
export const optionForms = (
	{ settings, restart }: OptionsOfPage,
	channels: () => Channels = () => NONE,
): OptionForms => ({
	async groups(language) {
		const shown = await settings.shown();
		if (shown.kind === "refused") return shown;
		const { revision, restart, place } = shown.value;
		const groups = optionGroups(shown.value, language, channels());
		return { kind: "done", value: { groups, revision, restart, elsewhere: place === "page" } };
	},
	async save(group, sent, who) {
		const change = changeIn(group, sent);
		const [undone] = undoneByPreset(group, change);
		if (undone !== undefined) return { kind: "refused", problems: [undone] };
		return settings.save(change, who);
	},
	restart: (actor) => restart(actor, true),
});

/** What belongs to Home Assistant's options page alone: the login that the Supervisor keeps, and what this page could not be read without. */
const ELSEWHERE: ReadonlySet<string> = new Set(["language", "mqtt", "log_level"]);

/** As forms, in the order of the page, with their texts in this language. */
export function optionGroups(
	{ merged, place }: Pick<Shown, "merged" | "place">,
	language: Language,
	{ sources, targets }: Channels = NONE,
): readonly OptionGroup[] {
	const texts = textsIn(language);
	json ??= jsonOf(root).properties ?? {};
	const properties = json;
	const nameable = { ...namedIn(merged), source: sources, target: targets };
	const making = { merged, language, texts, nameable };
	return KEYS.filter((key) => place !== "page" || !ELSEWHERE.has(key))
		.flatMap((key) => (properties[key] === undefined ? [] : [groupOf(key, properties[key], making)]))
		.toSorted((a, b) => HEADINGS.indexOf(a.heading) - HEADINGS.indexOf(b.heading));
}

/** Making these takes as long as some turns, and they are always the same. */
let json: Readonly<Record<string, Json>> | undefined;
const texts = new Map<Language, AddonTexts>();

function textsIn(language: Language): AddonTexts {
	const made = texts.get(language) ?? addonTexts(root, TEXTS[language], language);
	texts.set(language, made);
	return made;
}

interface Making {
	readonly merged: Written;
	readonly language: Language;
	readonly texts: AddonTexts;
	readonly nameable: Nameable;
}

function groupOf(key: string, json: Json, { merged, language, texts, nameable }: Making): OptionGroup {
	const [value, text] = [merged[key], texts[key]];
	const { name = key, description = "" } = text ?? {};
	const heading = headingOf(key);
	if (json.items) {
		const list = listOf(json, value, { text, texts, language, nameable });
		return { key, heading, name, description, list, set: list.rows.length };
	}
	const group = isRecord(value) ? value : {};
	const preset = presetFields(merged["preset"]);
	const fields = json.properties
		? Object.entries(json.properties).map(([field, one]) =>
				fieldOf(field, one, {
					...{ text: text?.fields?.[field], value: group[field], language },
					preset: preset[`${key}.${field}`],
				}),
			)
		: [fieldOf(key, json, { text, value, language })];
	return {
		...{ key, heading, name, fields },
		description: json.properties ? description : "",
		set: fields.filter((one: OptionField) => one.value !== "").length,
	};
}

/** The entries that a field can name, by the field. */
function namedIn(merged: Written): Nameable {
	const idsOf = (list: string) => {
		const entries = merged[list];
		return Array.isArray(entries)
			? entries.flatMap((one) => (isRecord(one) ? [written(one["id"] ?? one["name"])] : []))
			: [];
	};
	return Object.fromEntries(
		Object.entries(REFERENCES).map(([field, lists]) => [field, lists.flatMap(idsOf).filter((one) => one !== "")]),
	);
}

/** A value at the app's own default counts as not written beside a preset, which then has its own. So it is not taken. */
const undoneByPreset = ({ key, fields = [] }: OptionGroup, change: Written) =>
	fields.flatMap(({ key: field, initial }) => {
		const group = change[key];
		const wanted = isRecord(group) ? group[field] : undefined;
		if (wanted === undefined || wanted === null || wanted !== defaultOf(key, field) || written(wanted) === initial)
			return [];
		if (isWrittenByOwner(key, field)) return [];
		return [problem(`${key}.${field}`, wanted, mend("preset_goes_first", { preset: initial }))];
	});
