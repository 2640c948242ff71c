import type { Facts } from "#model/sentences/facts.ts";
import { TEXTS as DE } from "#words/engineer/de.ts";
import { TEXTS as EN } from "#words/engineer/en.ts";
import { TEXTS as SV } from "#words/engineer/sv.ts";
import type { Like } from "#words/like.ts";
import { inLanguage, type Language } from "./language.ts";
import { sayFrom } from "./say.ts";

export type EngineerKey = keyof typeof EN.engineer;

/** What the views for an engineer say. Their texts stand apart, so that the controller does not carry them. */
export const engineerText = (language: Language, key: EngineerKey, facts: Facts = {}): string =>
	sayFrom(
		inLanguage<Like<typeof EN>>(language, { en: () => EN, sv: () => SV, de: () => DE }).engineer,
		language,
		key,
		facts,
	);
