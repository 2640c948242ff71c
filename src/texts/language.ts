import { TEXTS as DE } from "./languages/de.ts";
import { TEXTS as EN } from "./languages/en.ts";
import { TEXTS as SV } from "./languages/sv.ts";

export const LANGUAGES = ["en", "sv", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Section = keyof typeof EN;
type Texts = { readonly [S in Section]: { readonly [key in keyof (typeof EN)[S]]: string } };

/** All texts of a language. In the bundle each is a file of its own, which is read when it is first asked for. */
export function textsIn(language: Language): Texts {
	switch (language) {
		case "en":
			return EN;
		case "sv":
			return SV;
		case "de":
			return DE;
	}
}
