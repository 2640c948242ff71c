import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		tasmota: {
			name: "Tasmota",
			description: "For the outputs whose target begins with tasmota. The app sets the device's PulseTime.",
			fields: {
				off_after: {
					name: "Off without the app after",
					description:
						"How long after the last command the device switches the load off by itself. The app renews the command three times in this time. After a change the silence test is due again.",
				},
			},
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
			fields: {
				off_after: {
					name: "Av utan appen efter",
					description:
						"Hur länge efter det senaste kommandot enheten själv slår av lasten. Appen förnyar kommandot tre gånger under den tiden. Efter en ändring måste tystnadstestet göras om.",
				},
			},
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
			fields: {
				off_after: {
					name: "Ohne die App aus nach",
					description:
						"Wie lange nach dem letzten Befehl das Gerät den Verbraucher von selbst ausschaltet. Die App erneuert den Befehl dreimal in dieser Zeit. Nach einer Änderung ist der Stilletest erneut fällig.",
				},
			},
		},
	},
	address: {
		tasmota: "das Topic des Geräts, ein Schrägstrich und der Ausgang ab 1, zum Beispiel tasmota_9CF9D1/1",
	},
};
