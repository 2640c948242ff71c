import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		usb_relay: {
			name: "USB relay board",
			description: "For the outputs whose target begins with usb_relay.",
			fields: {
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
			},
		},
	},
	address: {
		usb_relay:
			"the path of the board's serial port, a slash, and the relay from 1 to 8, for example /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		usb_relay: {
			name: "USB-reläkort",
			description: "För de utgångar vars mål börjar med usb_relay.",
			fields: {
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
			},
		},
	},
	address: {
		usb_relay:
			"sökvägen till kortets serieport, ett snedstreck och reläet från 1 till 8, till exempel /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		usb_relay: {
			name: "USB-Relaiskarte",
			description: "Für die Ausgänge, deren Ziel mit usb_relay beginnt.",
			fields: {
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
			},
		},
	},
	address: {
		usb_relay:
			"der Pfad der seriellen Schnittstelle der Karte, ein Schrägstrich und das Relais von 1 bis 8, zum Beispiel /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
	},
};
