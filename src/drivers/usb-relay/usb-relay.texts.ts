import type { Like } from "#words/like.ts";
import * as board from "../bus/relay/relay.texts.ts";

export const en = {
	configuration: {
		usb_relay: {
			name: "USB relay board",
			description: "For the outputs whose target begins with usb_relay.",
			fields: board.en,
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
			fields: board.sv,
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
			fields: board.de,
		},
	},
	address: {
		usb_relay:
			"der Pfad der seriellen Schnittstelle der Karte, ein Schrägstrich und das Relais von 1 bis 8, zum Beispiel /dev/serial/by-id/usb-1a86_USB_Serial-if00-port0/1",
	},
};
