import type { Json } from "./addon-schema.ts";
import type { AddonText, AddonTexts } from "./addon-texts.ts";
import type { PageLanguage } from "./allowed.ts";

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
