import type { Like } from "#words/like.ts";

export const en = {
	address: {
		mqtt: "the device's topic, and for JSON a # and the place of the value: zigbee2mqtt/tank#/temperature. A topic has neither + nor #, and a place begins with /",
	},
} as const;

export const sv: Like<typeof en> = {
	address: {
		mqtt: "enhetens ämne, och för JSON ett # och värdets plats: zigbee2mqtt/tank#/temperature. Ett ämne har varken + eller #, och en plats börjar med /",
	},
};

export const de: Like<typeof en> = {
	address: {
		mqtt: "das Topic des Geräts, bei JSON ein # und die Stelle des Werts: zigbee2mqtt/tank#/temperature. Ein Topic enthält weder + noch #, und eine Stelle beginnt mit /",
	},
};
