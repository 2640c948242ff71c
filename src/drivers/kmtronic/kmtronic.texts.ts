import type { Like } from "#words/like.ts";
import * as board from "../bus/relay/relay.texts.ts";

export const en = {
	configuration: {
		kmtronic: {
			name: "KMTronic relay board",
			description: "For the outputs whose target begins with kmtronic.",
			fields: board.en,
		},
	},
	address: {
		kmtronic:
			"the path of the board's serial port, a slash, and the relay from 1 to 8, for example /dev/serial/by-id/NAME/1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		kmtronic: {
			name: "KMTronic-reläkort",
			description: "För de utgångar vars mål börjar med kmtronic.",
			fields: board.sv,
		},
	},
	address: {
		kmtronic:
			"sökvägen till kortets serieport, ett snedstreck och reläet från 1 till 8, till exempel /dev/serial/by-id/NAMN/1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		kmtronic: {
			name: "KMTronic-Relaiskarte",
			description: "Für die Ausgänge, deren Ziel mit kmtronic beginnt.",
			fields: board.de,
		},
	},
	address: {
		kmtronic:
			"der Pfad der seriellen Schnittstelle der Karte, ein Schrägstrich und das Relais von 1 bis 8, zum Beispiel /dev/serial/by-id/NAME/1",
	},
};
