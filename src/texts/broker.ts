import type { Sentence } from "#model/sentences/sentence.ts";
import { inLanguage, type Language } from "./language.ts";
import { TEXTS as DE } from "./languages/broker-de.ts";
import { TEXTS as EN } from "./languages/broker-en.ts";
import { TEXTS as SV } from "./languages/broker-sv.ts";
import { sayFrom } from "./say.ts";

type Texts = { readonly [key in keyof typeof EN]: string };

/** What a command for the broker says. Its texts stand apart, so that the controller does not carry them. */
export const brokerText = (language: Language, { code, facts }: Sentence): string =>
	sayFrom(inLanguage<Texts>(language, { en: () => EN, sv: () => SV, de: () => DE }), language, code, facts);
