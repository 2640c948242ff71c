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
						"How long to leave the board in peace after each command. Try more if relays sometimes miss one.",
				},
				read_back: {
					name: "Read relays back",
					description:
						"auto: asks the board whether each relay really switched, and stops asking a board that cannot tell. never: for a board that is disturbed by asking.",
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
						"Hur länge kortet får vara i fred efter varje kommando. Pröva längre om reläer ibland missar ett.",
				},
				read_back: {
					name: "Läs tillbaka reläerna",
					description:
						"auto: kortet tillfrågas om varje relä verkligen slog om, och ett kort som inte kan svara slipper frågan. never: för ett kort som störs av frågorna.",
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
						"Wie lange die Karte nach jedem Befehl in Ruhe gelassen wird. Mehr versuchen, falls Relais manchmal einen überhören.",
				},
				read_back: {
					name: "Relais zurücklesen",
					description:
						"auto: die Karte wird gefragt, ob jedes Relais wirklich geschaltet hat; kann sie das nicht sagen, wird nicht weiter gefragt. never: für eine Karte, die das Fragen stört.",
				},
			},
		},
	},
	address: {
		usb_relay:
			"der Pfad der seriellen Schnittstelle der Karte, ein Schrägstrich und das Relais von 1 bis 8, zum Beispiel /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
	},
};
