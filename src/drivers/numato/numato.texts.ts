import type { Like } from "#words/like.ts";
import * as board from "../bus/relay/relay.texts.ts";

export const en = {
	configuration: {
		numato: {
			name: "Numato relay module",
			description: "For the outputs whose target begins with numato.",
			fields: board.en,
		},
	},
	address: {
		numato:
			"the path of the module's serial port, a slash, and the relay as the module calls it: 0 to 9, then A to V; for example /dev/serial/by-id/NAME/0",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		numato: {
			name: "Numato-relämodul",
			description: "För de utgångar vars mål börjar med numato.",
			fields: board.sv,
		},
	},
	address: {
		numato:
			"sökvägen till modulens serieport, ett snedstreck och reläet som modulen kallar det: 0 till 9, sedan A till V; till exempel /dev/serial/by-id/NAMN/0",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		numato: {
			name: "Numato-Relaismodul",
			description: "Für die Ausgänge, deren Ziel mit numato beginnt.",
			fields: board.de,
		},
	},
	address: {
		numato:
			"der Pfad der seriellen Schnittstelle des Moduls, ein Schrägstrich und das Relais, wie das Modul es nennt: 0 bis 9, dann A bis V; zum Beispiel /dev/serial/by-id/NAME/0",
	},
};
