import type { Like } from "#words/like.ts";
import * as offAfter from "../bus/bridge/off-after.texts.ts";

export const en = {
	configuration: {
		tasmota: {
			name: "Tasmota",
			description: "For the outputs whose target begins with tasmota. The app sets the device's PulseTime.",
			fields: offAfter.en,
		},
	},
	address: {
		tasmota: "the device's topic, a slash, and its output from 1, for example tasmota_9CF9D1/1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		tasmota: {
			name: "Tasmota",
			description: "För de utgångar vars mål börjar med tasmota. Appen ställer in enhetens PulseTime.",
			fields: offAfter.sv,
		},
	},
	address: {
		tasmota: "enhetens topic, ett snedstreck och utgången räknad från 1, till exempel tasmota_9CF9D1/1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		tasmota: {
			name: "Tasmota",
			description: "Für die Ausgänge, deren Ziel mit tasmota beginnt. Die App stellt PulseTime des Geräts ein.",
			fields: offAfter.de,
		},
	},
	address: {
		tasmota: "das Topic des Geräts, ein Schrägstrich und der Ausgang ab 1, zum Beispiel tasmota_9CF9D1/1",
	},
};
