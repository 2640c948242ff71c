import type { Like } from "#words/like.ts";

/** Texts of the options that every relay board on a serial port has. */
export const en = {
	gap: {
		name: "Pause between commands",
		description:
			"How long to wait after each command before the next one. Try a longer pause if relays sometimes miss a command.",
	},
	read_back: {
		name: "Read back relays",
		description:
			"auto: asks the board whether each relay really switched; boards that cannot answer are not asked again. never: for boards that the question disturbs.",
	},
} as const;

export const sv: Like<typeof en> = {
	gap: {
		name: "Paus mellan kommandon",
		description:
			"Hur länge det väntas efter varje kommando. Prova en längre paus om reläer ibland missar ett kommando.",
	},
	read_back: {
		name: "Läs tillbaka reläerna",
		description:
			"auto: frågar kortet om varje relä verkligen slog om; kort som inte kan svara tillfrågas inte igen. never: för kort som störs av frågan.",
	},
};

export const de: Like<typeof en> = {
	gap: {
		name: "Pause zwischen Befehlen",
		description:
			"Wie lange nach jedem Befehl gewartet wird. Bei Relais, die gelegentlich einen Befehl verpassen, eine längere Pause wählen.",
	},
	read_back: {
		name: "Relais zurücklesen",
		description:
			"auto: fragt die Karte ab, ob jedes Relais wirklich geschaltet hat; Karten, die nicht antworten können, werden nicht weiter abgefragt. never: für Karten, die die Abfrage stört.",
	},
};
