import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		rtd: {
			name: "RTD board",
			description: "For the sensors whose source begins with rtd: the RTD board of Sequent Microsystems.",
			fields: {
				bus: { name: "I2C bus", description: "The number N of /dev/i2c-N to which the board is connected. Usually 1." },
				pace: { name: "Reading interval", description: "How often the board is read, all eight sensors at once." },
			},
		},
	},
	address: {
		rtd: "the stack number set by the jumpers, 0 to 7, a slash, and the channel from 1 to 8, for example 0/1",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		rtd: {
			name: "RTD-kort",
			description: "För de givare vars källa börjar med rtd: RTD-kortet från Sequent Microsystems.",
			fields: {
				bus: { name: "I2C-buss", description: "Numret N på den /dev/i2c-N som kortet är anslutet till. Oftast 1." },
				pace: { name: "Avläsningsintervall", description: "Hur ofta kortet läses, alla åtta givare på en gång." },
			},
		},
	},
	address: {
		rtd: "stacknumret som byglarna anger, 0 till 7, ett snedstreck och kanalen från 1 till 8, till exempel 0/1",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		rtd: {
			name: "RTD-Karte",
			description: "Für die Fühler, deren Quelle mit rtd beginnt: die RTD-Karte von Sequent Microsystems.",
			fields: {
				bus: {
					name: "I2C-Bus",
					description: "Die Nummer N von /dev/i2c-N, an dem die Karte angeschlossen ist. Meistens 1.",
				},
				pace: {
					name: "Abfrageintervall",
					description: "Wie oft die Karte abgefragt wird, alle acht Fühler auf einmal.",
				},
			},
		},
	},
	address: {
		rtd: "die mit den Jumpern eingestellte Stapelnummer, 0 bis 7, ein Schrägstrich und der Kanal von 1 bis 8, zum Beispiel 0/1",
	},
};
