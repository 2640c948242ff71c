import type { Like } from "#words/like.ts";
import * as offAfter from "../bus/bridge/off-after.texts.ts";

export const en = {
	configuration: {
		shelly: {
			name: "Shelly",
			description:
				"For the outputs whose target begins with shelly: devices of the second generation and newer, over MQTT.",
			fields: offAfter.en,
		},
	},
	address: {
		shelly: "the device's MQTT prefix, a slash, and its output from 0, for example shellyplus1pm-a8032abe54dc/0",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		shelly: {
			name: "Shelly",
			description: "För de utgångar vars mål börjar med shelly: enheter av andra generationen och nyare, via MQTT.",
			fields: offAfter.sv,
		},
	},
	address: {
		shelly:
			"enhetens MQTT-prefix, ett snedstreck och utgången räknad från 0, till exempel shellyplus1pm-a8032abe54dc/0",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		shelly: {
			name: "Shelly",
			description: "Für die Ausgänge, deren Ziel mit shelly beginnt: Geräte ab der zweiten Generation, über MQTT.",
			fields: offAfter.de,
		},
	},
	address: {
		shelly:
			"das MQTT-Präfix des Geräts, ein Schrägstrich und der Ausgang ab 0, zum Beispiel shellyplus1pm-a8032abe54dc/0",
	},
};
