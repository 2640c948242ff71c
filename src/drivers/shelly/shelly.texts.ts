import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		shelly: {
			name: "Shelly",
			description:
				"For the outputs whose target begins with shelly: devices of the second generation and newer, over MQTT.",
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
		shelly: "the device's MQTT prefix, a slash, and its output from 0, for example shellyplus1pm-a8032abe54dc/0",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		shelly: {
			name: "Shelly",
			description: "För de utgångar vars mål börjar med shelly: enheter av andra generationen och nyare, via MQTT.",
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
		shelly:
			"enhetens MQTT-prefix, ett snedstreck och utgången räknad från 0, till exempel shellyplus1pm-a8032abe54dc/0",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		shelly: {
			name: "Shelly",
			description: "Für die Ausgänge, deren Ziel mit shelly beginnt: Geräte ab der zweiten Generation, über MQTT.",
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
		shelly:
			"das MQTT-Präfix des Geräts, ein Schrägstrich und der Ausgang ab 0, zum Beispiel shellyplus1pm-a8032abe54dc/0",
	},
};
