import type { DrawingWords } from "../drawing/plant.ts";

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
		lacking: "Name at least a collector, a tank or a pump, or use the form.",
		no_plant: "`plant` is what `solar-heating dashboard --card` prints.",
		no_list: "`plant` lacks the list `{lists}`.",
		form: {
			title: "Title",
			collector: "Collector temperature",
			tank: "Tank temperature",
			layers: "Tank layers",
			pump: "Pump",
			pump_why: "Pump why",
			heater: "Electric heater",
			heater_why: "Electric heater why",
			heater_power: "Electric heater power used",
			usable: "Usable water",
		},
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
		lacking: "Ange minst en solfångare, en tank eller en pump, eller använd formuläret.",
		no_plant: "`plant` är det som `solar-heating dashboard --card` skriver ut.",
		no_list: "I `plant` saknas listan `{lists}`.",
		form: {
			title: "Rubrik",
			collector: "Solfångarens temperatur",
			tank: "Tankens temperatur",
			layers: "Tankens skikt",
			pump: "Pump",
			pump_why: "Pump: varför",
			heater: "Elpatron",
			heater_why: "Elpatron: varför",
			heater_power: "Elpatron: effekt",
			usable: "Varmvatten att använda",
		},
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
		lacking: "Mindestens Kollektor, Speicher oder Pumpe angeben, oder das Formular benutzen.",
		no_plant: "`plant` ist, was `solar-heating dashboard --card` ausgibt.",
		no_list: "In `plant` fehlt die Liste `{lists}`.",
		form: {
			title: "Überschrift",
			collector: "Kollektortemperatur",
			tank: "Speichertemperatur",
			layers: "Speicherschichten",
			pump: "Pumpe",
			pump_why: "Pumpe: warum",
			heater: "Heizstab",
			heater_why: "Heizstab: warum",
			heater_power: "Heizstab: Leistungsaufnahme",
			usable: "Nutzbares Warmwasser",
		},
	},
} as const;

export interface Names {
	readonly collector: string;
	readonly tank: string;
	readonly pump: string;
	readonly heater: string;
}

export interface CardWords extends DrawingWords, Names {
	readonly description: string;
	readonly nothing: string;
	/** What is wrong with settings. */
	readonly lacking: string;
	readonly no_plant: string;
	/** With `{lists}`. */
	readonly no_list: string;
	/** Labels of the form, by setting. */
	readonly form: Readonly<Record<string, string>>;
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
