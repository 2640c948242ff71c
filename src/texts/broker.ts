import type { Sentence } from "#model/sentence.ts";
import { BROKER_TEXTS } from "./broker-languages.ts";
import { type Language, sayFrom } from "./say.ts";

/** What a command for the broker says. Its texts stand apart, so that the controller does not carry them. */
export const brokerText = (language: Language, { code, facts }: Sentence): string =>
	sayFrom(BROKER_TEXTS[language], language, code, facts);
