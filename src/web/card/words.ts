import type { DrawingWords } from "../drawing/plant.ts";
import type { Names } from "./settings.ts";

const LANGUAGES = {
	en: {
		collector: "Collector",
		tank: "Tank",
		pump: "Pump",
		heater: "Heater",
		usable: "usable",
		or_more: "or more",
		at_40: "at 40 °C",
		by_hand: "by hand",
		description: "Draws your solar heating plant, and says what it does and why.",
		nothing:
			"None of this card's entities is known to Home Assistant. Were they renamed? Choose them in the card's form.",
	},
	sv: {
		collector: "Solfångare",
		tank: "Tank",
		pump: "Pump",
		heater: "Elpatron",
		usable: "att använda",
		or_more: "eller mer",
		at_40: "vid 40 °C",
		by_hand: "för hand",
		description: "Ritar din solvärmeanläggning och säger vad den gör och varför.",
		nothing: "Home Assistant känner inte till någon av kortets entiteter. Har de bytt id? Välj dem i kortets formulär.",
	},
	de: {
		collector: "Kollektor",
		tank: "Speicher",
		pump: "Pumpe",
		heater: "Heizstab",
		usable: "nutzbar",
		or_more: "oder mehr",
		at_40: "mit 40 °C",
		by_hand: "von Hand",
		description: "Zeichnet die Solaranlage und sagt, was sie tut und warum.",
		nothing:
			"Keine Entität dieser Karte ist Home Assistant bekannt. Wurden sie umbenannt? Im Formular der Karte neu wählen.",
	},
} as const;

export interface CardWords extends DrawingWords, Names {
	readonly description: string;
	readonly nothing: string;
}

/** In the language of the person who looks; English for one that is not here. */
export function wordsIn(language = "en"): CardWords {
	const [short = "en"] = language.toLowerCase().split("-");
	const texts = short in LANGUAGES ? LANGUAGES[short as keyof typeof LANGUAGES] : LANGUAGES.en;
	return {
		...texts,
		unknown: "?",
		number: (value, digits) =>
			new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
	};
}
