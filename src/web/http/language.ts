import { LANGUAGES, type Language } from "#texts/say.ts";

/** The browser's preferred language among ours (RFC 9110, 12.5.4), otherwise English. */
export function languageFor(header: string | undefined): Language {
	const wishes = (header ?? "")
		.slice(0, 500)
		.split(",")
		.map((wish) => {
			const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
			const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
			return { tag: tag.trim().split("-", 1)[0], weight: weight === undefined ? 1 : Number(weight) };
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	for (const { tag } of wishes) {
		const language = LANGUAGES.find((known) => known === tag);
		if (language !== undefined) return language;
	}
	return "en";
}
