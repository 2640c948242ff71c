import { TEXTS as DE } from "#words/de.ts";
import { TEXTS as EN } from "#words/en.ts";
import type { Section } from "#words/keys.ts";
import type { Like } from "#words/like.ts";
import { TEXTS as SV } from "#words/sv.ts";

export const LANGUAGES = ["en", "sv", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
type Texts = Like<Pick<typeof EN, Section>>;

/** One of the languages. In the bundle each is a file of its own, which is read when its text is first asked for. */
export const inLanguage = <T>(language: Language, texts: Readonly<Record<Language, () => T>>): T => texts[language]();

/** All texts of a language, but for those of the commands for the broker. */
export const textsIn = (language: Language): Texts =>
	inLanguage<Texts>(language, { en: () => EN, sv: () => SV, de: () => DE });
