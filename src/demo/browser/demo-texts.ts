import type { Language } from "#texts/say.ts";

/** Texts around the page of the demo in a browser. */
export interface DemoTexts {
	readonly about: string;
	readonly speed: string;
	readonly paused: string;
	/** Time of the plant that passes in a second. */
	readonly normal: string;
	readonly fast: string;
	readonly plant: string;
	readonly plants: Readonly<Record<"one" | "two" | "stove", string>>;
	readonly season: string;
	readonly seasons: Readonly<Record<"spring" | "summer" | "autumn" | "winter", string>>;
	/** Opens the choice of the plant and the season. */
	readonly other: string;
	readonly begin: string;
	readonly languages: string;
	readonly failed: string;
}

export const DEMO_TEXTS: Readonly<Record<Language, DemoTexts>> = {
	en: {
		about:
			"A simulated plant with the real controller, in your browser. Nothing is connected, and nothing leaves this page.",
		speed: "Speed",
		paused: "Pause",
		normal: "1 min per second",
		fast: "10 min per second",
		plant: "Plant",
		plants: { one: "Collector and tank", two: "Two fields, two tanks", stove: "With a wood stove" },
		season: "Season",
		seasons: { spring: "Spring", summer: "Summer", autumn: "Autumn", winter: "Winter" },
		other: "Another plant or season",
		begin: "Start again",
		languages: "Languages",
		failed: "The simulation has stopped because of an error. Reload the page to start again.",
	},
	sv: {
		about:
			"En simulerad anläggning med den riktiga regleringen, i din webbläsare. Inget är anslutet och inget lämnar sidan.",
		speed: "Hastighet",
		paused: "Paus",
		normal: "1 min per sekund",
		fast: "10 min per sekund",
		plant: "Anläggning",
		plants: { one: "Solfångare och tank", two: "Två fält, två tankar", stove: "Med vedkamin" },
		season: "Årstid",
		seasons: { spring: "Vår", summer: "Sommar", autumn: "Höst", winter: "Vinter" },
		other: "Annan anläggning eller årstid",
		begin: "Börja om",
		languages: "Språk",
		failed: "Simuleringen har stannat på grund av ett fel. Läs in sidan på nytt för att börja om.",
	},
	de: {
		about:
			"Eine simulierte Anlage mit der echten Regelung, in Ihrem Browser. Nichts ist angeschlossen, und nichts verlässt diese Seite.",
		speed: "Geschwindigkeit",
		paused: "Pause",
		normal: "1 min pro Sekunde",
		fast: "10 min pro Sekunde",
		plant: "Anlage",
		plants: { one: "Kollektor und Speicher", two: "Zwei Felder, zwei Speicher", stove: "Mit Holzofen" },
		season: "Jahreszeit",
		seasons: { spring: "Frühling", summer: "Sommer", autumn: "Herbst", winter: "Winter" },
		other: "Andere Anlage oder Jahreszeit",
		begin: "Neu beginnen",
		languages: "Sprachen",
		failed:
			"Die Simulation ist wegen eines Fehlers stehen geblieben. Laden Sie die Seite neu, um von vorn zu beginnen.",
	},
};
