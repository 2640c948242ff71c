import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		esphome: {
			name: "ESPHome",
			description: "For the outputs whose target begins with esphome: nodes with this project's package.",
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
		esphome:
			"the node's MQTT prefix, then /switch/ or /level/ and the name of the output, for example solar-node/switch/relay or solar-node/level/pump",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		esphome: {
			name: "ESPHome",
			description: "För de utgångar vars mål börjar med esphome: noder med projektets paket.",
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
		esphome:
			"nodens MQTT-prefix, sedan /switch/ eller /level/ och utgångens namn, till exempel solar-node/switch/relay eller solar-node/level/pump",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		esphome: {
			name: "ESPHome",
			description: "Für die Ausgänge, deren Ziel mit esphome beginnt: Knoten mit dem Paket dieses Projekts.",
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
		esphome:
			"das MQTT-Präfix des Knotens, dann /switch/ oder /level/ und der Name des Ausgangs, zum Beispiel solar-node/switch/relay oder solar-node/level/pump",
	},
};
