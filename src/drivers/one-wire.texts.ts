import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		one_wire: {
			name: "1-Wire sensors",
			description: "For the sensors whose source begins with one_wire.",
			fields: {
				root: {
					name: "1-Wire folder",
					description: "Where the system shows its 1-Wire sensors. Leave it as it is, unless yours are somewhere else.",
				},
				pace: {
					name: "Reading pace",
					description:
						"How often each sensor is read. One reading takes most of a second, and two sensors are read at once.",
				},
			},
		},
	},
	address: {
		one_wire:
			"the sensor's number as its folder in /sys/bus/w1/devices is called, for example 28-0123456789ab; it begins with 10, 22, 28, 3b or 42",
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
					description: "Där systemet visar sina 1-Wire-givare. Låt den vara, om inte dina finns någon annanstans.",
				},
				pace: {
					name: "Avläsning var",
					description:
						"Hur ofta varje givare läses. En avläsning tar nästan en sekund, och två givare läses samtidigt.",
				},
			},
		},
	},
	address: {
		one_wire:
			"givarens nummer så som dess mapp i /sys/bus/w1/devices heter, till exempel 28-0123456789ab; det börjar med 10, 22, 28, 3b eller 42",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		one_wire: {
			name: "1-Wire-Fühler",
			description: "Für die Fühler, deren Quelle mit one_wire beginnt.",
			fields: {
				root: {
					name: "1-Wire-Verzeichnis",
					description: "Wo das System seine 1-Wire-Fühler zeigt. Bitte so lassen, außer Ihre liegen anderswo.",
				},
				pace: {
					name: "Ablesung alle",
					description:
						"Wie oft jeder Fühler gelesen wird. Eine Ablesung dauert fast eine Sekunde, und zwei Fühler werden zugleich gelesen.",
				},
			},
		},
	},
	address: {
		one_wire:
			"die Nummer des Fühlers, wie sein Ordner in /sys/bus/w1/devices heißt, zum Beispiel 28-0123456789ab; sie beginnt mit 10, 22, 28, 3b oder 42",
	},
};
