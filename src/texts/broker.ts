import type { Sentence } from "#model/sentence.ts";
import { TEXTS as DE } from "./languages/broker-de.ts";
import { TEXTS as EN } from "./languages/broker-en.ts";
import { TEXTS as SV } from "./languages/broker-sv.ts";
import { type Language, sayFrom } from "./say.ts";

type Texts = { readonly [key in keyof typeof EN]: string };

/** What a command for the broker says. Its texts stand apart, so that the controller does not carry them. */
export const brokerText = (language: Language, { code, facts }: Sentence): string =>
	sayFrom(textsIn(language), language, code, facts);

function textsIn(language: Language): Texts {
	switch (language) {
		case "en":
			return EN;
		case "sv":
			return SV;
		case "de":
			return DE;
	}
}
