import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		one_wire: {
			name: "1-Wire sensors",
			description: "For the sensors whose source begins with one_wire.",
			fields: {
				root: {
					name: "1-Wire folder",
					description:
						"The folder in which the system shows its 1-Wire sensors. Leave it unchanged unless yours are elsewhere.",
				},
				pace: {
					name: "Reading interval",
					description:
						"How often each sensor is read. One reading takes almost a second; two sensors are read at the same time.",
				},
			},
		},
	},
	address: {
		one_wire:
			"the sensor's number, which is the name of its folder in /sys/bus/w1/devices, for example 28-0123456789ab; it begins with 10, 22, 28, 3b or 42",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		one_wire: {
			name: "1-Wire-givare",
			description: "För de givare vars källa börjar med one_wire.",
			fields: {
				root: {
					name: "1-Wire-katalog",
					description: "Katalogen där systemet visar sina 1-Wire-givare. Ändra bara om dina finns någon annanstans.",
				},
				pace: {
					name: "Avläsningsintervall",
					description: "Hur ofta varje givare läses. En avläsning tar nästan en sekund; två givare läses samtidigt.",
				},
			},
		},
	},
	address: {
		one_wire:
			"givarens nummer, alltså namnet på dess mapp i /sys/bus/w1/devices, till exempel 28-0123456789ab; det börjar med 10, 22, 28, 3b eller 42",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		one_wire: {
			name: "1-Wire-Fühler",
			description: "Für die Fühler, deren Quelle mit one_wire beginnt.",
			fields: {
				root: {
					name: "1-Wire-Ordner",
					description:
						"Der Ordner, in dem das System seine 1-Wire-Fühler zeigt. Nur ändern, wenn Ihre an anderer Stelle liegen.",
				},
				pace: {
					name: "Abfrageintervall",
					description:
						"Wie oft jeder Fühler abgefragt wird. Eine Messung dauert fast eine Sekunde; zwei Fühler werden gleichzeitig abgefragt.",
				},
			},
		},
	},
	address: {
		one_wire:
			"die Nummer des Fühlers, also der Name seines Ordners in /sys/bus/w1/devices, zum Beispiel 28-0123456789ab; sie beginnt mit 10, 22, 28, 3b oder 42",
	},
};
