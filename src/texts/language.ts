import { TEXTS as DE } from "./languages/de.ts";
import { TEXTS as EN } from "./languages/en.ts";
import { TEXTS as SV } from "./languages/sv.ts";

export const LANGUAGES = ["en", "sv", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Section = keyof typeof EN;
type Texts = { readonly [S in Section]: { readonly [key in keyof (typeof EN)[S]]: string } };

/** One of the languages. In the bundle each is a file of its own, which is read when its text is first asked for. */
export const inLanguage = <T>(language: Language, texts: Readonly<Record<Language, () => T>>): T => texts[language]();

/** All texts of a language, but for those of the commands for the broker. */
export const textsIn = (language: Language): Texts =>
	inLanguage<Texts>(language, { en: () => EN, sv: () => SV, de: () => DE });
