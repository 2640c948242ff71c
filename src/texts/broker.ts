import type { Sentence } from "#model/sentences/sentence.ts";
import { TEXTS as DE } from "#words/broker/de.ts";
import { TEXTS as EN } from "#words/broker/en.ts";
import { TEXTS as SV } from "#words/broker/sv.ts";
import type { Like } from "#words/like.ts";
import { inLanguage, type Language } from "./language.ts";
import { sayFrom } from "./say.ts";

/** What a command for the broker says. Its texts stand apart, so that the controller does not carry them. */
export const brokerText = (language: Language, { code, facts }: Sentence): string =>
	sayFrom(
		inLanguage<Like<typeof EN>>(language, { en: () => EN, sv: () => SV, de: () => DE }).broker,
		language,
		code,
		facts,
	);
