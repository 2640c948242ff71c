import type { Like } from "#words/like.ts";
import * as offAfter from "../bus/bridge/off-after.texts.ts";

export const en = {
	configuration: {
		esphome: {
			name: "ESPHome",
			description: "For the outputs whose target begins with esphome: nodes with this project's package.",
			fields: offAfter.en,
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
			fields: offAfter.sv,
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
			fields: offAfter.de,
		},
	},
	address: {
		esphome:
			"das MQTT-Präfix des Knotens, dann /switch/ oder /level/ und der Name des Ausgangs, zum Beispiel solar-node/switch/relay oder solar-node/level/pump",
	},
};
