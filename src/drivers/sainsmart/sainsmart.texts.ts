import type { Like } from "#words/like.ts";
import * as board from "../bus/relay/relay.texts.ts";

export const en = {
	configuration: {
		sainsmart: {
			name: "SainSmart relay module",
			description: "For the outputs whose target begins with sainsmart.",
			fields: board.en,
		},
	},
	address: {
		sainsmart:
			"the path of the module's serial port, a slash, and the relay from 1 to 16, for example /dev/serial/by-path/NAME/1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		sainsmart: {
			name: "SainSmart-relämodul",
			description: "För de utgångar vars mål börjar med sainsmart.",
			fields: board.sv,
		},
	},
	address: {
		sainsmart:
			"sökvägen till modulens serieport, ett snedstreck och reläet från 1 till 16, till exempel /dev/serial/by-path/NAMN/1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		sainsmart: {
			name: "SainSmart-Relaismodul",
			description: "Für die Ausgänge, deren Ziel mit sainsmart beginnt.",
			fields: board.de,
		},
	},
	address: {
		sainsmart:
			"der Pfad der seriellen Schnittstelle des Moduls, ein Schrägstrich und das Relais von 1 bis 16, zum Beispiel /dev/serial/by-path/NAME/1",
	},
};
