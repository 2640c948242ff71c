import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		zigbee2mqtt: {
			name: "Zigbee2MQTT",
			description: "For the outputs whose target begins with zigbee2mqtt: plugs and relays that support on_time.",
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
		zigbee2mqtt:
			"the base topic of Zigbee2MQTT, a slash, and the device's name, for example zigbee2mqtt/solar_pump; of a device with several relays also which one, such as zigbee2mqtt/relays#state_l1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		zigbee2mqtt: {
			name: "Zigbee2MQTT",
			description: "För de utgångar vars mål börjar med zigbee2mqtt: uttag och reläer som klarar on_time.",
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
		zigbee2mqtt:
			"das Basis-Topic von Zigbee2MQTT, ein Schrägstrich und der Name des Geräts, zum Beispiel zigbee2mqtt/solar_pump; bei einem Gerät mit mehreren Relais auch welches, etwa zigbee2mqtt/relays#state_l1",
	},
};
