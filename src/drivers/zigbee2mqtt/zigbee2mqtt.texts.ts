import type { Like } from "#words/like.ts";
import * as offAfter from "../bus/bridge/off-after.texts.ts";

export const en = {
	configuration: {
		zigbee2mqtt: {
			name: "Zigbee2MQTT",
			description: "For the outputs whose target begins with zigbee2mqtt: plugs and relays that support on_time.",
			fields: offAfter.en,
		},
	},
	address: {
		zigbee2mqtt:
			"the base topic of Zigbee2MQTT, a slash, and the device's name, for example zigbee2mqtt/solar_pump; of a device with several relays also which one, such as zigbee2mqtt/relays#state_l1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		zigbee2mqtt: {
			name: "Zigbee2MQTT",
			description: "För de utgångar vars mål börjar med zigbee2mqtt: uttag och reläer som klarar on_time.",
			fields: offAfter.sv,
		},
	},
	address: {
		zigbee2mqtt:
			"grundämnet (base topic) för Zigbee2MQTT, ett snedstreck och enhetens namn, till exempel zigbee2mqtt/solar_pump; för en enhet med flera reläer också vilket, till exempel zigbee2mqtt/relays#state_l1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		zigbee2mqtt: {
			name: "Zigbee2MQTT",
			description:
				"Für die Ausgänge, deren Ziel mit zigbee2mqtt beginnt: Steckdosen und Relais, die on_time beherrschen.",
			fields: offAfter.de,
		},
	},
	address: {
		zigbee2mqtt:
			"das Basis-Topic von Zigbee2MQTT, ein Schrägstrich und der Name des Geräts, zum Beispiel zigbee2mqtt/solar_pump; bei einem Gerät mit mehreren Relais auch welches, etwa zigbee2mqtt/relays#state_l1",
	},
};
