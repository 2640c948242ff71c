import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		home_assistant: {
			name: "Home Assistant as a source",
			description:
				"For the sensors whose source begins with ha. Leave both empty where this app runs in Home Assistant.",
			fields: {
				url: { name: "Address", description: "For example http://homeassistant.local:8123." },
				token: {
					name: "Long-lived access token",
					description: "Made by an administrator in Home Assistant, under the own profile, Security.",
				},
			},
		},
	},
	address: {
		ha: "an entity id of Home Assistant, for example sensor.tank_temperature",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		home_assistant: {
			name: "Home Assistant som källa",
			description: "För de givare vars källa börjar med ha. Lämna båda tomma om appen körs i Home Assistant.",
			fields: {
				url: { name: "Adress", description: "Till exempel http://homeassistant.local:8123." },
				token: {
					name: "Långlivad åtkomsttoken",
					description: "Skapas av en administratör i Home Assistant, i den egna profilen under Säkerhet.",
				},
			},
		},
	},
	address: {
		ha: "ett entitets-id i Home Assistant, till exempel sensor.tank_temperature",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		home_assistant: {
			name: "Home Assistant als Quelle",
			description:
				"Für die Fühler, deren Quelle mit ha beginnt. Läuft diese App in Home Assistant, bleibt beides leer.",
			fields: {
				url: { name: "Adresse", description: "Zum Beispiel http://homeassistant.local:8123." },
				token: {
					name: "Langlebiges Zugangstoken",
					description: "Erstellt ein Administrator in Home Assistant im eigenen Profil unter Sicherheit.",
				},
			},
		},
	},
	address: {
		ha: "eine Entitäts-ID von Home Assistant, zum Beispiel sensor.tank_temperature",
	},
};
